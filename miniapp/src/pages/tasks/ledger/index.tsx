import { dayInWords, shanghaiDay } from '@county/shared/calendar/day';
import { ASSIGNMENT_PART_LABELS } from '@county/shared/tasks/lines/assignment';
import { downloadLedger, getBreakdown, readLedger } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { lightOf } from '@county/shared/tasks/lines/line-light';
import { periodNotes, type AnsweredPeriod } from '@county/shared/tasks/lines/report-periods';
import { taskWord } from '@county/shared/tasks/breakdowns/task-breakdown';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { today } from '../../../platform/clock';
import { goTo, withQuery } from '../../../platform/navigation';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress-bar';
import { ShareButton } from '../../../ui/share-button';
import { Card, Flow, Row } from '../../../ui/surface';
import { useWide } from '../../../ui/use-wide';
import { useChosenFilters } from '../chosen-filters';
import { useFilterNames } from '../filter-names';
import { TakeFile } from '../../../components/take-file';
import { dueInWords } from '../../../components/line-due';
import { PeriodNote, standingInWords, StateTag, TimeTag, WaitingTag } from '../line-state';
import { PlanFilters } from '../plan-filters';
import { RecheckTag } from '../finding/recheck-part';
import { Nudging } from './nudging';
import { Unsettled } from './unsettled';
import { SignInFirst } from '../../../shell/sign-in-first';

/** 台账: every task of every unit, filtered, and taken along as a workbook. */
export default function LedgerPage() {
  const staff = useStaff();
  const [breakdownId, chosen, choose] = useChosenFilters();
  const params = { breakdownId };
  const breakdown = useCall(getBreakdown, staff ? { params } : null);
  const list = useList(readLedger, staff ? { params, query: { ...chosen, limit: 100 } } : null);
  const names = useFilterNames(chosen, list.data?.[0]?.task);
  const wide = useWide();
  const [choosing, setChoosing] = useState(false);
  if (!staff) return <SignInFirst title="台账" />;
  // A lead nudges those below the own unit alone: a ledger without them offers nothing to nudge.
  const mayNudge =
    staff.role === 'supervisor' ||
    (staff.role === 'unit-lead' && (chosen.withHandedDown === 'yes' || chosen.underUnitId !== undefined));
  return (
    <Page title="台账" about={breakdown.data?.title} wide>
      <PlanFilters chosen={chosen} onChange={choose} year={breakdown.data?.year} names={names}>
        <Switch
          label="含分解到村"
          value={chosen.withHandedDown === 'yes'}
          onChange={(on) => choose({ withHandedDown: on ? 'yes' : undefined })}
        />
      </PlanFilters>
      <Flow>
        {mayNudge && !choosing ? (
          <Button icon="bell" onPress={() => setChoosing(true)}>
            催办
          </Button>
        ) : null}
        {mayNudge ? (
          <Button icon="history" href={withQuery('/pages/nudges/list/index', { breakdownId })}>
            催办记录
          </Button>
        ) : null}
        <TakeFile route={downloadLedger} request={{ params, query: chosen }} name="台账.xlsx" words="下载 Excel" />
        <ShareButton
          title={`${breakdown.data?.title ?? ''}台账`}
          path={withQuery('/pages/tasks/ledger/index', { id: breakdownId, ...chosen })}
        />
      </Flow>
      <Unsettled breakdownId={breakdownId} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="table-2" title={`没有符合条件的${taskWord(breakdown.data?.kind ?? 'plan')}`}>
              请放宽上面的筛选条件。
            </EmptyState>
          </Card>
        }
      >
        {(lines) =>
          mayNudge && choosing ? (
            <Nudging
              breakdownId={breakdownId}
              filter={{ withHandedDown: 'no', ...chosen }}
              lines={lines}
              onEnd={() => setChoosing(false)}
            />
          ) : wide ? (
            <DataTable
              label="台账"
              columns={breakdown.data?.kind === 'inspection' ? FINDING_COLUMNS : COLUMNS}
              items={lines}
              keyOf={(line) => line.id}
              onOpen={(line) => void goTo(addressOfLine(line))}
            />
          ) : (
            <Card flush>
              {lines.map((line) => (
                <PhoneRow key={line.id} line={line} />
              ))}
            </Card>
          )
        }
      </ListAnswer>
    </Page>
  );
}

