import type { RemarkField } from '@county/shared/tasks/assignment-step';
import type { AssignmentView } from '@county/shared/tasks/task-views';

/** What the supervisor wrote on single fields when the line was last returned; words for the field, or undefined. */
export function remarksOf(line: AssignmentView): (field: RemarkField) => string | undefined {
  const returned = line.status === 'returned' ? line.steps.find((step) => step.kind === 'returned') : undefined;
  return (field) => {
    const remark = returned?.remarks?.find((one) => one.field === field);
    return remark && `${returned?.byName}的意见：${remark.words}`;
  };
}
