import ICAL from 'ical.js';

/** The events of a calendar file as another programme reads it. */
export function readCalendar(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
