import { describe, expect, it } from '@jest/globals';
import { afterActs, isTakenAlready, type CounterAct, type CounterPerson } from './counter-acts.ts';
import { inTurn } from './queue-rules.ts';

const DAY = '2026-11-26';
const at = (clock: string) => `${DAY}T${clock}:00.000+08:00`;
const utc = (clock: string) => new Date(at(clock)).toISOString();
const person = (id: string, over: Partial<CounterPerson> = {}): CounterPerson => ({
  id,
  day: DAY,
  minute: 540,
  minutes: 30,
  state: 'booked',
  via: 'web',
  name: id,
  code: 'K7M2QX',
  serviceName: '办社保卡',
  phone: null,
  toBeRungAbout: null,
  arrivedAt: null,
  ...over,
});
const step = (bookingId: string, to: 'arrived' | 'called' | 'serving' | 'done' | 'no-show', clock: string) =>
  ({ kind: 'step', bookingId, to, happenedAt: utc(clock) }) satisfies CounterAct;
const states = (people: readonly CounterPerson[]) => people.map(({ id, state }) => `${id} ${state}`);

describe('a counter without a signal', () => {
  it('goes on from what it knew: people come, are called, served and done, walk-ins too', () => {
    const acts: CounterAct[] = [
      step('甲', 'arrived', '08:55'),
      { kind: 'walk-in', id: '丙', serviceName: '开证明', happenedAt: utc('08:50') },
      step('甲', 'called', '09:00'),
      step('甲', 'serving', '09:01'),
      step('甲', 'done', '09:10'),
    ];
    const after = afterActs([person('甲'), person('乙', { minute: 570 })], acts, DAY);
    expect(states(after)).toEqual(['甲 done', '乙 booked', '丙 arrived']);
    expect(after[0]!.arrivedAt).toBe(utc('08:55'));
    expect(after[2]).toMatchObject({ serviceName: '开证明', minute: 530, via: 'walk-in' });
    expect(inTurn(after.filter(({ state }) => state === 'arrived'))[0]!.id).toBe('丙');
  });

  it('leaves what the server knows better, what is of another day, and who is not there', () => {
    const known = [person('甲', { state: 'cancelled' }), person('乙', { state: 'done' }), person('丁')];
    const acts = [
      step('甲', 'arrived', '08:55'),
      step('乙', 'called', '08:56'),
      { ...step('丁', 'arrived', '08:57'), happenedAt: '2026-11-25T01:00:00.000Z' },
      step('没有的', 'arrived', '08:58'),
      step('丁', 'no-show', '08:59'),
    ];
    expect(afterActs(known, acts, DAY)).toEqual(known);
  });

  it('counts a walk-in once, also when the server has it by now', () => {
    const walkIn: CounterAct = { kind: 'walk-in', id: '丙', serviceName: '开证明', happenedAt: utc('08:50') };
    const known = person('丙', { via: 'walk-in', state: 'called', code: 'ABC234' });
    expect(afterActs([known], [walkIn, walkIn], DAY)).toEqual([known]);
  });
});

describe('a step that was refused', () => {
  it.each([
    ['arrived', 'arrived', true],
    ['done', 'called', true],
    ['called', 'serving', false],
    ['cancelled', 'arrived', false],
    ['no-show', 'arrived', false],
    ['no-show', 'no-show', true],
    ['serving', 'no-show', false],
  ] as const)('of somebody who is %s, to %s, was taken already: %s', (state, to, taken) =>
    expect(isTakenAlready({ state }, to)).toBe(taken),
  );
});
