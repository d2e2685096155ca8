import { RECTIFICATION_LABELS } from '@county/shared/tasks/findings/finding';
import type { TaskFinding } from '@county/shared/tasks/findings/finding-views';
import { Notice } from '../../../ui/notice';

/** What the list says of a finding besides problem, measure, unit and time; what it does not say is left out. */
export function findingFacts(finding: TaskFinding): { name: string; value: string }[] {
  const { rectification, requirement, goal, answerable, source } = finding;
  return [
    { name: '整改类型', value: rectification ? RECTIFICATION_LABELS[rectification] : '未标明' },
    { name: '整改要求', value: requirement },
    { name: '整改目标', value: goal },
    { name: '责任人', value: answerable },
    { name: '检查单位（来源）', value: source },
  ].filter(({ value }) => value);
}

/** 不公开, with the reason on record. */
export function WithheldNotice({ finding }: { finding: TaskFinding }) {
  if (!finding.withheldReason) return null;
  return (
    <Notice kind="info" title="这个问题不公开">
      {`理由：${finding.withheldReason}`}
    </Notice>
  );
}
