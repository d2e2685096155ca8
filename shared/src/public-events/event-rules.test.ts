import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.ts';
import type { Role } from '../people/role.ts';
import type { Verdict } from '../verdict.ts';
import { eventDataFaults, eventFaults } from './event-faults.ts';
import { calendarEventsOf } from './event-calendar.ts';
import { printedNotice } from './event-notice.ts';
import {
  canCancelEvent,
  canDeliverPapers,
  changesInWords,
  extentOf,
  isMonthOver,
  movedTo,
  phaseOf,
  stretchOf,
} from './event-rules.ts';
import { EventContent } from './event-content.ts';

const KEY = (n: number) => `0197a1b2-0000-7000-8000-00000000000${n}`;
const NOW = '2026-11-25T01:00:00.000Z';
const content = (over: Partial<EventContent> = {}): EventContent =>
  EventContent.parse({
    title: '走进青石镇自来水厂',
    kind: 'open-day',
    subject: 'environment',
    intro: '看一杯水从河里到家里要走多少路，厂长当面回答水价和水质的问题。',
    programme: [{ time: '09:00', words: '参观沉淀池' }],
    sessions: [{ key: KEY(1), name: '', day: '2026-12-15', from: '09:00', to: '11:00' }],
    place: {
      pointId: null,
      words: '青石镇水厂路 1 号',
      position: { longitude: 105.5, latitude: 31.4, datum: 'wgs84' },
    },
    groups: [{ key: KEY(2), name: '居民', who: '', seats: 20 }],
    signUp: {
      opensAt: '2026-11-26T01:00:00.000Z',
      closesAt: '2026-12-05T09:00:00.000Z',
      withdrawHours: 24,
      mostPeople: 5,
      fields: [],
      draw: null,
    },
    bring: '',
    accessibility: '',
    contact: { name: '秦向阳', post: '', phone: '0800-5501234' },
    streamUrl: null,
    attachments: [],
    hearing: null,
    ...over,
  });
const HEARING = { papersBy: '2026-12-08', speakingMinutes: 5, rules: '' };
const PAPER = { fileId: KEY(9), title: '水价调整方案', isPaper: true };
const hearing = (over: Partial<EventContent> = {}) =>
  content({ kind: 'hearing', hearing: HEARING, attachments: [PAPER], ...over });
const said = (verdict: Verdict) => (verdict.allowed ? 'yes' : verdict.reason);
const signUp = (over: object) => ({ ...content().signUp!, ...over });
const field = {
  key: 'a',
  label: '身体情况',
  purpose: '安排轮椅和座位',
  kind: 'text' as const,
  options: [],
  isRequired: false,
};

