import {
  PLAN_ITEM_STATE_LABELS,
  PlanItemState,
  type EventPlan,
  type EventPlanItem,
} from '@county/shared/public-events/event-plan';
import { canServeEvent } from '@county/shared/public-events/event-rules';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { useStaff } from '../../../api/session';
import { eventPage, recordPage } from '../../../navigation/event-pages';
import { Box } from '../../../ui/base/box';
import type { IconName } from '../../../ui/icon-name';
import { Card, Row, Section } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';

const LOOKS = {
  planned: ['stone', 'calendar-days'],
  announced: ['blue', 'megaphone'],
  held: ['pine', 'circle-check'],
  missing: ['cinnabar', 'circle-alert'],
  cancelled: ['stone', 'x'],
} as const satisfies Record<PlanItemState, readonly [Tone, IconName]>;

interface Props {
  plan: EventPlan;
  onChange(item: EventPlanItem): void;
}

/** One unit's year, month after month. */
export function UnitPlan({ plan, onChange }: Props) {
  const { unitName, items, besides } = plan;
  return (
    <Section title={unitName} about={countsInWords(plan)}>
      <Card flush>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} onChange={onChange} />
        ))}
        {besides.map(({ eventId, title, month, kind }) => (
          <Row
            key={eventId}
            title={title}
            about={`${month} 月 · ${EVENT_KIND_LABELS[kind]} · 计划外`}
            to={eventPage(eventId)}
          />
        ))}
        {items.length + besides.length ? null : <Box className="row">还没有列计划</Box>}
      </Card>
    </Section>
  );
}

function ItemRow({ item, onChange }: { item: EventPlanItem; onChange(item: EventPlanItem): void }) {
  const staff = useStaff()!;
  const { month, kind, theme, state, eventId, unitId } = item;
  const [tone, icon] = LOOKS[state];
  const isWritten = eventId !== null && (state === 'planned' || state === 'missing');
  const about = [`${month} 月`, EVENT_KIND_LABELS[kind], isWritten ? '通知正在起草' : ''].filter(Boolean).join(' · ');
  const shown = {
    title: theme,
    about,
    end: (
      <Tag tone={tone} icon={icon}>
        {PLAN_ITEM_STATE_LABELS[state]}
      </Tag>
    ),
  };
  if (state === 'held' && eventId) return <Row {...shown} to={recordPage(eventId)} />;
  if (state === 'announced' && eventId) return <Row {...shown} to={eventPage(eventId)} />;
  if (!canServeEvent(unitId, staff).allowed) return <Row {...shown} />;
  return (
    <Row {...shown} onPress={() => onChange(item)} label={`修改${theme}，${about}，${PLAN_ITEM_STATE_LABELS[state]}`} />
  );
}

/** 计划 4 项：已举行 2，到期未举行 1. */
function countsInWords({ items, besides }: EventPlan): string {
  const counts = PlanItemState.options
    .map((state) => ({ state, count: items.filter((item) => item.state === state).length }))
    .filter(({ count }) => count)
    .map(({ state, count }) => `${PLAN_ITEM_STATE_LABELS[state]} ${count}`);
  return [
    items.length ? `计划 ${items.length} 项：${counts.join('，')}` : '没有列入计划的',
    ...(besides.length ? [`计划外 ${besides.length} 项`] : []),
  ].join('；');
}
