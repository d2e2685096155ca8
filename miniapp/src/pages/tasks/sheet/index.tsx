import { dateInWords, shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import { ASSIGNMENT_PART_LABELS, ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import { ASSIGNMENT_STEP_LABELS } from '@county/shared/tasks/lines/assignment-step';
import { getBreakdown, readLedger } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { listTimeline } from '@county/shared/tasks/overview/overview-routes';
import { ledgerFilterInWords } from '@county/shared/tasks/overview/task-filters';
import { RECHECK_OUTCOME_LABELS } from '@county/shared/tasks/findings/recheck';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import type { TimelineEntry } from '@county/shared/tasks/overview/timeline';
import { getSite } from '@county/shared/site/site';
import { Fragment } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import type { LoadedList } from '../../../api/use-list';
import { useWholeList } from '../../../api/use-whole-list';
import { isNotThere, NotThere } from '../../../components/not-there';
import { today } from '../../../platform/clock';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow } from '../../../ui/surface';
import { useChosenFilters, type ChosenFilters } from '../chosen-filters';
import { useFilterNames } from '../filter-names';
import { standingInWords } from '../line-state';

/** A sheet of one task, one unit, or whatever was filtered, laid out as an official document for paper and PDF. */
export default function SheetPage() {
  const staff = useStaff();
  const [breakdownId, chosen] = useChosenFilters();
  const params = { breakdownId };
  const isAsked = Boolean(staff && breakdownId);
  const breakdown = useCall(getBreakdown, isAsked ? { params } : null);
  const site = useCall(getSite, {});
  // Paper has no button for more: it is read to its end.
  const lines = useWholeList(readLedger, isAsked ? { params, query: { ...chosen, limit: 200 } } : null);
  const timeline = useWholeList(
    listTimeline,
    isAsked && chosen.taskId ? { params: { taskId: chosen.taskId }, query: { limit: 200 } } : null,
  );
  const names = useFilterNames(chosen, lines.data?.[0]?.task);
  if (!staff) return <SignInFirst title="打印" />;
  if (!breakdownId || isNotThere(breakdown.failure))
    return <NotThere title="打印" what="这张任务分解表" failure={breakdown.failure} />;
  const standings = [standingOf(lines), chosen.taskId ? standingOf(timeline) : 'read'];
  return (
    <Page title={titleOf(chosen, lines.data)} wide>
      {canPrint ? (
        <Flow>
          <Button icon="printer" disabledReason={whyNotYet(standings)} onPress={() => void printPage()}>
            打印或存为 PDF
          </Button>
        </Flow>
      ) : null}
      <Box as="article" className="document">
        <Box className="document-title">{`${breakdown.data?.title ?? ''}${titleOf(chosen, lines.data)}`}</Box>
        <Box className="document-about">{aboutInWords(chosen, names, lines)}</Box>
        <Answer of={lines}>
          {(items) => (items.length ? <Lines lines={items} columns={columnsFor(chosen, items)} /> : <Empty />)}
        </Answer>
        {chosen.taskId ? (
          <Answer of={timeline}>{(entries) => (entries.length ? <Timeline entries={entries} /> : null)}</Answer>
        ) : null}
        <Box className="document-foot">
          <Box>{staff.unitName ?? site.data?.owner}</Box>
          <Box>{dateInWords(today())}</Box>
        </Box>
      </Box>
    </Page>
  );
}

function titleOf(chosen: ChosenFilters, lines: readonly LedgerLine[] | undefined): string {
  const [first] = lines ?? [];
  const about = first?.finding ? '问题整改情况' : '任务进展情况';
  if (chosen.taskId && first) return `第 ${first.task.number} 项${about}`;
  return chosen.unitId && first ? `${first.unitName}${about}` : about;
}

function aboutInWords(
  chosen: ChosenFilters,
  names: ReturnType<typeof useFilterNames>,
  lines: LoadedList<LedgerLine>,
): string {
  const [first] = lines.data ?? [];
  const task = chosen.taskId && first ? `${names.task} ${first.task.mainTask}` : names.task;
  const words = ledgerFilterInWords({ withHandedDown: 'no', ...chosen }, { ...names, task });
  const count = { read: `共 ${lines.data?.length} 行`, reading: '还在读', stopped: '没有读完' }[standingOf(lines)];
  return `${count}。筛选：${words.join('；') || '全部'}`;
}

type Standing = 'read' | 'reading' | 'stopped';

/** Whether a list is here to its end, comes by itself, or does not come. */
function standingOf({ data, hasMore, loading, loadingMore, failure }: LoadedList<unknown>): Standing {
  if (data !== undefined && !hasMore) return 'read';
  if (!failure || loading || loadingMore) return 'reading';
  return failure.kind === 'busy' && failure.comesAgain ? 'reading' : 'stopped';
}

/** Half of it is not printed. */
function whyNotYet(standings: readonly Standing[]): string | null {
  if (standings.includes('stopped')) return '没有读完，原因写在下面';
  return standings.includes('reading') ? '还没有读完，请稍候' : null;
}

const MEASURE_COLUMN: Column<LedgerLine> = {
  key: 'measure',
  title: '整改措施',
  width: '14em',
  cell: ({ finding }) => finding?.measure ?? '未定',
};

const RECHECK_COLUMN: Column<LedgerLine> = {
  key: 'recheck',
  title: '复查',
  width: '6em',
  cell: ({ finding }) => (finding?.recheck ? RECHECK_OUTCOME_LABELS[finding.recheck.outcome] : '未复查'),
};

const COLUMNS: readonly Column<LedgerLine>[] = [
  { key: 'number', title: '序号', width: '3em', cell: (line) => line.task.number },
  { key: 'task', title: '主要任务', width: '20em', cell: (line) => line.task.mainTask },
  { key: 'unit', title: '单位', width: '9em', cell: (line) => line.unitName },
  { key: 'part', title: '职责', width: '3em', cell: (line) => ASSIGNMENT_PART_LABELS[line.part] },
  { key: 'due', title: '完成时限', width: '7em', cell: (line) => line.dueOn ?? '无固定时限' },
  { key: 'state', title: '状态', width: '7em', cell: (line) => ASSIGNMENT_STATUS_LABELS[line.status] },
  {
    key: 'percent',
    title: '进度',
    // 已提交、尚未发出 stands in two lines, not four.
    width: '8em',
    cell: (line) => [percentInWords(line), line.waitingSince && '已提交、尚未发出'].filter(Boolean).join('；'),
  },
  { key: 'time', title: '时间', width: '14em', cell: standingInWords },
];

/** What every row would say again is said once, in the title and the filters. */
function columnsFor({ taskId, unitId }: ChosenFilters, lines: readonly LedgerLine[]): readonly Column<LedgerLine>[] {
  const columns = lines[0]?.finding ? FINDING_COLUMNS : COLUMNS;
  return columns.filter(({ key }) => !(taskId && (key === 'number' || key === 'task')) && !(unitId && key === 'unit'));
}

function percentInWords({ percent, lastReportedAt, waitingSince }: LedgerLine): string {
  if (percent !== null) return `${percent}%`;
  if (lastReportedAt !== null) return '无进展';
  return waitingSince ? '' : '未报';
}

/** Of an inspection: the measure beside the problem, and what the last recheck found. */
const FINDING_COLUMNS: readonly Column<LedgerLine>[] = COLUMNS.flatMap((column) => {
  if (column.key === 'task') return [{ ...column, title: '存在问题', width: '16em' }, MEASURE_COLUMN];
  return column.key === 'percent' ? [column, RECHECK_COLUMN] : [column];
});

/** A task that many units have is named once, above its own rows: in each of them it would fill the paper. */
function Lines({ lines, columns }: { lines: readonly LedgerLine[]; columns: readonly Column<LedgerLine>[] }) {
  const tasks = inTasks(lines);
  if (tasks.length === 1 || lines.length < tasks.length * ROWS_WORTH_A_HEADING)
    return <DataTable label="台账" columns={columns} items={lines} keyOf={(line) => line.id} />;
  const rest = columns.filter(({ key }) => key !== 'number' && key !== 'task');
  return tasks.map((own) => {
    const [{ id, task }] = own;
    const heading = `${task.number}．${task.mainTask}`;
    return (
      <Fragment key={id}>
        <Box as="h2" className="document-part">
          {heading}
        </Box>
        <DataTable label={heading} columns={rest} items={own} keyOf={(line) => line.id} />
      </Fragment>
    );
  });
}

const ROWS_WORTH_A_HEADING = 3;

/** Rows beside each other that are of one task. */
function inTasks(lines: readonly LedgerLine[]): [LedgerLine, ...LedgerLine[]][] {
  const tasks: [LedgerLine, ...LedgerLine[]][] = [];
  for (const line of lines) {
    const last = tasks.at(-1);
    if (last && last[0].taskId === line.taskId) last.push(line);
    else tasks.push([line]);
  }
  return tasks;
}

/** All that happened on the task, in one line of time. */
function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <>
      <Box as="h2" className="document-part">
        办理经过
      </Box>
      <DataTable label="办理经过" columns={HAPPENED} items={entries} keyOf={(entry) => entry.id} />
    </>
  );
}

const HAPPENED: readonly Column<TimelineEntry>[] = [
  { key: 'at', title: '时间', width: '9em', cell: ({ at }) => `${shanghaiDay(at)} ${shanghaiTime(at)}` },
  { key: 'unit', title: '单位', width: '9em', cell: ({ unitName }) => unitName },
  {
    key: 'kind',
    title: '事项',
    width: '7em',
    cell: ({ kind, percent }) =>
      kind === 'reported' ? (percent === null ? '填报：无进展' : `填报 ${percent}%`) : ASSIGNMENT_STEP_LABELS[kind],
  },
  { key: 'words', title: '内容', width: '20em', cell: ({ words }) => words ?? '' },
  { key: 'by', title: '经办', width: '5em', cell: ({ byName }) => byName },
];

function Empty() {
  return (
    <Card>
      <EmptyState icon="printer" title="没有可以打印的任务">
        请回到上一页放宽筛选条件。
      </EmptyState>
    </Card>
  );
}
