import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../verdict.ts';
import type { EventField, EventSession, SignUpTerms } from './event-content.ts';
import { noPlaceYetInWords } from './event-words.ts';
import {
  answerFaults,
  canCheckIn,
  canDraw,
  canGiveFeedback,
  canLeave,
  canSignUp,
  canWithdrawSignUp,
  isEventFull,
  placesFor,
  toPromote,
  withdrawUntil,
} from './sign-up-rules.ts';

const said = (verdict: Verdict) => (verdict.allowed ? 'yes' : verdict.reason);
const SESSION: EventSession = { key: 's', name: '', day: '2026-12-15', from: '09:00', to: '11:00' };
const TERMS: SignUpTerms = {
  opensAt: '2026-11-26T01:00:00.000Z',
  closesAt: '2026-12-05T09:00:00.000Z',
  withdrawHours: 24,
  mostPeople: 5,
  fields: [],
  draw: null,
};
const content = (signUp: SignUpTerms | null = TERMS) => ({
  sessions: [SESSION],
  groups: [{ key: 'g', name: '居民', who: '', seats: 20 }],
  signUp,
  kind: 'open-day' as const,
});
const STANDS = { isCancelled: false, isDrawn: false };
const DRAW = { ...TERMS, draw: { seedSource: '12月6日的公开数字', drawnOn: '2026-12-06' } };

describe('the window of signing up', () => {
  it.each([
    ['2026-11-26T00:59:59.999Z', false, /^报名从 2026年11月26日 周四 09:00 开始$/],
    ['2026-11-26T01:00:00.000Z', false, /^yes$/],
    ['2026-12-05T08:59:59.999Z', false, /^yes$/],
    ['2026-12-05T09:00:00.000Z', false, /已在 2026年12月5日 周六 17:00 截止/],
    ['2026-12-05T09:00:00.000Z', true, /^yes$/],
    ['2026-12-15T01:00:00.000Z', true, /已经开始/],
  ])('at %s, by staff %s', (now, byStaff, words) =>
    expect(said(canSignUp(content(), SESSION, STANDS, { now, byStaff }))).toMatch(words),
  );

  it('is shut where it was cancelled, drawn, or never was', () => {
    const at = { now: '2026-12-01T01:00:00.000Z', byStaff: false };
    expect(said(canSignUp(content(), SESSION, { ...STANDS, isCancelled: true }, at))).toMatch(/已经取消/);
    expect(said(canSignUp(content(DRAW), SESSION, { ...STANDS, isDrawn: true }, at))).toMatch(/已经抽过签/);
    expect(said(canSignUp(content(null), SESSION, STANDS, at))).toMatch(/不用报名/);
  });
});

describe('places, as 20 seats are filled, lowered to 18 and raised to 21', () => {
  it.each([
    [{ seats: 20, taken: 0, waiting: 0 }, 3, 3],
    [{ seats: 20, taken: 18, waiting: 0 }, 3, 2],
    [{ seats: 20, taken: 20, waiting: 0 }, 1, 0],
    [{ seats: 20, taken: 19, waiting: 1 }, 1, 0],
    [{ seats: 18, taken: 20, waiting: 0 }, 1, 0],
  ])('%j: of %d newcomers %d have one', (pool, newcomers, places) => expect(placesFor(pool, newcomers)).toBe(places));

  it.each([
    [{ seats: 20, taken: 19, waiting: 5 }, 1],
    [{ seats: 18, taken: 20, waiting: 4 }, 0],
    [{ seats: 18, taken: 18, waiting: 4 }, 0],
    [{ seats: 21, taken: 20, waiting: 4 }, 1],
    [{ seats: 30, taken: 20, waiting: 4 }, 4],
    [{ seats: 21, taken: 20, waiting: 0 }, 0],
  ])('%j: %d move up', (pool, up) => expect(toPromote(pool)).toBe(up));
});

describe('a full event', () => {
  const FREE = { seats: 20, taken: 19, waiting: 0 };
  const FULL = { seats: 20, taken: 20, waiting: 0 };
  it.each([
    ['one place free', TERMS, [FULL, FREE], false],
    ['every place taken', TERMS, [FULL, FULL], true],
    ['a place free for whoever waits already', TERMS, [{ ...FREE, waiting: 1 }], true],
    ['a draw to come', DRAW, [FULL], false],
    ['no sign-up', null, [FULL], false],
  ])('%s', (_, signUp, counts, isFull) => expect(isEventFull({ content: { signUp }, counts })).toBe(isFull));

  const one = (
    name: string,
    state: 'waiting' | 'entered' | 'confirmed' | 'withdrawn',
    waitingPlace: number | null,
  ) => ({
    name,
    state,
    waitingPlace,
  });
  it.each([
    [[one('石大娘', 'waiting', 6)], '还没有名额（候补第 6 位）'],
    [[one('石大娘', 'waiting', 7), one('罗大爷', 'waiting', 6)], '还没有名额（候补第 6 位）'],
    [[one('石大娘', 'confirmed', null), one('罗大爷', 'waiting', 1)], '罗大爷还没有名额（候补第 1 位）'],
    [[one('石大娘', 'withdrawn', null), one('罗大爷', 'waiting', 1)], '还没有名额（候补第 1 位）'],
    [[one('石大娘', 'entered', null)], '还没有名额（等抽签）'],
    [[one('石大娘', 'confirmed', null)], ''],
    [[one('石大娘', 'withdrawn', null)], ''],
  ])('says of %j: %s', (attendees, words) => expect(noPlaceYetInWords(attendees)).toBe(words));
});

