import ICAL from 'ical.js';
import { describe, expect, it } from '@jest/globals';
import { calendarText, type CalendarEvent } from './calendar-text.ts';

const EVENT: CalendarEvent = {
  uid: 'a@county.example',
  startsAt: '2026-12-08T01:00:00.000Z',
  endsAt: '2026-12-08T03:30:00.000Z',
  sequence: 2,
  isCancelled: false,
  summary: '政务开放日：走进自来水厂; 一杯水, 怎么来',
  location: '青石镇自来水厂\\门口',
  description: `第一行\n第二行 ${'长'.repeat(120)}😀`,
  url: 'https://county.example/events/a',
  place: { longitude: 105.52, latitude: 31.47 },
  alarmMinutes: 60,
};
const text = calendarText({ name: '示例县活动', product: 'events', now: '2026-11-25T01:00:00.000Z' }, [EVENT]);

/** As another programme reads it. */
const read = (calendar: string) => {
  const component = new ICAL.Component(ICAL.parse(calendar) as never);
  return component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};

describe('a calendar file', () => {
  it('keeps every line within 75 bytes and ends each as calendars want it', () => {
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.at(-1)).toBe('');
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('says to another reader what was said', () => {
    const [event] = read(text);
    expect([event!.uid, event!.summary, event!.location]).toEqual([EVENT.uid, EVENT.summary, EVENT.location]);
    expect([event!.description, event!.sequence]).toEqual([EVENT.description, 2]);
    expect(event!.startDate.zone.tzid).toBe('Asia/Shanghai');
    expect(event!.startDate.toJSDate().toISOString()).toBe(EVENT.startsAt);
    expect(event!.endDate.toJSDate().toISOString()).toBe(EVENT.endsAt);
    expect(event!.component.getFirstPropertyValue('geo')).toEqual([31.47, 105.52]);
    expect(event!.component.getAllSubcomponents('valarm')).toHaveLength(1);
  });

  it('rings for nothing that was cancelled', () => {
    const [event] = read(
      calendarText({ name: null, product: 'x', now: EVENT.startsAt }, [{ ...EVENT, isCancelled: true }]),
    );
    expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event!.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('is a calendar without events too', () => {
    expect(read(calendarText({ name: '空', product: 'x', now: EVENT.startsAt }, []))).toEqual([]);
  });
});
