import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import type { HeatCell } from '@county/shared/tasks/overview/heat-table';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import { belowInShort, progressInShort, standingInShort } from '@county/shared/tasks/overview/heat-words';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Press } from '../../../ui/base/press';
import { Icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon-name';
import type { Tone } from '../../../ui/tag';
import { timeInWords } from '../../../components/line-due';

export interface Sign {
  tone: Tone;
  icon: IconName;
  words: string;
}

/** What a cell says at a glance: its light as colour and sign, its days or state as a word. */
export function signOf(cell: HeatCell): Sign {
  const words = standingInShort(cell, today());
  const isRed = cell.light === 'red';
  if (cell.status === 'returned') return { tone: isRed ? 'cinnabar' : 'blue', icon: 'undo-2', words };
  if (isRed) return { tone: 'cinnabar', icon: 'triangle-alert', words };
  if (cell.status === 'withdrawn') return { tone: 'stone', icon: 'circle-minus', words };
  if (!isOpen(cell.status))
    return { tone: 'pine', icon: cell.status === 'closed' ? 'badge-check' : 'circle-check', words };
  if (cell.light === 'amber') return { tone: 'amber', icon: cell.dueOn === null ? 'calendar-days' : 'clock', words };
  return cell.dueOn === null ? { tone: 'stone', icon: 'refresh-cw', words } : { tone: 'pine', icon: 'check', words };
}

interface HeatCellProps {
  cell: HeatCell;
  unitName: string;
  to: string;
  /** What a line without a due day owes now, in words. */
  owed: string | null;
}

/** A cell of the grid; the whole of it opens the lines behind it. */
export function HeatCellSign({ cell, unitName, to, owed }: HeatCellProps) {
  const { tone, icon, words } = signOf(cell);
  const more = cell.below ? `${progressInShort(cell)}｜${belowInShort(cell.below)}` : progressInShort(cell);
  // What is shown comes first, word for word: who steers by voice says what they see.
  const spoken = [
    `${words} ${more}`,
    unitName,
    ASSIGNMENT_STATUS_LABELS[cell.status],
    owed ?? timeInWords(cell),
    `进展 ${progressInShort(cell)}`,
    cell.below
      ? `所辖 ${cell.below.units} 个单位，已报 ${cell.below.reported}，逾期 ${cell.below.late}，已提交、尚未发出 ${cell.below.waiting}`
      : '',
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
        {more}
      </Box>
    </Press>
  );
}
