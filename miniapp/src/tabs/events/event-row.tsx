import { inOrderOfTime, phaseOf } from '@county/shared/public-events/event-rules';
import { EVENT_KIND_LABELS, sessionInWords } from '@county/shared/public-events/event-words';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { EventTag } from '../../components/event-tag';
import { eventPage } from '../../navigation/event-pages';
import { now, today } from '../../platform/clock';
import { Box } from '../../ui/base/box';
import { Row } from '../../ui/surface';

/** An event in a list: when, where, and whether one can still come. */
export function EventRow({ event }: { event: PublicEventSummary }) {
  const { sessions, signUp, seatsLeft, isCancelled } = event;
  const phase = phaseOf({ sessions, signUp }, isCancelled, now());
  const [first] = inOrderOfTime(sessions);
  const when = `${sessionInWords(first!, today())}${sessions.length > 1 ? ` 等 ${sessions.length} 场` : ''}`;
  const left =
    phase !== 'sign-up-open' || seatsLeft === null || event.isDraw
      ? ''
      : seatsLeft
        ? `还有 ${seatsLeft} 个名额`
        : '可以候补';
  return (
    <Row
      title={event.title}
      about={`${when} · ${event.placeName}`}
      foot={
        <>
          <Box className="row-about">
            {`${EVENT_KIND_LABELS[event.kind]} · ${event.unitName}${event.hasRecord ? ' · 纪要已公布' : ''}`}
          </Box>
          <EventTag phase={phase} more={left} />
        </>
      }
      to={eventPage(event.id)}
    />
  );
}
