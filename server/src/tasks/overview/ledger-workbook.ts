import { daysBetween, dayInWords, shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import { ASSIGNMENT_PART_LABELS, ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import type { BreakdownKind } from '@county/shared/tasks/breakdowns/task-breakdown';
import { RECTIFICATION_LABELS } from '@county/shared/tasks/findings/finding';
import { RECHECK_OUTCOME_LABELS, RECHECK_WAY_LABELS } from '@county/shared/tasks/findings/recheck';
import { daysLeft } from '@county/shared/tasks/lines/assignment-rules';
import { periodNotes, periodStateInWords } from '@county/shared/tasks/lines/report-periods';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { fillRow, officialSheet, workbookBytes } from '../../documents/official-sheet.service.ts';
import { asText } from '../../documents/plain-cell.service.ts';

const HEAD_ROW = 3;

interface LedgerAbout {
  title: string;
  kind: BreakdownKind;
  /** The filters it was made by, in words. */
  chosen: readonly string[];
  now: string;
}

interface LedgerColumn {
  header: string;
  width: number;
  cell: (line: LedgerLine, today: string) => string | number;
}

const HOW_IT_STANDS: readonly LedgerColumn[] = [
  { header: '单位', width: 22, cell: ({ unitName }) => unitName },
  { header: '职责', width: 8, cell: ({ part }) => ASSIGNMENT_PART_LABELS[part] },
  { header: '完成时限', width: 14, cell: ({ dueOn }) => dueOn ?? '无固定时限' },
  { header: '状态', width: 16, cell: ({ status }) => ASSIGNMENT_STATUS_LABELS[status] },
  { header: '完成百分比', width: 12, cell: ({ percent }) => (percent === null ? '未报' : `${percent}%`) },
  { header: '剩余天数、各期填报', width: 24, cell: daysInWords },
  { header: '最近填报', width: 18, cell: reportedInWords },
  { header: '填报内容', width: 60, cell: ({ lastReport }) => lastReport?.note ?? '' },
];

const OF_TASKS: readonly LedgerColumn[] = [
  { header: '序号', width: 6, cell: ({ task }) => task.number },
  { header: '类别', width: 22, cell: ({ task }) => task.category },
  { header: '主要任务', width: 46, cell: ({ task }) => task.mainTask },
  ...HOW_IT_STANDS,
];

/** Of an inspection: the problem and the measure each in its own column, and what the recheck found. */
const OF_FINDINGS: readonly LedgerColumn[] = [
  { header: '序号', width: 6, cell: ({ task }) => task.number },
  { header: '类别', width: 22, cell: ({ task }) => task.category },
  { header: '存在问题', width: 46, cell: ({ task }) => task.mainTask },
  { header: '整改措施', width: 46, cell: ({ finding }) => finding?.measure ?? '未定' },
  {
    header: '整改类型',
    width: 12,
    cell: ({ finding }) => (finding?.rectification ? RECTIFICATION_LABELS[finding.rectification] : '未标明'),
  },
  ...HOW_IT_STANDS,
  { header: '整改依据', width: 30, cell: ({ finding }) => finding?.proof ?? '' },
  { header: '复查', width: 40, cell: ({ finding }) => recheckInWords(finding) },
];

/** The ledger as an official table: title, filters, head on every printed page. */
export async function ledgerWorkbook(lines: readonly LedgerLine[], about: LedgerAbout): Promise<Buffer> {
  const columns = about.kind === 'inspection' ? OF_FINDINGS : OF_TASKS;
  const { workbook, sheet } = officialSheet({
    name: '台账',
    title: asText(`${about.title}台账`),
    widths: columns.map(({ width }) => width),
    headRow: HEAD_ROW,
    fixedColumns: 4,
  });
  sheet.mergeCells(2, 1, 2, columns.length);
  sheet.getCell('A2').value = aboutInWords(about, lines.length);
  const rows = lines.map((line) => columns.map(({ cell }) => cell(line, shanghaiDay(about.now))));
  const heads = columns.map(({ header }) => header);
  [heads, ...rows].forEach((cells, index) => fillRow(sheet.getRow(HEAD_ROW + index), cells));
  return workbookBytes(workbook);
}

/** "整改到位（2026-11-20 现场复查，周正言）：…", and how often it was looked at. */
function recheckInWords(finding: LedgerLine['finding']): string {
  if (!finding?.recheck) return '未复查';
  const { outcome, checkedOn, way, byName, words } = finding.recheck;
  const times = finding.recheckCount > 1 ? `第 ${finding.recheckCount} 次，` : '';
  return `${times}${RECHECK_OUTCOME_LABELS[outcome]}（${checkedOn} ${RECHECK_WAY_LABELS[way]}，${byName}）：${words}`;
}

/** When it was last reported on; what waits on a phone is told apart from what was never reported. */
function reportedInWords({ lastReportedAt, waitingSince }: LedgerLine): string {
  const reported = lastReportedAt && `${shanghaiDay(lastReportedAt)} ${shanghaiTime(lastReportedAt)}`;
  const waiting = waitingSince && `已提交、尚未发出（${shanghaiDay(waitingSince)} ${shanghaiTime(waitingSince)}）`;
  return [reported, waiting].filter(Boolean).join('；') || '未报';
}

function daysInWords(line: LedgerLine, today: string): string {
  const left = daysLeft(line, today);
  if (left === null) return periodNotes(line, today).map(periodStateInWords).join('；') || '—';
  if (line.completedOn && line.dueOn) {
    const late = daysBetween(line.dueOn, line.completedOn);
    return late > 0 ? `逾期 ${late} 天完成` : '按期完成';
  }
  return left < 0 ? `逾期 ${-left} 天` : `还有 ${left} 天`;
}

function aboutInWords({ chosen, now }: LedgerAbout, count: number): string {
  const day = shanghaiDay(now);
  return `${dayInWords(day)} ${shanghaiTime(now)} 导出，共 ${count} 行。筛选：${chosen.join('；') || '全部'}`;
}
