import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.ts';
import type { Role } from '../people/role.ts';
import { NOTHING_KNOWN } from './accessibility.ts';
import { canClose, factIssues, positionIssue, staysOpen, withClosure } from './point-facts-rules.ts';
import {
  canAnswerCorrection,
  canChangePoint,
  canKeepPoint,
  canWithdrawPoint,
  changedFacts,
  isCheckDue,
  isOnVersion,
} from './point-rules.ts';
import { hoursOn } from './opening-days.ts';
import type { OpeningHours } from './opening-hours.ts';
import { PointFacts } from './service-point.ts';

const [OWN, UNDER, OTHER] = [1, 2, 3].map((number) => `0197f000-0000-7000-8000-00000000000${number}`) as [
  string,
  string,
  string,
];

const actor = (role: Role): Actor => ({
  sessionId: OWN,
  personId: OWN,
  name: '某人',
  role,
  unitId: role === 'resident' ? null : OWN,
  unitName: null,
  unitIds: role === 'unit-lead' ? [OWN, UNDER] : role === 'officer' ? [OWN] : [],
});

const hours = (exceptions: OpeningHours['exceptions'] = []): OpeningHours => ({
  seasons: [{ from: null, to: null, week: Array.from({ length: 7 }, () => [{ from: '08:30', to: '17:00' }]) }],
  calendar: 'working-days',
  holidays: [],
  exceptions,
});
const facts: PointFacts = {
  kind: 'service-station',
  name: '石桥村便民服务站',
  address: '村委会一楼',
  landmark: '大榕树旁',
  position: null,
  phone: null,
  hours: hours(),
  windows: [],
  staff: [],
  accessibility: NOTHING_KNOWN,
  languages: [],
  queueHint: '',
  photoId: null,
  servesUnitIds: [],
  insideId: null,
};
const CALENDAR = { knownYears: new Set([2026]), exceptions: new Map() };
const WHERE = [OWN, UNDER, OTHER] as const;

describe('who keeps a point', () => {
  it.each<[Role, readonly [own: boolean, under: boolean, other: boolean]]>([
    ['resident', [false, false, false]],
    ['officer', [true, false, false]],
    ['unit-lead', [true, true, false]],
    ['supervisor', [true, true, true]],
    ['administrator', [true, true, true]],
  ])('%s: of the own unit, of one under it, of another: %j', (role, may) => {
    expect(WHERE.map((unitId) => canKeepPoint(unitId, actor(role)).allowed)).toEqual(may);
    expect(
      WHERE.map((unitId) => canAnswerCorrection({ state: 'open', answeredByName: null }, unitId, actor(role)).allowed),
    ).toEqual(may);
  });

  it.each([
    [null, [], true],
    ['撤并', [], false],
    [null, [OWN], false],
    [null, [OTHER], true],
    [null, [OTHER, OWN], false],
  ] as const)('a point withdrawn for %j with those of %j in it may be withdrawn: %s', (withdrawnReason, units, may) => {
    const point = { unitId: OWN, withdrawnReason };
    const inside = units.map((unitId) => ({ name: '公开专区', unitId }));
    expect(canWithdrawPoint(point, actor('officer'), inside).allowed).toBe(may);
    expect(canChangePoint(point, actor('officer')).allowed).toBe(withdrawnReason === null);
  });

  it.each(['confirmed', 'declined'] as const)(
    'a correction that was %s is answered no more, by whom is said',
    (state) => {
      expect(canAnswerCorrection({ state, answeredByName: '石小桥' }, OWN, actor('officer'))).toMatchObject({
        code: 'wrong-state',
        reason: expect.stringContaining('石小桥'),
      });
    },
  );
});

describe('a change', () => {
  it.each<[Partial<PointFacts>, string[]]>([
    [{}, []],
    [{ phone: '0800-5501234' }, ['电话']],
    [{ phone: '0800-5501234', hours: null }, ['电话', '开放时间']],
    [{ name: '另一个名字', address: '别处', kind: 'self-service' }, ['类别', '名称', '地址']],
    [{ position: { longitude: 105.5, latitude: 31.4, datum: 'wgs84' }, photoId: OWN }, ['位置', '入口照片']],
    [{ accessibility: { ...NOTHING_KNOWN, ramp: 'yes' } }, ['无障碍情况']],
    [{ servesUnitIds: [UNDER], insideId: OTHER }, ['还服务哪些村（社区）', '所在场所']],
    [
      { windows: [{ id: OWN, name: '窗口', services: [], hours: null }], staff: [{ name: '石小桥', duty: '' }] },
      ['窗口', '值班人员'],
    ],
    [{ landmark: '', languages: ['普通话'], queueHint: '不用等' }, ['附近标志', '语言和方言', '排队提示']],
  ])('to %j changes %j', (change, labels) => {
    expect(changedFacts(facts, { ...facts, ...change })).toEqual(labels);
  });

  it('on the present version goes; on an older one it hears who changed what', () => {
    const later = [{ changedByName: '石小桥', changedAt: '2026-11-25T01:30:00.000Z', changed: ['电话', '地址'] }];
    expect(isOnVersion(3, 3, []).allowed).toBe(true);
    expect(isOnVersion(2, 3, later)).toMatchObject({
      code: 'wrong-state',
      reason: '这个服务点在您打开之后被改过：石小桥（11月25日 周三 09:30）电话、地址。请看过新的内容再改',
    });
    expect(isOnVersion(9, 3, []).allowed).toBe(false);
  });
});

