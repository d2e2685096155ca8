import { phaseOf } from '@county/shared/public-events/event-rules';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { listPublicEvents } from '@county/shared/public-events/public-event-routes';
import { useCall } from '../../api/use-call';
import { EVENTS_PAGE } from '../../navigation/event-pages';
import { now } from '../../platform/clock';
import { Card, Row, Section } from '../../ui/surface';
import { EventRow } from '../events/event-row';

const MOST_SHOWN = 2;
const ASKED = 12;

/** Whoever is too late to sign up, or reads of a day that is cancelled, has no use for it here. */
const CAN_COME = ['no-sign-up', 'announced', 'sign-up-open', 'running'];

/** 近期活动: the next days on which one may still come and look; home waits for nothing of it. */
export function NextEvents() {
  const events = useCall(listPublicEvents, { query: { part: 'coming', limit: ASKED } });
  const canCome = (event: PublicEventSummary) => CAN_COME.includes(phaseOf(event, event.isCancelled, now()));
  const coming = events.data?.items.filter(canCome).slice(0, MOST_SHOWN) ?? [];
  if (!coming.length) return null;
  return (
    <Section title="近期活动">
      <Card flush>
        {coming.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
        <Row icon="calendar-days" title="看全部活动" to={EVENTS_PAGE} />
      </Card>
    </Section>
  );
}