describe('what keeps a notice from being let out', () => {
  it.each<[string, EventContent, RegExp | null]>([
    ['nothing, of a good one', content(), null],
    ['nothing, of a good hearing', hearing(), null],
    ['a day gone by', content({ sessions: [{ ...content().sessions[0]!, day: '2026-11-24' }] }), /已经过去，请改期/],
    ['no length', content({ sessions: [{ ...content().sessions[0]!, to: '09:00' }] }), /同一时间/],
    ['no place', content({ place: { pointId: null, words: '', position: null } }), /请选择服务点，或写明地点/],
    ['no position', content({ place: { pointId: null, words: '村口', position: null } }), /在地图上标出地点/],
    [
      'sign-up that ends before it begins',
      content({ signUp: signUp({ closesAt: '2026-11-26T00:00:00.000Z' }) }),
      /应晚于报名开始/,
    ],
    [
      'sign-up that ends while it runs',
      content({ signUp: signUp({ closesAt: '2026-12-15T02:00:00.000Z' }) }),
      /在活动开始前截止/,
    ],
    [
      'sign-up that has ended',
      content({ signUp: signUp({ opensAt: '2026-11-20T01:00:00.000Z', closesAt: '2026-11-25T01:00:00.000Z' }) }),
      /已经过去/,
    ],
    ['no seats', content({ groups: [{ ...content().groups[0]!, seats: 0 }] }), /至少一类参加对象要有名额/],
    [
      'a draw before sign-up closes',
      content({ signUp: signUp({ draw: { seedSource: '当天收盘的上证指数', drawnOn: '2026-12-04' } }) }),
      /事先知道/,
    ],
    [
      'a draw after it began',
      content({ signUp: signUp({ draw: { seedSource: '当天收盘的上证指数', drawnOn: '2026-12-16' } }) }),
      /在活动开始之前/,
    ],
    [
      'an identity number asked for',
      content({ signUp: signUp({ fields: [{ ...field, label: '身份证号码' }] }) }),
      /报名不收集“身份证号码”/,
    ],
    [
      'a choice of one',
      content({ signUp: signUp({ fields: [{ ...field, kind: 'choice', options: ['甲'] }] }) }),
      /至少要有两个选项/,
    ],
    ['a hearing without its terms', hearing({ hearing: null }), /材料送达日期/],
    ['terms of a hearing for something else', content({ hearing: HEARING }), /只有听证会/],
    ['papers six days before', hearing({ hearing: { ...HEARING, papersBy: '2026-12-09' } }), /最迟 2026-12-08/],
    [
      'a hearing in six days',
      hearing({ sessions: [{ ...content().sessions[0]!, day: '2026-12-01' }] }),
      /来不及送达，请改期/,
    ],
    [
      'a hearing whose sign-up ends too late',
      hearing({ signUp: signUp({ closesAt: '2026-12-09T09:00:00.000Z' }) }),
      /应在 2026-12-08 前截止/,
    ],
    ['a hearing without papers', hearing({ attachments: [] }), /请添加听证材料/],
    ['a hearing without sign-up', hearing({ signUp: null }), /听证会要报名/],
  ])('%s', (_, notice, words) => {
    const faults = eventFaults(notice, NOW, null).map(({ message }) => message);
    if (words) expect(faults.join('；')).toMatch(words);
    else expect(faults).toEqual([]);
  });

  it('somebody’s number in it, but not the office’s', () => {
    expect(eventDataFaults(content({ bring: '找张三 13912345678' }))[0]?.message).toMatch(/^要带什么里像是有手机号/);
    const contact = { name: '秦向阳', post: '', phone: '13912345678' };
    expect(eventDataFaults(content({ contact }))).toEqual([]);
  });
});

describe('how an event stands', () => {
  it.each([
    ['2026-11-26T00:59:59.999Z', 'announced'],
    ['2026-11-26T01:00:00.000Z', 'sign-up-open'],
    ['2026-12-05T08:59:59.999Z', 'sign-up-open'],
    ['2026-12-05T09:00:00.000Z', 'sign-up-closed'],
    ['2026-12-15T01:00:00.000Z', 'running'],
    ['2026-12-15T03:00:00.000Z', 'over'],
  ])('at %s: %s', (now, phase) => expect(phaseOf(content(), false, now)).toBe(phase));

  it('without sign-up, and cancelled', () => {
    expect(phaseOf(content({ signUp: null }), false, NOW)).toBe('no-sign-up');
    expect(phaseOf(content(), true, '2026-12-20T01:00:00.000Z')).toBe('cancelled');
  });

  it('past midnight it belongs to the day on which it began', () => {
    expect(stretchOf({ day: '2026-12-15', from: '20:00', to: '00:30' })).toEqual({
      from: '2026-12-15T12:00:00.000Z',
      to: '2026-12-15T16:30:00.000Z',
    });
  });
});

describe('who cancels, and when', () => {
  const actor = (role: Role, unitIds = ['局']): Actor => ({
    sessionId: 's',
    personId: role,
    name: role,
    role,
    unitId: unitIds[0] ?? null,
    unitName: null,
    unitIds,
  });
  const DRAFT = { unitId: '局', state: 'draft' as const, authorIds: [], publishedAt: null, withdrawnAt: null };
  const PUBLIC = { ...DRAFT, state: 'published' as const, publishedAt: NOW };
  it.each([
    ['its lead', PUBLIC, actor('unit-lead'), NOW, /^yes$/],
    ['not an officer', PUBLIC, actor('officer'), NOW, /由本单位或上级单位的负责人/],
    ['an officer gives up a draft', DRAFT, actor('officer'), NOW, /^yes$/],
    ['nobody twice', { ...PUBLIC, withdrawnAt: NOW }, actor('supervisor'), NOW, /已经取消了/],
    ['nobody once it is over', PUBLIC, actor('supervisor'), '2026-12-15T03:00:00.000Z', /已经结束/],
  ])('%s', (_, event, who, now, words) =>
    expect(said(canCancelEvent({ ...event, endsAt: extentOf(content()).to }, who, now))).toMatch(words),
  );
});

