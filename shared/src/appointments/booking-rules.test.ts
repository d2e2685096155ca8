import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../verdict.ts';
import { checkInput } from '../http/input.ts';
import { BookingCode, BookingConfirmation, type BookingState } from './booking.ts';
import { canCancel, canConfirm, canExtend, canHold, canStep, isAhead } from './booking-rules.ts';
import { bookingStateInWords } from './booking-words.ts';
import { inTurn, waitingMinutes } from './queue-rules.ts';
import { codeFrom } from '../people/receipt-code.ts';

const SERVICE = {
  isOffered: true,
  leadMinutes: 60,
  horizonDays: 7,
  limitPerPerson: 1,
  cutOffMinutes: 120,
  maxExtensions: 2,
  noShowPolicy: null,
};
const NOW = '2026-11-25T01:00:00.000Z'; // 9:00 in Shanghai
const said = (verdict: Verdict) => (verdict.allowed ? '可以' : verdict.reason);
const at = (minute: number, day = '2026-11-25') => ({ day, minute });

describe('a time can be held', () => {
  it.each([
    ['an hour ahead, to the minute', {}, at(600), '可以'],
    ['a minute later no more', {}, at(599), '要提前 1 小时预约，请另选一个时间，或直接到现场取号'],
    ['nor what has begun', { leadMinutes: 0 }, at(540), '这个时间已经过去，请另选一个时间'],
    ['on the last day', {}, at(600, '2026-12-02'), '可以'],
    ['not beyond', {}, at(600, '2026-12-03'), '现在只能约到 2026-12-02，请选早一点的日期'],
    ['not while none are taken', { isOffered: false }, at(600), '这个事项暂停预约，可以直接到现场取号'],
  ])('%s', (_, over, slot, words) => expect(said(canHold({ ...SERVICE, ...over }, slot, NOW))).toBe(words));

  it('longer, so many times', () => {
    expect(said(canExtend(SERVICE, { state: 'held', extensions: 1 }))).toBe('可以');
    expect(said(canExtend(SERVICE, { state: 'held', extensions: 2 }))).toMatch(/^已经延长到头了/);
    expect(said(canExtend(SERVICE, { state: 'booked', extensions: 0 }))).toMatch(/已经约好了/);
  });
});

describe('one person', () => {
  it('hears what is booked already', () => {
    const standing = { open: [at(570, '2026-11-26')], missedOn: [] };
    expect(said(canConfirm(SERVICE, standing, '2026-11-25', 'web'))).toMatch(/11月26日 周四 9:30.+每人最多 1 次/);
  });

  it('is paused for missed visits only where the place has such a rule, and hears until when', () => {
    const missed = { open: [], missedOn: ['2026-11-20', '2026-11-10'] };
    expect(said(canConfirm(SERVICE, missed, '2026-11-25', 'web'))).toBe('可以');
    const policy = { times: 2, withinDays: 30, pauseDays: 7 };
    const strict = { ...SERVICE, noShowPolicy: policy };
    expect(said(canConfirm(strict, missed, '2026-11-27', 'web'))).toMatch(/约了没来 2 次，网上预约停到 2026-11-27/);
    expect(said(canConfirm(strict, missed, '2026-11-28', 'web'))).toBe('可以');
    expect(said(canConfirm(strict, missed, '2026-11-27', 'wechat'))).toMatch(/打电话请工作人员约/);
    expect(said(canConfirm(strict, missed, '2026-11-27', 'phone'))).toBe('可以');
  });
});

describe('a booking', () => {
  it.each([
    [at(660), 'booked', '可以'],
    [at(659), 'booked', '最晚要提前 2 小时取消；现在来不了，请打服务点的电话说一声'],
    [at(540), 'booked', '预约的时间已经到了，不能取消'],
    [at(660), 'cancelled', '这个预约已经取消了'],
    [at(660), 'serving', '这个预约已经在办理或办完了，不能取消'],
  ] as const)('of %j, %s, is cancelled: %#', (slot, state, words) =>
    expect(said(canCancel(SERVICE, { ...slot, state }, NOW))).toBe(words),
  );

  it.each<[BookingState, BookingState, boolean]>([
    ['booked', 'arrived', true],
    ['booked', 'done', true],
    ['serving', 'called', false],
    ['called', 'no-show', true],
    ['serving', 'no-show', false],
    ['no-show', 'arrived', true],
    ['no-show', 'serving', false],
    ['cancelled', 'arrived', false],
    ['done', 'done', false],
  ])('goes from %s to %s: %s', (from, to, can) => expect(canStep(from, to as 'done').allowed).toBe(can));

  it('has a number without signs that are taken for one another, read from whatever is typed', () => {
    const code = codeFrom(Uint8Array.from([0, 31, 255, 77, 8, 200]));
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    expect(BookingCode.parse(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code);
    expect(BookingCode.safeParse('O0I1LL').success).toBe(false);
  });
});

describe('a booking as whoever made it reads it', () => {
  const stands = { state: 'booked', day: '2026-12-08', brokenBy: null } as const;
  it.each([
    [stands, '2026-12-08', '约好了', true],
    [{ ...stands, brokenBy: '停电检修' }, '2026-12-01', '停办，等改期', true],
    [{ ...stands, brokenBy: '停电检修' }, '2026-12-09', '已经过去', false],
    [stands, '2027-08-02', '已经过去', false],
    [{ ...stands, state: 'cancelled' }, '2026-12-01', '已取消', false],
    [{ ...stands, state: 'serving' }, '2026-12-08', '正在办理', true],
    [{ ...stands, state: 'done' }, '2026-12-08', '办完了', false],
  ] as const)('%j on %s', (booking, today, words, ahead) => {
    expect(bookingStateInWords(booking, today)).toBe(words);
    expect(isAhead(booking, today)).toBe(ahead);
  });
});

describe('the row at the counter', () => {
  const came = (id: string, via: 'web' | 'walk-in', minute: number, arrived: string) => ({
    id,
    via,
    day: '2026-11-25',
    minute,
    arrivedAt: `2026-11-25T${arrived}:00.000Z`,
  });

  it('calls by the time booked; who is late by more than ten minutes stands behind who came before', () => {
    const row = [
      came('late', 'web', 540, '01:11'),
      came('walk-in', 'walk-in', 545, '01:05'),
      came('in-time', 'web', 540, '01:10'),
      came('early', 'web', 600, '00:30'),
    ];
    expect(inTurn(row).map(({ id }) => id)).toEqual(['in-time', 'walk-in', 'late', 'early']);
  });

  it('says what whoever comes now waits, and nothing while nobody is served', () => {
    const waiting = { state: 'arrived' as const, minutes: 20 };
    expect(waitingMinutes([waiting, waiting])).toBeNull();
    const serving = { state: 'serving' as const, minutes: 20 };
    expect(waitingMinutes([waiting, waiting, waiting, serving, serving])).toBe(30);
  });
});

it('a name pasted in several lines is one line; a phone that is missing is asked for, a wrong one is called so', () => {
  const confirmation = { key: 'k'.repeat(32), name: ' 石\n大娘 ', phone: '138 0000-0001' };
  expect(checkInput(BookingConfirmation, confirmation)).toMatchObject({
    valid: true,
    value: { name: '石 大娘', phone: '13800000001' },
  });
  const words = (phone: string) => {
    const checked = checkInput(BookingConfirmation, { ...confirmation, phone });
    return checked.valid ? '' : checked.issues[0]!.message;
  };
  expect([words(''), words('123')]).toEqual(['请填写手机号', '手机号应是 11 位数字，以 1 开头']);
});
