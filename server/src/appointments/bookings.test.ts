import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { BookingCounty, minuteOf } from '../../../test/support/booking-county.ts';
import { Bookings } from './appointments.tables.ts';
import { BookingErasure } from './booking-erasure.service.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const DAY = '2026-11-26';
const MORNING = ['8:30 ×1', '9:00 ×1', '9:30 ×1', '10:00 ×1', '10:30 ×1', '11:00 ×1', '11:30 ×1'];

describe('a time', () => {
  it('is held for ten minutes, longer when asked, and free again when it lapses', async () => {
    const { id } = await here.service();
    expect(await here.freeTimes(id, DAY)).toEqual(MORNING);
    const { body: held } = await here.hold(id, DAY, '9:00');
    expect(held).toMatchObject({
      heldUntil: expect.stringMatching(/^2026-11-25T01:1\d/),
      extensionsLeft: 2,
      minutes: 30,
    });
    expect(await here.freeTimes(id, DAY)).not.toContain('9:00 ×1');
    const more = (key: string = newId()) =>
      here.ask('POST', `/bookings/${held.id}/extensions`, { id: key, key: held.key });
    const extension = newId();
    const first = await more(extension);
    expect([first.status, first.body.extensionsLeft]).toEqual([201, 1]);
    expect((await more(extension)).status).toBe(200);
    await more();
    expect((await more()).body.message).toMatch(/^已经延长到头了/);
    here.later(31);
    expect(await here.freeTimes(id, DAY)).toContain('9:00 ×1');
    // Still confirmed while nobody else took it; taken by somebody else, it is gone.
    const other = await here.hold(id, DAY, '9:00');
    expect(other.status).toBe(201);
    expect((await here.confirm(held)).body.message).toMatch(/保留时间已过/);
    expect((await here.confirm(other.body)).status).toBe(201);
  });

  it('is given back at once by whoever does not want it', async () => {
    const { id } = await here.service();
    const { body: held } = await here.hold(id, DAY, '9:00');
    const release = (key: string) => here.ask('POST', `/bookings/${held.id}/releases`, { key });
    expect((await release('x'.repeat(32))).status).toBe(404);
    expect([(await release(held.key)).status, await here.freeTimes(id, DAY)]).toEqual([201, MORNING]);
    // A hold that lapsed a moment ago is there still: its id stands for that time, and for no other day's.
    const { body: lapsed } = await here.hold(id, DAY, '9:00');
    here.later(11);
    const again = await here.hold(id, '2026-11-27', '9:00', { id: lapsed.id });
    expect(again).toMatchObject({ status: 409, body: { code: 'id-taken' } });
  });

  it('that is none, too far or past is refused in words', async () => {
    const { id } = await here.service({ horizonDays: 7 });
    expect((await here.hold(id, DAY, '9:10')).body.message).toMatch(/没有这个时间/);
    expect((await here.hold(id, '2026-12-04', '9:00')).body.message).toMatch(/只能约到 2026-12-02/);
    expect((await here.hold(id, '2026-11-25', '8:30')).body.message).toMatch(/已经过去/);
    expect((await here.hold(newId(), DAY, '9:00')).status).toBe(404);
  });
});

