import { periodOf, periodsOf, type ReportEvery } from '@county/shared/tasks/lines/report-periods';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import { Choice } from '../../../ui/choice';

const MOST_MISSED = 4;

interface PeriodFieldsProps {
  line: AssignmentView;
  every: ReportEvery;
  period: string;
  nothingNew: boolean;
  onChange(part: { period?: string; nothingNew?: boolean }): void;
  error: string | undefined;
}

/** Which period a report answers, where some were missed; and whether there is anything new in it. */
export function PeriodFields({ line, every, period, nothingNew, onChange, error }: PeriodFieldsProps) {
  const current = periodOf(today(), every);
  const missed = periodsOf(line.assignedOn, every, line.reports, today())
    .filter(({ state }) => state === 'missing')
    .slice(0, MOST_MISSED);
  return (
    <>
      {missed.length ? (
        <Choice
          label="填报哪一期"
          options={[
            { value: current.key, label: `${current.name}（本期）` },
            ...missed.map(({ key, name }) => ({ value: key, label: `${name}（补报）` })),
          ]}
          value={period || current.key}
          onChange={(key) => onChange({ period: key })}
          error={error}
        />
      ) : null}
      <Choice<'news' | 'nothing'>
        label={missed.length ? '这一期的情况' : `${current.name}的情况`}
        options={[
          { value: 'news', label: '有进展' },
          { value: 'nothing', label: '本期无进展', about: '也是一次填报；比例保持不变' },
        ]}
        value={nothingNew ? 'nothing' : 'news'}
        onChange={(value) => onChange({ nothingNew: value === 'nothing' })}
      />
    </>
  );
}
