import type { HeatCell, HeatRow, HeatTable } from '@county/shared/tasks/overview/heat-table';
import { periodOf, periodStateInWords, reportEvery } from '@county/shared/tasks/lines/report-periods';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import type { ChosenFilters } from '../chosen-filters';

export interface HeatViewProps {
  breakdownId: string;
  table: HeatTable;
  chosen: ChosenFilters;
  choose(more: ChosenFilters): void;
}

/** A cell with villages under it opens their lines in the ledger; any other its own line. */
export function addressOfCell(breakdownId: string, row: HeatRow, cell: HeatCell, chosen: ChosenFilters): string {
  if (!cell.below) return withQuery('/pages/tasks/line/index', { id: cell.id });
  const { light, state, period } = chosen;
  const lines = { taskId: row.task.id, underUnitId: cell.unitId, light, state, period };
  return withQuery('/pages/tasks/ledger/index', { id: breakdownId, ...lines });
}

export const addressOfTask = (row: HeatRow) => withQuery('/pages/tasks/task/index', { id: row.task.id });

/** "本期（2026年第三季度）还没有填报", where a cell's light says so. */
export function owedOfCell({ task }: HeatRow, { dueOn, light }: HeatCell): string | null {
  const every = light === 'amber' ? reportEvery(dueOn, task.duePhrase) : null;
  return every && periodStateInWords({ ...periodOf(today(), every), state: 'open', daysLate: 0 });
}