const comer = (state: 'confirmed' | 'withdrawn', arrivedAt: string | null = null) => ({ state, arrivedAt });

describe('withdrawing', () => {
  it('ends at the cut-off', () => {
    expect(withdrawUntil(TERMS, SESSION)).toBe('2026-12-14T01:00:00.000Z');
    const at = (now: string) => said(canWithdrawSignUp(TERMS, SESSION, [comer('confirmed')], now));
    expect(at('2026-12-14T01:00:00.000Z')).toBe('yes');
    expect(at('2026-12-14T01:00:00.001Z')).toMatch(/请打电话告诉主办单位/);
    expect(at('2026-12-15T01:00:00.000Z')).toMatch(/已经开始/);
  });
  it('is done once', () =>
    expect(said(canWithdrawSignUp(TERMS, SESSION, [comer('withdrawn')], '2026-12-01T01:00:00.000Z'))).toMatch(
      /已经退出了/,
    ));
  it('is not for whoever has come', () => {
    const came = comer('confirmed', '2026-12-15T00:50:00.000Z');
    const at = (...comers: ReturnType<typeof comer>[]) =>
      said(canWithdrawSignUp(TERMS, SESSION, comers, '2026-12-01T01:00:00.000Z'));
    expect(at(came)).toMatch(/^已经签到，不能再退出/);
    expect(at(came, comer('withdrawn'))).toMatch(/^已经签到，不能再退出/);
    expect(at(came, comer('confirmed'))).toBe('yes');
    expect(said(canLeave([came, comer('confirmed')]))).toMatch(/^有 1 位已经签到/);
  });
});

describe('what was filled in', () => {
  const fields: EventField[] = [
    { key: 'seat', label: '轮椅位', purpose: '安排座位', kind: 'yes-no', options: [], isRequired: true },
    {
      key: 'area',
      label: '所在片区',
      purpose: '分组座谈',
      kind: 'choice',
      options: ['城东', '城西'],
      isRequired: false,
    },
  ];
  const faults = (answers: Record<string, string>) =>
    answerFaults(fields, [{ id: 'x', name: '石大娘', answers }]).map(({ message }) => message);
  it.each([
    [{ seat: '是' }, []],
    [{ seat: '否', area: '城西' }, []],
    [{}, ['请填写石大娘的“轮椅位”']],
    [{ seat: '大概' }, ['石大娘的“轮椅位”请从选项里选']],
    [{ seat: '是', area: '城南' }, ['石大娘的“所在片区”请从选项里选']],
    [{ seat: '是', phone: '1' }, ['通知已经改过，有一项不用填了，请刷新后再报']],
  ])('%j', (answers, expected) => expect(faults(answers)).toEqual(expected));
});

describe('at the door and afterwards', () => {
  it.each([
    ['confirmed', /^yes$/],
    ['waiting', /还在候补/],
    ['entered', /还没有抽签/],
    ['withdrawn', /已经退出/],
  ] as const)('%s', (state, words) => expect(said(canCheckIn(state))).toMatch(words));

  it('feedback is of those who had a place, once it has begun', () => {
    expect(said(canGiveFeedback(SESSION, ['confirmed'], '2026-12-15T00:59:00.000Z'))).toMatch(/还没有开始/);
    expect(said(canGiveFeedback(SESSION, ['confirmed'], '2026-12-15T01:00:00.000Z'))).toBe('yes');
    expect(said(canGiveFeedback(SESSION, ['waiting'], '2026-12-16T01:00:00.000Z'))).toMatch(/没有参加/);
  });
});

describe('the draw', () => {
  it.each([
    ['2026-12-05T08:59:00.000Z', STANDS, DRAW, /还没有截止/],
    ['2026-12-05T09:00:00.000Z', STANDS, DRAW, /抽签日期是 2026-12-06/],
    ['2026-12-06T01:00:00.000Z', STANDS, DRAW, /^yes$/],
    ['2026-12-06T01:00:00.000Z', { ...STANDS, isDrawn: true }, DRAW, /只抽一次/],
    ['2026-12-15T01:00:00.000Z', STANDS, DRAW, /已经开始/],
    ['2026-12-06T01:00:00.000Z', STANDS, TERMS, /不抽签/],
  ])('at %s', (now, standing, terms, words) => expect(said(canDraw(content(terms), standing, now))).toMatch(words));
});
