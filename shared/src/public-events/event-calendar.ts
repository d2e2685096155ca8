import type { CalendarEvent } from '../calendar/calendar-text.ts';
import type { PublicEvent } from './event-record.ts';
import { stretchOf } from './event-rules.ts';
import { EVENT_KIND_LABELS } from './event-words.ts';

type Shown = Pick<
  PublicEvent,
  | 'id'
  | 'title'
  | 'kind'
  | 'unitName'
  | 'sessions'
  | 'content'
  | 'place'
  | 'version'
  | 'isCancelled'
  | 'cancelledReason'
>;

/** An event's sessions as a phone's own calendar takes them; a change or a cancellation takes the place of what was there. */
export function calendarEventsOf(event: Shown, { host, page }: { host: string; page: string | null }): CalendarEvent[] {
  const { content, place, isCancelled, cancelledReason } = event;
  const description = [
    ...(isCancelled ? [`已取消：${cancelledReason ?? ''}`] : []),
    content.intro,
    ...(content.bring ? [`要带：${content.bring}`] : []),
    `联系人：${content.contact.name} ${content.contact.phone}`,
    ...(content.streamUrl ? [`直播：${content.streamUrl}`] : []),
  ].join('\n');
  return event.sessions.map((session) => {
    const { from, to } = stretchOf(session);
    const name = session.name ? `${event.title}（${session.name}）` : event.title;
    return {
      uid: `${event.id}-${session.key}@${host}`,
      startsAt: from,
      endsAt: to,
      // A cancellation is one more change, and so is what is let out after it: the number never stays.
      sequence: 2 * (event.version - 1) + (isCancelled ? 1 : 0),
      isCancelled,
      summary: `${isCancelled ? '【取消】' : ''}${EVENT_KIND_LABELS[event.kind]}：${name}`,
      location: [place.name, place.address].filter(Boolean).join(' '),
      description,
      url: page,
      place: place.places?.wgs84 ?? null,
      alarmMinutes: 60,
    };
  });
}
