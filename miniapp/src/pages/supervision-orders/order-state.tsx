import { daysBetween } from '@county/shared/calendar/day';
import { owesAnswer } from '@county/shared/supervision-orders/order-rules';
import {
  SUPERVISION_ORDER_STATE_LABELS,
  type SupervisionOrder,
  type SupervisionOrderState,
} from '@county/shared/supervision-orders/supervision-order';
import { today } from '../../platform/clock';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

const LOOKS = {
  issued: { tone: 'amber', icon: 'inbox' },
  received: { tone: 'amber', icon: 'clock' },
  answered: { tone: 'blue', icon: 'eye' },
  returned: { tone: 'blue', icon: 'undo-2' },
  accepted: { tone: 'pine', icon: 'circle-check' },
  withdrawn: { tone: 'stone', icon: 'circle-minus' },
} as const satisfies Record<SupervisionOrderState, { tone: Tone; icon: IconName }>;

export function OrderStateTag({ state }: { state: SupervisionOrderState }) {
  return (
    <Tag tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {SUPERVISION_ORDER_STATE_LABELS[state]}
    </Tag>
  );
}

/** How late an answer is that is still owed; nothing while it is not late. */
export function OrderLateTag({ order }: { order: Pick<SupervisionOrder, 'state' | 'answerBy'> }) {
  const late = owesAnswer(order.state) ? daysBetween(order.answerBy, today()) : 0;
  return late > 0 ? <Tag tone="cinnabar" icon="triangle-alert">{`逾期 ${late} 天未答复`}</Tag> : null;
}

export const orderPage = (orderId: string) => `/pages/supervision-orders/order/index?id=${orderId}`;
