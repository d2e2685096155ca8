import { describe, expect, it } from '@jest/globals';
import {
  afterCheckIn,
  afterDoorActs,
  afterTakingBack,
  asNoted,
  canCheckInAt,
  unknownCodes,
  type AtDoor,
  type DoorAct,
} from './door-acts.ts';
import type { DoorEntry } from './sign-up.ts';

const at = (clock: string) => `2026-12-15T0${clock}:00.000Z`;
const entry = (attendeeId: string, over: Partial<DoorEntry> = {}): DoorEntry => ({
  attendeeId,
  code: 'K7M2QX',
  name: attendeeId,
  sessionKey: '上午',
  groupKey: '居民',
  state: 'confirmed',
  via: 'web',
  speakingPlace: null,
  arrivedAt: null,
  ...over,
});
const checkIn = (over: Partial<Extract<DoorAct, { kind: 'check-in' }>>): DoorAct => ({
  kind: 'check-in',
  id: '一',
  sessionKey: '上午',
  code: null,
  attendeeIds: [],
  happenedAt: at('1:05'),
  ...over,
});
const walkIn: DoorAct = {
  kind: 'walk-in',
  id: '丁',
  sessionKey: '上午',
  groupKey: '居民',
  name: null,
  happenedAt: at('1:06'),
};
const seen = (people: readonly AtDoor[]) =>
  people.map(({ attendeeId, arrivedAt, unsentId }) => [attendeeId, arrivedAt, unsentId]);

describe('a door without a signal', () => {
  const list = asNoted([entry('甲'), entry('乙'), entry('丙', { state: 'waiting' })]);

  it('lets in by name, by the number of several who have places, and whoever just comes, and knows what is unsent', () => {
    const byName = afterDoorActs(list, [checkIn({ attendeeIds: ['甲'] })], { isSent: false });
    expect(seen(byName)).toEqual([
      ['甲', at('1:05'), '一'],
      ['乙', null, null],
      ['丙', null, null],
    ]);
    const acts = [checkIn({ id: '二', code: 'K7M2QX', happenedAt: at('1:07') }), walkIn, walkIn];
    expect(seen(afterDoorActs(byName, acts, { isSent: false }))).toEqual([
      ['甲', at('1:05'), '一'],
      ['乙', at('1:07'), '二'],
      ['丙', null, null],
      ['丁', at('1:06'), '丁'],
    ]);
  });

  it('leaves whom another door had let in, and waits for nothing once it is sent', () => {
    const known = asNoted([entry('甲', { arrivedAt: at('1:01') }), entry('乙')]);
    const acts = [checkIn({ attendeeIds: ['甲'] }), checkIn({ id: '二', attendeeIds: ['乙'] })];
    expect(seen(afterDoorActs(known, acts, { isSent: true }))).toEqual([
      ['甲', at('1:01'), null],
      ['乙', at('1:05'), null],
    ]);
  });

  it('says which numbers it does not have', () => {
    const acts = [checkIn({ code: 'K7M2QX' }), checkIn({ code: 'ABC234' }), walkIn];
    expect(unknownCodes(list, acts)).toEqual(['ABC234']);
  });

  it('lets in those of its own session who have a place', () => {
    const words = (over: Partial<DoorEntry>, session = '上午') => {
      const verdict = canCheckInAt(entry('甲', over), session);
      return verdict.allowed ? '可以' : verdict.reason;
    };
    expect(words({})).toBe('可以');
    expect(words({}, '下午')).toMatch(/不是这一场/);
    expect(words({ state: 'waiting' })).toMatch(/还在候补/);
    expect(words({ state: 'withdrawn' })).toMatch(/已经退出/);
  });
});

describe('words of one person at two doors', () => {
  const NOBODY = { arrivedAt: null, lastNotedAt: null, takenBackAt: null };
  const words = {
    'in 1': at('1:01'),
    'out 2': at('1:02'),
    'in 3': at('1:03'),
    'out 4': at('1:04'),
    'in 5': at('1:05'),
  };
  type Word = keyof typeof words;
  const heard = (order: readonly Word[]) =>
    order.reduce(
      (times, word) => (word.startsWith('in') ? afterCheckIn(times, words[word]) : afterTakingBack(times, words[word])),
      NOBODY as Parameters<typeof afterCheckIn>[0],
    );
  const orders = (some: readonly Word[]): Word[][] =>
    some.length < 2
      ? [[...some]]
      : some.flatMap((one) => orders(some.filter((other) => other !== one)).map((rest) => [one, ...rest]));

  it.each<[Word[], string | null]>([
    [['in 1'], words['in 1']],
    [['in 1', 'in 3'], words['in 1']],
    [['in 1', 'out 2'], null],
    [['in 1', 'out 2', 'in 3'], words['in 3']],
    [['in 1', 'out 2', 'in 3', 'out 4'], null],
    [['in 1', 'out 2', 'in 3', 'out 4', 'in 5'], words['in 5']],
  ])('%j say the same in whatever order they come, and twice', (some, arrivedAt) => {
    for (const order of orders(some))
      expect([order, heard([...order, ...order]).arrivedAt]).toEqual([order, arrivedAt]);
  });

  it('a device knows what it took back without a signal', () => {
    const known = asNoted([entry('甲', { arrivedAt: at('1:01') }), entry('乙', { arrivedAt: at('1:09') })]);
    const removal: DoorAct = { kind: 'removal', id: '三', attendeeIds: ['甲', '乙'], happenedAt: at('1:05') };
    expect(seen(afterDoorActs(known, [removal], { isSent: false }))).toEqual([
      ['甲', null, '三'],
      ['乙', at('1:09'), null],
    ]);
  });
});
