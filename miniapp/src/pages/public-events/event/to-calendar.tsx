import type { PublicEvent } from '@county/shared/public-events/event-record';
import { extentOf } from '@county/shared/public-events/event-rules';
import { getEventCalendarEntry } from '@county/shared/public-events/public-event-routes';
import { download } from '../../../api/call';
import { ToCalendar } from '../../../components/to-calendar';

/** The event in the phone's own calendar. */
export function EventToCalendar({ event }: { event: PublicEvent }) {
  const { id, title, place, content } = event;
  const { from, to } = extentOf(event);
  const words = `联系人：${content.contact.name} ${content.contact.phone}`;
  return (
    <ToCalendar
      entry={{ title, place: place.name, words, from, to }}
      fetchFile={() => download(getEventCalendarEntry, { params: { eventId: id } }, '活动.ics')}
    />
  );
}
