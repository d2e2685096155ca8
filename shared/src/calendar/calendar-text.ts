/** One event of a calendar file; instants are UTC. */
export interface CalendarEvent {
  /** Stays the same however the event changes. */
  uid: string;
  startsAt: string;
  endsAt: string;
  /** Counts the changes: a calendar takes the one with the higher number. */
  sequence: number;
  isCancelled: boolean;
  summary: string;
  location: string;
  description: string;
  url?: string | null;
  /** Degrees of WGS-84. */
  place?: { longitude: number; latitude: number } | null;
  /** Rung so many minutes before; null: not at all. */
  alarmMinutes: number | null;
}

/** A line holds 75 bytes; the rest stands on the next one, behind a blank (RFC 5545, 3.1). */
const MOST_BYTES = 75;

/** China has kept one time all the year since 1991. */
const SHANGHAI = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** A calendar file (RFC 5545) in Shanghai time; `name` is what the calendar is called where it is subscribed to. */
export function calendarText(
  { name, product, now }: { name: string | null; product: string; now: string },
  events: readonly CalendarEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//county//${product}//ZH`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // Phones ask again after so long; the second is for those that know only the older name.
    ...(name ? [`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H'] : []),
    ...SHANGHAI,
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ];
  return lines.flatMap(folded).join('\r\n') + '\r\n';
}

function linesOf(event: CalendarEvent, now: string): string[] {
  const { uid, startsAt, endsAt, sequence, isCancelled, summary, location, description, url, place } = event;
  const alarm = isCancelled ? null : event.alarmMinutes;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;TZID=Asia/Shanghai:${local(startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${local(endsAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(location)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(url ? [`URL:${url}`] : []),
    ...(place ? [`GEO:${place.latitude};${place.longitude}`] : []),
    ...(alarm === null
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-PT${alarm}M`, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

const compact = (iso: string): string => iso.slice(0, 19).replace(/[-:]/g, '');
const utc = (instant: string): string => `${compact(new Date(instant).toISOString())}Z`;
const local = (instant: string): string => compact(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString());

/** What any reader might take for the end of a line is said as one. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[^\P{Cc}\t]|[\u2028\u2029]/gu, '\\n');

const bytesOf = (sign: string): number => {
  const point = sign.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const more = bytesOf(sign);
    if (bytes + more > MOST_BYTES) {
      parts.push(part);
      [part, bytes] = [' ', 1];
    }
    part += sign;
    bytes += more;
  }
  return [...parts, part];
}
