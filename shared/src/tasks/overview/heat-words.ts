import type { Day } from '../../calendar/day.ts';
import { ASSIGNMENT_STATUS_LABELS } from '../lines/assignment.ts';
import { daysLeft, isOpen } from '../lines/assignment-rules.ts';
import type { HeatBelow, HeatCell } from './heat-table.ts';

/** How a cell stands, in few words: its days, or what has become of it. Late stays "逾 n 天" for ever (rules S2). */
export function standingInShort(cell: HeatCell, today: Day): string {
  const left = daysLeft(cell, today);
  const late = left !== null && left < 0 ? `逾 ${-left} 天` : '';
  if (cell.status === 'returned') return late ? `退回，${late}` : '退回';
  if (!isOpen(cell.status)) return `${late}${DONE[cell.status] ?? ASSIGNMENT_STATUS_LABELS[cell.status]}`;
  if (late) return late;
  if (left === null) return cell.light === 'amber' ? '本期未报' : '长期';
  if (cell.light !== 'amber') return '未到期';
  return left === 0 ? '今天' : `剩 ${left} 天`;
}

const DONE: Partial<Record<HeatCell['status'], string>> = { completed: '办结', closed: '销号', withdrawn: '撤销' };

/** 未报, 本期无进展 and 已提交、尚未发出 are three things, and none of them is 0 %. */
export function progressInShort({ percent, lastReportedAt, waitingSince }: HeatCell): string {
  const reported = percent !== null ? `${percent}%` : lastReportedAt === null ? null : '无进展';
  if (!waitingSince) return reported ?? '未报';
  return reported === null ? '已提交、尚未发出' : `${reported}，又有一份尚未发出`;
}

/** "9/12 村报·逾1": beside the unit's own word, never summed into it. */
export function belowInShort({ units, reported, late, waiting }: HeatBelow): string {
  return [`${reported}/${units} 村报`, late && `逾 ${late}`, waiting && `待发 ${waiting}`].filter(Boolean).join('·');
}
