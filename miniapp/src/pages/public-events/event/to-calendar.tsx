import type { PublicEvent } from '@county/shared/public-events/event-record';
import { extentOf, inOrderOfTime, stretchOf } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import { getEventCalendarEntry } from '@county/shared/public-events/public-event-routes';
import { download } from '../../../api/call';
import { isEntryByEntry, ToCalendar } from '../../../components/to-calendar';
import { today } from '../../../platform/clock';

/** The event in the phone's own calendar; weeks may lie between its sessions, and none of them is an entry. */
export function EventToCalendar({ event }: { event: PublicEvent }) {
  const { id, title, place, content } = event;
  const about = { title, place: place.name, words: `联系人：${content.contact.name} ${content.contact.phone}` };
  const fetchFile = () => download(getEventCalendarEntry, { params: { eventId: id } }, '活动.ics');
  if (!isEntryByEntry || event.sessions.length === 1)
    return <ToCalendar entry={{ ...about, ...extentOf(event) }} fetchFile={fetchFile} />;
  return (
    <>
      {inOrderOfTime(event.sessions).map((session) => (
        <ToCalendar
          key={session.key}
          which={sessionInWords(session, today())}
          entry={{ ...about, ...stretchOf(session) }}
          fetchFile={fetchFile}
        />
      ))}
    </>
  );
}
