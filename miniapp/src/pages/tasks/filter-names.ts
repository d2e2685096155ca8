import { getOrgUnit } from '@county/shared/org-units/org-unit-routes';
import type { ledgerFilterInWords } from '@county/shared/tasks/overview/task-filters';
import { useCall } from '../../api/use-call';
import type { ChosenFilters } from './chosen-filters';

/** What the filters of a page mean, by name, whether or not any line is left that bears it. */
export function useFilterNames(
  { taskId, unitId, underUnitId }: ChosenFilters,
  task: { number: number } | undefined,
): Parameters<typeof ledgerFilterInWords>[1] {
  const unit = useUnitName(unitId);
  const underUnit = useUnitName(underUnitId);
  return { task: taskId && (task ? `第 ${task.number} 项` : '一项任务'), unit, underUnit };
}

function useUnitName(unitId: string | undefined): string | undefined {
  const unit = useCall(getOrgUnit, unitId ? { params: { unitId } } : null);
  return unitId && (unit.data?.name ?? '一个单位');
}
