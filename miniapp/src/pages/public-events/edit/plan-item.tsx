import { listEventPlans } from '@county/shared/public-events/event-desk-routes';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { useCall } from '../../../api/use-call';
import { faultAt } from '../../../components/content-faults';
import { today } from '../../../platform/clock';
import { Select } from '../../../ui/field';
import type { FormPart } from './form-parts';

const NONE = 'none';

/** Which item of the unit's year it carries out: chosen, it gives the kind and the theme, and is not typed twice. */
export function PlanItem({ form, write, issues }: FormPart) {
  const year = Number(today().slice(0, 4));
  const unitId = form.unit?.unitId;
  const of = (wanted: number) => (unitId ? { query: { year: wanted, unitId } } : null);
  const plans = [useCall(listEventPlans, of(year)), useCall(listEventPlans, of(year + 1))];
  const items = plans
    .flatMap(({ data }) => data?.items ?? [])
    .flatMap((plan) => plan.items)
    .filter(({ id, state }) => id === form.planItemId || state === 'planned' || state === 'missing');
  if (!items.length) return null;
  const choose = (value: string) => {
    const item = items.find(({ id }) => id === value);
    if (!item) return write({ planItemId: null });
    write({ planItemId: item.id, kind: item.kind, title: form.title || item.theme });
  };
  return (
    <Select
      label="年度计划里的哪一项"
      hint="选了就算这一项办了；计划以外的不用选"
      optional
      options={[
        { value: NONE, label: '计划以外的' },
        ...items.map(({ id, year: inYear, month, kind, theme }) => ({
          value: id,
          label: `${inYear === year ? '' : `${inYear}年`}${month}月 ${theme}（${EVENT_KIND_LABELS[kind]}）`,
        })),
      ]}
      value={form.planItemId ?? NONE}
      onChange={choose}
      error={faultAt(issues, 'planItemId')}
    />
  );
}
