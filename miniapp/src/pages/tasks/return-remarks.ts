import type { RemarkField } from '@county/shared/tasks/lines/assignment-step';
import type { AssignmentView } from '@county/shared/tasks/task-views';

type Step = AssignmentView['steps'][number];

/** Whether a step sent the work back: 退回, or a recheck that found it undone. */
export const isReturn = ({ kind }: Pick<Step, 'kind'>): boolean => kind === 'returned' || kind === 'recheck-unmet';

/** What last sent the line back, while it waits to be put right. */
export function lastReturn(line: AssignmentView): Step | undefined {
  return line.status === 'returned' ? line.steps.find(isReturn) : undefined;
}

/** What the supervisor wrote on single fields when the line was last returned; words for the field, or undefined. */
export function remarksOf(line: AssignmentView): (field: RemarkField) => string | undefined {
  const returned = lastReturn(line);
  return (field) => {
    const remark = returned?.remarks?.find((one) => one.field === field);
    return remark && `${returned?.byName}的意见：${remark.words}`;
  };
}
