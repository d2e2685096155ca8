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
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { today } from '../../../platform/clock';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
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
  const breakdown = useCall(getBreakdown, staff ? { params } : null);
  const site = useCall(getSite, {});
  const lines = useList(readLedger, staff ? { params, query: { ...chosen, limit: 200 } } : null);
  const timeline = useList(
    listTimeline,
    staff && chosen.taskId ? { params: { taskId: chosen.taskId }, query: { limit: 200 } } : null,
  );
  const names = useFilterNames(chosen, lines.data?.[0]?.task);
  if (!staff) return <SignInFirst title="打印" />;
  return (
    <Page title={titleOf(chosen, lines.data)} wide>
      {canPrint ? (
        <Flow>
          <Button icon="printer" onPress={() => void printPage()}>
            打印或存为 PDF
          </Button>
        </Flow>
      ) : null}
      <Box as="article" className="document">
        <Box className="document-title">{`${breakdown.data?.title ?? ''}${titleOf(chosen, lines.data)}`}</Box>
        <Box className="document-about">{aboutInWords(chosen, names, lines.data)}</Box>
        <ListAnswer of={lines} empty={<Empty />}>
          {(items) => (
            <DataTable label="台账" columns={columnsFor(chosen, items)} items={items} keyOf={(line) => line.id} />
          )}
        </ListAnswer>
        {timeline.data?.length ? <Timeline entries={timeline.data} /> : null}
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
  lines: readonly LedgerLine[] = [],
): string {
  const task = chosen.taskId && lines[0] ? `${names.task} ${lines[0].task.mainTask}` : names.task;
  const words = ledgerFilterInWords({ withHandedDown: 'no', ...chosen }, { ...names, task });
  return `共 ${lines.length} 行。筛选：${words.join('；') || '全部'}`;
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
