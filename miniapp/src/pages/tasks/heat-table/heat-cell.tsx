import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/assignment';
import type { HeatBelow, HeatCell } from '@county/shared/tasks/heat-table';
import { daysLeft, isOpen } from '@county/shared/tasks/assignment-rules';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { Icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon-name';
import type { Tone } from '../../../ui/tag';
import { timeInWords } from '../line-state';

export interface Sign {
  tone: Tone;
  icon: IconName;
  words: string;
}

/** What a cell says at a glance: its light as colour and sign, its days or state as a word. */
export function signOf(cell: HeatCell): Sign {
  const left = daysLeft(cell, today());
  if (cell.status === 'returned')
    return { tone: cell.light === 'red' ? 'cinnabar' : 'blue', icon: 'undo-2', words: '退回' };
  if (!isOpen(cell.status)) {
    const words = cell.status === 'closed' ? '销号' : cell.status === 'completed' ? '办结' : '撤销';
    if (cell.light === 'red') return { tone: 'cinnabar', icon: 'triangle-alert', words: `逾期${words}` };
    if (cell.status === 'withdrawn') return { tone: 'stone', icon: 'circle-minus', words };
    return { tone: 'pine', icon: cell.status === 'closed' ? 'badge-check' : 'circle-check', words };
  }
  if (left === null) return { tone: 'stone', icon: 'refresh-cw', words: '长期' };
  if (left < 0) return { tone: 'cinnabar', icon: 'triangle-alert', words: `逾 ${-left} 天` };
  if (cell.light === 'amber') return { tone: 'amber', icon: 'clock', words: left === 0 ? '今天' : `剩 ${left} 天` };
  return { tone: 'pine', icon: 'check', words: '未到期' };
}

/** "已报 9/12 村": beside the unit's own word, never summed into it. */
export function belowInWords({ units, reported, late }: HeatBelow): string {
  return `${reported}/${units} 村报${late ? `·逾${late}` : ''}`;
}

/** 未报 and 本期无进展 are two things, and neither is 0 %. */
export function percentInWords({ percent, lastReportedAt }: HeatCell): string {
  if (percent !== null) return `${percent}%`;
  return lastReportedAt === null ? '未报' : '无进展';
}

/** A cell of the grid; the whole of it opens the lines behind it. */
export function HeatCellSign({ cell, unitName, to }: { cell: HeatCell; unitName: string; to: string }) {
  const { tone, icon, words } = signOf(cell);
  const spoken = [
    unitName,
    ASSIGNMENT_STATUS_LABELS[cell.status],
    timeInWords(cell),
    `进展 ${percentInWords(cell)}`,
    cell.below ? `所辖 ${cell.below.units} 个单位，已报 ${cell.below.reported}，逾期 ${cell.below.late}` : '',
  ];
  return (
    <Press
      className={`heat-cell tone-${tone}`}
      href={to}
      label={spoken.filter(Boolean).join('，')}
      onPress={() => void goTo(to)}
    >
      <Box as="span" className="heat-sign">
        <Icon name={icon} />
        <Box as="span">{words}</Box>
      </Box>
      <Box as="span" className="heat-more">
        {cell.below ? `${percentInWords(cell)}｜${belowInWords(cell.below)}` : percentInWords(cell)}
      </Box>
    </Press>
  );
}
