import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../people/actor.ts';
import type { Role } from '../../people/role.ts';
import type { HomeVisitRequestState } from './home-visit-request.ts';
import {
  canChangeRequest,
  canOffer,
  canPlan,
  canTellResult,
  canTriage,
  isDueThisMonth,
  lastDayToErase,
  serves,
  turnDueOn,
  turnInWords,
} from './home-visit-rules.ts';
import type { VisitTurn } from './elder-card.ts';

const TODAY = '2026-11-25';
const actor = (role: Role, unitId: string | null, unitIds: string[] = unitId ? [unitId] : []): Actor => ({
  sessionId: '',
  personId: 'somebody',
  name: '某人',
  role,
  unitId,
  unitName: null,
  unitIds,
});

describe('who sees names and doors', () => {
  it.each<[Role, string | null, string[], boolean]>([
    ['officer', 'town', ['town'], true],
    ['unit-lead', 'town', ['town', 'village'], true],
    ['unit-lead', 'county', ['county', 'town'], false],
    ['officer', 'village', ['village'], false],
    ['supervisor', 'town', [], false],
    ['administrator', 'town', [], false],
    ['resident', null, [], false],
  ])('%s of %s: %s %s', (role, unitId, unitIds, sees) => {
    expect(serves(actor(role, unitId, unitIds), 'town')).toBe(sees);
  });

  it('what is offered is kept by the unit, the leads above it and supervisors', () => {
    expect(canOffer(actor('officer', 'town'), 'town').allowed).toBe(true);
    expect(canOffer(actor('unit-lead', 'county', ['county', 'town']), 'town').allowed).toBe(true);
    expect(canOffer(actor('supervisor', 'office'), 'town').allowed).toBe(true);
    expect(canOffer(actor('officer', 'village'), 'town').allowed).toBe(false);
    expect(canOffer(actor('administrator', 'town'), 'town').allowed).toBe(false);
  });
});

describe('what may be done to a request', () => {
  it.each<[HomeVisitRequestState, boolean, boolean, boolean, boolean]>([
    // state, changed by its requester, accepted, declined, planned
    ['asked', true, true, true, false],
    ['accepted', true, false, true, true],
    ['planned', true, false, false, false],
    ['on-the-way', false, false, false, false],
    ['done', false, false, false, false],
    ['declined', false, false, false, false],
    ['withdrawn', false, false, false, false],
  ])('%s: changed %s, accepted %s, declined %s, planned %s', (state, changed, accepted, declined, planned) => {
    expect(canChangeRequest({ state }).allowed).toBe(changed);
    expect(canTriage({ state }, 'accept').allowed).toBe(accepted);
    expect(canTriage({ state }, 'decline').allowed).toBe(declined);
    expect(canTriage({ state }, 'pass-on').allowed).toBe(declined);
    expect(canPlan({ state }, TODAY, TODAY).allowed).toBe(planned);
  });

  it('no visit is planned for a day that has passed, nor by a slip of the hand for another year', () => {
    expect(canPlan({ state: 'accepted' }, '2026-11-24', TODAY)).toMatchObject({ code: 'too-late' });
    expect(canPlan({ state: 'accepted' }, '2027-11-25', TODAY).allowed).toBe(true);
    expect(canPlan({ state: 'accepted' }, '2027-11-26', TODAY)).toMatchObject({ code: 'wrong-state' });
  });
});

describe('the result of a visit', () => {
  const result = { followUpOn: null, happenedOn: TODAY };
  it.each([
    ['of one that was planned', 'planned', '2026-11-24', result, true],
    ['of one on the way', 'on-the-way', TODAY, result, true],
    ['sent days later', 'planned', '2026-11-20', { followUpOn: null, happenedOn: '2026-11-20' }, true],
    ['of one that has a result', 'done', TODAY, result, false],
    ['of one taken off', 'taken-off', TODAY, result, false],
    ['from tomorrow', 'planned', TODAY, { followUpOn: null, happenedOn: '2026-11-26' }, false],
    ['of tomorrow’s', 'planned', '2026-11-26', result, false],
    ['to be followed up before it', 'planned', TODAY, { followUpOn: '2026-11-24', happenedOn: TODAY }, false],
  ] as const)('%s', (_what, state, day, { followUpOn, happenedOn }, allowed) => {
    expect(canTellResult({ state, day }, { followUpOn, happenedOn }, TODAY).allowed).toBe(allowed);
  });
});

describe('visits in turn', () => {
  const monthly: VisitTurn = { every: 1, unit: 'month', from: '2026-11-10' };
  it.each<[string, VisitTurn | null, string | null, string | null, boolean]>([
    ['no rule', null, '2026-10-01', null, false],
    ['never visited: from the rule’s first day', monthly, null, '2026-11-10', true],
    ['a month after the last', monthly, '2026-10-25', '2026-11-25', true],
    ['visited this month: next month', monthly, '2026-11-12', '2026-12-12', false],
    ['a month’s last day stays its last', monthly, '2027-01-31', '2027-02-28', false],
    ['visited before the rule began', monthly, '2026-09-01', '2026-11-10', true],
    ['every two weeks', { every: 2, unit: 'week', from: '2026-11-01' }, '2026-11-16', '2026-11-30', true],
    ['every two weeks, next month', { every: 2, unit: 'week', from: '2026-11-01' }, '2026-11-17', '2026-12-01', false],
    ['late stays due', monthly, '2026-10-01', '2026-11-10', true],
  ])('%s', (_what, turn, lastVisitedOn, dueOn, isDue) => {
    expect(turnDueOn({ turn, lastVisitedOn })).toBe(dueOn);
    expect(isDueThisMonth({ turn, lastVisitedOn }, TODAY)).toBe(isDue);
  });

  it('is said as people say it', () => {
    const words = ([1, 2] as const).flatMap((every) => [
      turnInWords({ every, unit: 'week' }),
      turnInWords({ every, unit: 'month' }),
    ]);
    expect(words).toEqual(['每周走访', '每月走访', '每 2 周走访一次', '每 2 个月走访一次']);
  });
});

it('what was settled on the last day to erase, or before, is kept no longer', () => {
  expect(lastDayToErase(TODAY, 6)).toBe('2026-05-25');
  expect(lastDayToErase('2026-08-31', 6)).toBe('2026-02-28');
});