const addressOfLine = ({ id }: LedgerLine) => withQuery('/pages/tasks/line/index', { id });

const MEASURE_COLUMN: Column<LedgerLine> = {
  key: 'measure',
  title: '整改措施',
  width: '10em',
  cell: ({ finding }) => <Box className="is-brief">{finding?.measure ?? '未定'}</Box>,
};

const RECHECK_COLUMN: Column<LedgerLine> = {
  key: 'recheck',
  title: '复查',
  width: '8em',
  cell: ({ finding }) => (finding?.recheck ? <RecheckTag outcome={finding.recheck.outcome} /> : '未复查'),
};

/** What matters most stands first: a desk of 1280 px shows all but the words of the last report without scrolling. */
const COLUMNS: readonly Column<LedgerLine>[] = [
  {
    key: 'task',
    title: '任务',
    width: '16em',
    cell: (line) => <Box className="is-brief">{`${line.task.number}．${line.task.mainTask}`}</Box>,
  },
  {
    key: 'unit',
    title: '单位',
    width: '8em',
    cell: (line) => `${line.unitName}（${ASSIGNMENT_PART_LABELS[line.part]}）`,
  },
  {
    key: 'state',
    title: '状态和时间',
    width: '15em',
    cell: (line) => (
      <Flow>
        <States line={line} />
        <TimeCell line={line} />
      </Flow>
    ),
  },
  { key: 'percent', title: '百分比', width: '8em', cell: (line) => <ProgressBar percent={line.percent} /> },
  {
    key: 'due',
    title: '时限',
    width: '7em',
    cell: (line) => (line.dueOn ? dayInWords(line.dueOn, today()) : '无固定时限'),
  },
  {
    key: 'report',
    title: '最近填报',
    width: '16em',
    cell: ({ lastReportedAt, lastReport }) =>
      lastReportedAt ? [shanghaiDay(lastReportedAt), lastReport?.note].filter(Boolean).join(' ') : '未报',
  },
];

/** Of an inspection: problem and measure apart, and what the last recheck found. */
const FINDING_COLUMNS: readonly Column<LedgerLine>[] = COLUMNS.flatMap((column) => {
  if (column.key === 'task') return [{ ...column, title: '问题' }, MEASURE_COLUMN];
  return column.key === 'percent' ? [RECHECK_COLUMN, column] : [column];
});

function PhoneRow({ line }: { line: LedgerLine }) {
  return (
    <Row
      brief
      title={`${line.task.number}．${line.task.mainTask}`}
      about={[line.unitName, dayOf(line)].join(' · ')}
      to={addressOfLine(line)}
      foot={
        <>
          <ProgressBar percent={line.percent} />
          <Flow>
            <States line={line} />
            <TimeTags line={line} />
            {line.finding?.recheck ? <RecheckTag outcome={line.finding.recheck.outcome} /> : null}
          </Flow>
        </>
      }
    />
  );
}

/** The day alone where a tag below says how it stands. */
function dayOf(line: LedgerLine): string {
  const light = lightOf(line, today());
  const isTagged = line.dueOn !== null && (light === 'red' || light === 'amber');
  return isTagged ? `${dayInWords(line.dueOn!, today())} 到期` : dueInWords(line);
}

/** Its state, and word of what waits on a phone. */
function States({ line }: { line: LedgerLine }) {
  return (
    <>
      <StateTag status={line.status} />
      <WaitingTag line={line} />
    </>
  );
}

/** Tags where it presses, plain words where it does not. */
function TimeCell({ line }: { line: LedgerLine }) {
  const light = lightOf(line, today());
  const presses = light === 'red' || light === 'amber' || periodNotes(line, today()).some(isTold);
  return presses ? <TimeTags line={line} /> : <Box as="span">{standingInWords(line)}</Box>;
}

/** By its due day, or period by period: the one that is owed, and those that were late or missed. */
function TimeTags({ line }: { line: LedgerLine }) {
  const notes = periodNotes(line, today());
  return (
    <>
      <TimeTag line={line} />
      {notes.filter(isTold).map((period) => (
        <PeriodNote key={period.key} period={period} />
      ))}
    </>
  );
}

const isTold = ({ state }: AnsweredPeriod) => state !== 'reported';