describe('a check', () => {
  it.each([
    [null, 6, true],
    ['2026-05-25', 6, true],
    ['2026-05-26', 6, false],
    ['2026-05-24', 6, true],
    ['2026-11-25', 6, false],
    ['2026-10-25', 1, true],
    ['2026-10-26', 1, false],
    ['2024-11-25', 24, true],
    ['2024-11-26', 24, false],
  ])('of %s, each %i months, is due on 2026-11-25: %s', (checkedOn, months, due) => {
    expect(isCheckDue({ checkedOn, withdrawnReason: null }, '2026-11-25', months)).toBe(due);
    expect(isCheckDue({ checkedOn, withdrawnReason: '撤并' }, '2026-11-25', months)).toBe(false);
  });

  it('of a month’s last day is due on the last day, however long the month', () => {
    expect(isCheckDue({ checkedOn: '2026-08-31', withdrawnReason: null }, '2027-02-28', 6)).toBe(true);
    expect(isCheckDue({ checkedOn: '2026-08-31', withdrawnReason: null }, '2027-02-27', 6)).toBe(false);
  });
});

describe('facts', () => {
  it.each<[Partial<PointFacts>, string]>([
    [{ landmark: '找老石 13800138000' }, 'landmark'],
    [{ phone: '13800138000' }, 'phone'],
    [{ languages: ['13800138000'] }, 'languages.0'],
    [{ accessibility: { ...NOTHING_KNOWN, words: '打 138-0013-8000' } }, 'accessibility.words'],
    [{ staff: [{ name: '石小桥', duty: '110101199003070011' }] }, 'staff.0.duty'],
    [{ windows: [{ id: OWN, name: '13800138000', services: [], hours: null }] }, 'windows.0.name'],
    [{ windows: [1, 2].map(() => ({ id: OWN, name: '窗口', services: [], hours: null })) }, 'windows.1'],
  ])('%j are wrong at %s', (change, path) => {
    expect(factIssues({ ...facts, ...change }).map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('in order have no issue, an office’s phone among them', () => {
    expect(factIssues({ ...facts, phone: '0800-5501234转3', queueHint: '2026-11-25 起请取号' })).toEqual([]);
  });

  it.each([
    [105.5, 31.5, undefined],
    [31.5, 105.5, '写反'],
    [116.4, 39.9, '坐标系'],
  ])('with a place at %d, %d hear %j', (longitude, latitude, words) => {
    const box = { west: 105, south: 31, east: 106, north: 32 };
    const found = positionIssue({ longitude, latitude, datum: 'wgs84' }, { longitude, latitude }, box);
    if (words) expect(found).toMatchObject({ path: ['position'], message: expect.stringContaining(words) });
    else expect(found).toBeUndefined();
  });
});

describe('a closure', () => {
  const days = { from: '2026-12-01', to: '2026-12-03' };

  it.each([
    [hours(), days, true],
    [hours(), { from: '2026-11-20', to: '2026-11-25' }, true],
    [hours(), { from: '2026-11-20', to: '2026-11-24' }, false],
    [hours(), { from: '2026-12-03', to: '2026-12-01' }, false],
    [null, days, false],
    [hours(), { from: '2026-12-01', to: '2027-12-01' }, true],
    [hours(), { from: '2026-12-01', to: '2027-12-02' }, false],
  ])('on 2026-11-25 %#', (written, wanted, may) => {
    expect(canClose({ hours: written }, wanted, '2026-11-25').allowed).toBe(may);
  });

  it('comes after what was said before, which it replaces where it covers it; what is over goes', () => {
    const over = { from: '2026-10-01', to: '2026-10-02', spans: [], reason: '已过' };
    const covered = { from: '2026-12-02', to: '2026-12-02', spans: [], reason: '停电' };
    const beside = { from: '2026-12-03', to: '2026-12-05', spans: [], reason: '搬家' };
    const closed = withClosure(
      { ...facts, hours: hours([over, covered, beside]) },
      { ...days, reason: '检修' },
      '2026-11-25',
    );
    expect(closed.hours!.exceptions).toEqual([beside, { ...days, spans: [], reason: '检修' }]);
    expect(PointFacts.safeParse(closed).success).toBe(true);
  });

  it('holds on its days against wider hours written before, which hold again after it', () => {
    const fair = { from: '2026-11-20', to: '2026-12-31', spans: [{ from: '07:00', to: '13:00' }], reason: '赶集月' };
    const window = { id: OWN, name: '窗口', services: [], hours: hours([fair]) };
    const closed = withClosure(
      { ...facts, hours: hours([fair]), windows: [window] },
      { ...days, reason: '检修' },
      '2026-11-25',
    );
    for (const kept of [closed.hours!, closed.windows[0]!.hours!])
      expect(
        ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'].map((day) => hoursOn(kept, CALENDAR, day).why),
      ).toEqual(['赶集月', '检修', '检修', '赶集月']);
  });

  it.each([
    ['2026-11-30', '2026-12-01', false],
    ['2026-12-03', '2026-12-09', false],
    ['2026-12-04', '2026-12-09', true],
  ])('from 1 to 3 December lets nobody go there instead from %s to %s unless %s', (from, to, stays) => {
    const closed = withClosure(facts, { ...days, reason: '检修' }, '2026-11-25');
    expect(staysOpen(closed, { from, to }, CALENDAR)).toBe(stays);
    expect(staysOpen({ hours: null }, { from, to }, CALENDAR)).toBe(true);
  });

  it.each([
    ['2026-12-05', '2026-12-06', false],
    ['2026-12-05', '2026-12-07', true],
  ])('sends nobody from %s to %s to where it is closed on those weekdays: %s', (from, to, stays) => {
    const week = Array.from({ length: 7 }, (_, at) => (at < 5 ? [{ from: '08:30', to: '17:00' }] : []));
    const weekdays = { ...hours(), seasons: [{ from: null, to: null, week }] };
    expect(staysOpen({ hours: weekdays }, { from, to }, CALENDAR)).toBe(stays);
  });
});