describe('a booking', () => {
  it('has a number, asks for name and phone alone, and keeps both encrypted', async () => {
    const { id } = await here.service();
    const booking = await here.booked(id, DAY, '9:00', { bookedBy: { name: '石小妹', phone: '13800000002' } });
    expect(booking).toMatchObject({
      state: 'booked',
      name: '石大娘',
      maskedPhone: '138****0001',
      bookedByName: '石小妹',
    });
    expect(booking.code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    const row = await here.county.database.read((db) => db.findOneByOrFail(Bookings, { id: booking.id }));
    expect(JSON.stringify(row)).not.toMatch(/石大娘|石小妹|1380000000/);
  });

  it('is read by its link, which changes nothing however often it is opened, and by nobody without it', async () => {
    const { id } = await here.service();
    const { id: bookingId, key } = await here.booked(id, DAY, '9:00');
    const read = () => here.county.database.read((db) => db.findOneByOrFail(Bookings, { id: bookingId }));
    const before = await read();
    for (const path of [`/bookings/${bookingId}?key=${key}`, `/bookings/${bookingId}/calendar-entry?key=${key}`])
      for (let times = 0; times < 3; times += 1) expect((await here.ask('GET', path)).status).toBe(200);
    expect(await read()).toEqual(before);
    expect((await here.ask('GET', `/bookings/${bookingId}?key=${'x'.repeat(32)}`)).status).toBe(404);
  });

  it('goes into the phone’s calendar, in lines a calendar takes', async () => {
    const { id } = await here.service();
    const { id: bookingId, key } = await here.booked(id, DAY, '9:00');
    const { headers, body } = await here.ask('GET', `/bookings/${bookingId}/calendar-entry?key=${key}`);
    expect(headers.get('content-type')).toContain('text/calendar');
    const lines = body.toString().split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Asia/Shanghai:20261126T090000',
        'DTEND;TZID=Asia/Shanghai:20261126T093000',
      ]),
    );
    expect(lines.every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('is found again by its number and the phone; guesses are counted', async () => {
    const { id } = await here.service();
    const { code, key } = await here.booked(id, DAY, '9:00', { phone: '13800000077' });
    const find = (phone: string, given = code) => here.ask('POST', '/booking-look-ups', { code: given, phone });
    const found = await find('13800000077', ` ${code.toLowerCase()} `);
    expect([found.status, found.body.key]).toEqual([201, key]);
    for (let guess = 0; guess < 5; guess += 1) expect((await find(`1390000000${guess}`)).status).toBe(404);
    expect(await find('13800000077')).toMatchObject({ status: 429 });
  });

  it('is moved and cancelled until the cut-off; the old time is free at once', async () => {
    const { id } = await here.service();
    const booking = await here.booked(id, DAY, '9:00', { phone: '13800000031' });
    const move = (time: string) =>
      here.ask('POST', `/bookings/${booking.id}/changes`, {
        id: newId(),
        key: booking.key,
        day: DAY,
        minute: minuteOf(time),
      });
    const moved = await move('10:00');
    expect([moved.status, moved.body.minute]).toEqual([201, 600]);
    expect(await here.freeTimes(id, DAY)).toEqual(MORNING.filter((time) => time !== '10:00 ×1'));
    here.map.at(DAY, '09:01');
    expect((await move('11:00')).body.message).toMatch(/最晚要提前 1 小时改期/);
    const cancel = () => here.ask('POST', `/bookings/${booking.id}/cancellations`, { key: booking.key });
    expect((await cancel()).body.message).toMatch(/最晚要提前 1 小时取消/);
    here.map.at('2026-11-25');
    expect((await cancel()).body.state).toBe('cancelled');
    expect(await here.freeTimes(id, DAY)).toEqual(MORNING);
  });

  it('is told of the day before in WeChat, and no more once it is cancelled', async () => {
    const { id } = await here.service({ limitPerPerson: 5 });
    const token = await here.map.token('resident');
    const kept = await here.booked(id, '2026-11-27', '9:00', {}, token);
    const dropped = await here.booked(id, '2026-11-27', '9:30', {}, token);
    await here.ask('POST', `/bookings/${dropped.id}/cancellations`, { key: dropped.key });
    const own = await here.ask('GET', '/own-bookings', undefined, token);
    expect(own.body.items.map(({ id: one }: { id: string }) => one).sort()).toEqual([kept.id, dropped.id].sort());
    const told = await here.county.database.read((db) =>
      db.query('SELECT `words`, `subjectId` FROM `reminder` WHERE `subjectKind` = ?', ['booking']),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ subjectId: kept.id });
    expect(told[0].words).toMatch(/^明天 9:00 在石桥村老年活动室代办点/);
  });

  it('loses its names six months after its day; what was counted stays', async () => {
    const { id } = await here.service();
    const { id: bookingId, key } = await here.booked(id, DAY, '9:00', { phone: '13800000041' });
    const erase = () => here.county.app.get(BookingErasure).run();
    const read = () => here.county.database.read((db) => db.findOneByOrFail(Bookings, { id: bookingId }));
    here.map.at('2027-05-26');
    await erase();
    expect((await read()).isErased).toBe(false);
    here.map.at('2027-05-27');
    await erase();
    expect(await read()).toMatchObject({ name: null, phone: null, phoneHash: null, isErased: true, serviceId: id });
    const { body } = await here.ask('GET', `/bookings/${bookingId}?key=${key}`);
    expect(body).toMatchObject({ isErased: true, code: '', maskedPhone: null, day: DAY });
  });
});