describe('papers of a hearing', () => {
  it.each([
    ['2026-12-08', '2026-12-08', /^yes$/],
    ['2026-12-09', '2026-12-09', /最迟 2026-12-08 送达/],
    ['2026-12-08', '2026-12-20', /^yes$/],
    ['2026-12-02', '2026-12-01', /在将来/],
  ])('sent on %s, noted on %s', (sentOn, today, words) =>
    expect(said(canDeliverPapers(hearing(), sentOn, today))).toMatch(words),
  );
  it('are of hearings alone', () =>
    expect(said(canDeliverPapers(content(), '2026-12-01', '2026-12-01'))).toMatch(/只有听证会/));
});

it('a change is told in words; seats and labels alone are none', () => {
  const moved = content({ sessions: [{ ...content().sessions[0]!, day: '2026-12-16' }], bring: '身份证' });
  expect(changesInWords(content(), moved)).toEqual(['时间', '要带的东西']);
  expect(changesInWords(content(), content({ groups: [{ ...content().groups[0]!, seats: 30 }] }))).toEqual([]);
});

it('held again it keeps its distances', () => {
  const again = movedTo(
    hearing({ signUp: signUp({ draw: { seedSource: '当天收盘的上证指数', drawnOn: '2026-12-07' } }) }),
    '2027-01-15',
  );
  expect(extentOf(again).firstDay).toBe('2027-01-15');
  expect([again.signUp!.closesAt, again.signUp!.draw!.drawnOn, again.hearing!.papersBy]).toEqual([
    '2027-01-05T09:00:00.000Z',
    '2027-01-07',
    '2027-01-08',
  ]);
});

it.each([
  [11, '2026-11-30', false],
  [11, '2026-12-01', true],
  [12, '2026-12-31', false],
])('month %d on %s is over: %s', (month, today, over) => expect(isMonthOver(2026, month, today)).toBe(over));

describe('what is made of a notice', () => {
  const shown = {
    id: KEY(5),
    title: content().title,
    kind: 'open-day' as const,
    unitName: '青石镇',
    sessions: content().sessions,
    content: content(),
    place: { pointId: null, name: '自来水厂', address: '水厂路 1 号', places: null },
    counts: [{ sessionKey: KEY(1), groupKey: KEY(2), seats: 18, taken: 20, waiting: 5, entered: 0 }],
    version: 3,
    publishedAt: NOW,
    isCancelled: false,
    cancelledReason: null,
  };

  it('the printed one names the unit, the time and the seats as they are now', () => {
    const notice = printedNotice(shown);
    expect([notice.title, notice.date]).toEqual(['青石镇关于政务开放日活动的公告', '2026年11月25日']);
    const lines = notice.sections.flatMap((section) => section.lines).join('\n');
    expect(lines).toContain('2026年12月15日 周二 9:00–11:00');
    expect(lines).toContain('居民：18 人');
    const [one] = shown.sessions;
    const afternoon = { ...one!, key: 'afternoon', from: '14:00', to: '16:00' };
    const twice = (seats: number) => ({
      ...shown,
      sessions: [afternoon, one!],
      counts: [{ ...shown.counts[0]!, sessionKey: 'afternoon', seats }, ...shown.counts],
    });
    const linesOf = (event: typeof shown) => printedNotice(event).sections.flatMap((section) => section.lines);
    expect(linesOf(twice(18))).toContain('居民：每场 18 人');
    expect(linesOf(twice(30))).toContain('居民：第 1 场 18 人、第 2 场 30 人');
    expect(notice.sections.map(({ heading }) => heading)).not.toContain('附件');
  });

  it('the calendar’s one is followed by its cancellation', () => {
    const where = { host: 'county.example', page: null };
    const [before] = calendarEventsOf(shown, where);
    const [after] = calendarEventsOf({ ...shown, isCancelled: true, cancelledReason: '停电' }, where);
    expect([after!.uid, after!.sequence]).toEqual([before!.uid, before!.sequence + 1]);
    // Let out again it takes the place of its cancellation (RFC 5546).
    const [restored] = calendarEventsOf({ ...shown, version: shown.version + 1 }, where);
    expect(restored!.sequence).toBeGreaterThan(after!.sequence);
    expect(after!.summary).toMatch(/^【取消】/);
  });
});
