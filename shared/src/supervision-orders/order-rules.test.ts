import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import type { Actor } from '../people/actor.ts';
import type { Verdict } from '../verdict.ts';
import {
  canAnswerOrder,
  canIssueOrder,
  canOrderLine,
  canReadOrder,
  canReceiveOrder,
  canReviewOrder,
  canSetAnswerDay,
  canWithdrawOrder,
  orderedLineInWords,
  orderNumber,
  receivesByOpening,
  usualAnswerDay,
} from './order-rules.ts';
import { ordersDue } from './orders-due.ts';
import type { SupervisionOrderState } from './supervision-order.ts';

const actor = (role: Actor['role'], unitId: string, unitIds = [unitId], personId = `${role} of ${unitId}`): Actor => ({
  sessionId: 's',
  personId,
  name: '某人',
  role,
  unitId,
  unitName: unitId,
  unitIds,
});

const office = actor('supervisor', 'office');
const otherOffice = actor('supervisor', 'other-office');
const officer = actor('officer', 'village');
const lead = actor('unit-lead', 'village');
const townLead = actor('unit-lead', 'town', ['town', 'village']);
const townOfficer = actor('officer', 'town');
const head = actor('unit-lead', 'office');
const administrator = actor('administrator', 'office');
const stranger = actor('unit-lead', 'other', ['other']);
const resident: Actor = { ...actor('resident', ''), unitId: null, unitIds: [] };

const order = (state: SupervisionOrderState) => ({ unitId: 'office', toUnitId: 'village', state });
const code = (verdict: Verdict) => (verdict.allowed ? 'allowed' : verdict.code);

describe('issuing', () => {
  it.each([
    ['a supervisor', office, 'village', 'allowed'],
    ['a supervisor, to the own unit', office, 'office', 'not-allowed'],
    ['a head', head, 'village', 'not-allowed'],
    ['an administrator', administrator, 'village', 'not-allowed'],
    ['an officer', officer, 'village', 'not-allowed'],
  ] as const)('%s', (_who, who, unitId, outcome) => expect(code(canIssueOrder(who, unitId))).toBe(outcome));

  it.each([
    ['open', { unitId: 'village', status: 'in-progress' }, 'allowed'],
    ['completed, not struck off', { unitId: 'village', status: 'completed' }, 'allowed'],
    ['closed', { unitId: 'village', status: 'closed' }, 'wrong-state'],
    ['withdrawn', { unitId: 'village', status: 'withdrawn' }, 'wrong-state'],
    ['another unit’s', { unitId: 'town', status: 'in-progress' }, 'wrong-state'],
  ] as const)('about a line that is %s', (_what, line, outcome) =>
    expect(code(canOrderLine(line, 'village'))).toBe(outcome),
  );

  it.each([
    ['2026-11-24', 'wrong-state'],
    ['2026-11-25', 'allowed'],
    ['2026-11-26', 'allowed'],
  ])('to be answered by %s on the 25th: %s', (day, outcome) =>
    expect(code(canSetAnswerDay(day, '2026-11-25'))).toBe(outcome),
  );

  it('is numbered by its year', () => expect(orderNumber('政督办', 2026, 12)).toBe('政督办〔2026〕12号'));

  it('prints a line as it stands', () => {
    const line = { taskNumber: 3, mainTask: '公开低保名单。', dueOn: '2026-12-31', percent: 40 };
    expect(orderedLineInWords(line, 0)).toBe('1．第3项任务“公开低保名单”，应于2026年12月31日完成，进度40%。');
    expect(orderedLineInWords({ ...line, dueOn: null, percent: null }, 1)).toMatch(/^2．.+，尚未填报进度。$/);
  });
});

describe('reading', () => {
  it.each([
    ['its officer', officer, true],
    ['its lead', lead, true],
    ['the lead above', townLead, true],
    ['an officer above', townOfficer, false],
    ['the head of the office', head, true],
    ['any supervisor', otherOffice, true],
    ['an administrator', administrator, true],
    ['another unit', stranger, false],
    ['a resident', resident, false],
  ] as const)('%s: %s', (_who, who, may) => expect(canReadOrder(order('issued'), who)).toBe(may));
});

describe('signing for', () => {
  it.each([
    ['its officer', officer, 'issued', true, 'allowed'],
    ['its officer, again', officer, 'received', false, 'allowed'],
    ['the lead above', townLead, 'issued', false, 'not-allowed'],
    ['a supervisor', office, 'issued', false, 'not-allowed'],
    ['its officer, once withdrawn', officer, 'withdrawn', false, 'wrong-state'],
  ] as const)('%s', (_who, who, state, opens, outcome) => {
    expect(receivesByOpening(order(state), who)).toBe(opens);
    expect(code(canReceiveOrder(order(state), who))).toBe(outcome);
  });
});

describe('answering', () => {
  it.each([
    ['its officer', officer, 'received', 'allowed'],
    ['its lead, unopened', lead, 'issued', 'allowed'],
    ['the lead above', townLead, 'returned', 'allowed'],
    ['an officer above', townOfficer, 'received', 'not-allowed'],
    ['a supervisor', office, 'received', 'not-allowed'],
    ['its officer, answered', officer, 'answered', 'wrong-state'],
    ['its officer, accepted', officer, 'accepted', 'wrong-state'],
    ['its officer, withdrawn', officer, 'withdrawn', 'wrong-state'],
  ] as const)('%s', (_who, who, state, outcome) => expect(code(canAnswerOrder(order(state), who))).toBe(outcome));
});

describe('reviewing', () => {
  const own = actor('supervisor', 'village');
  it.each([
    ['who issued it', office, 'answered', 'officer', [], 'allowed'],
    ['of another office', otherOffice, 'answered', 'officer', [], 'allowed'],
    ['of the unit itself', own, 'answered', 'officer', [], 'not-allowed'],
    ['who wrote the answer', otherOffice, 'answered', otherOffice.personId, [], 'not-allowed'],
    ['with a post in the unit', otherOffice, 'answered', 'officer', [{ unitId: 'village' }], 'not-allowed'],
    ['before an answer', office, 'received', null, [], 'wrong-state'],
    ['after acceptance', office, 'accepted', 'officer', [], 'wrong-state'],
  ] as const)('by a supervisor %s', (_who, who, state, answeredBy, posts, outcome) =>
    expect(code(canReviewOrder(order(state), answeredBy, who, posts))).toBe(outcome),
  );
  it('is no lead’s', () => expect(code(canReviewOrder(order('answered'), null, townLead))).toBe('not-allowed'));
});

describe('withdrawing', () => {
  it.each([
    ['its office', office, 'issued', 'allowed'],
    ['its office, answered', office, 'answered', 'allowed'],
    ['its office, accepted', office, 'accepted', 'wrong-state'],
    ['its office, again', office, 'withdrawn', 'wrong-state'],
    ['another office', otherOffice, 'issued', 'not-allowed'],
    ['the head', head, 'issued', 'not-allowed'],
  ] as const)('%s', (_who, who, state, outcome) => expect(code(canWithdrawOrder(order(state), who))).toBe(outcome));
});

/** New Year's Day to 3 January 2026 off, 4 January (a Sunday) worked. */
const calendar = workingCalendar([
  { date: '2025-10-01', kind: 'holiday' },
  { date: '2026-01-01', kind: 'holiday' },
  { date: '2026-01-02', kind: 'holiday' },
  { date: '2026-01-04', kind: 'workday' },
]);

describe('the usual answer day', () => {
  it.each([
    ['2025-11-24', { day: '2025-12-01', provisional: false }],
    ['2025-12-30', { day: '2026-01-07', provisional: false }],
    ['2026-12-30', { day: '2027-01-06', provisional: true }],
  ])('five working days after %s', (today, reckoned) => expect(usualAnswerDay(calendar, today)).toEqual(reckoned));
});

describe('what an order reminds of on a day', () => {
  const owing = { state: 'received', answerBy: '2025-12-31', demandedOn: '2025-12-22' } as const;
  const on = (today: string, over: object = {}) => ordersDue({ ...owing, ...over }, calendar, today)?.key;

  it.each([
    ['two working days before', '2025-12-29', undefined],
    ['one before', '2025-12-30', 'before-1'],
    ['on the day', '2025-12-31', 'on-day'],
    ['New Year', '2026-01-02', undefined],
    ['one after, a worked Sunday', '2026-01-04', 'late-unit-1'],
    ['two after', '2026-01-05', 'late-unit-1'],
    ['three after', '2026-01-06', 'late-leads-3'],
    ['a Saturday', '2026-01-10', undefined],
    ['long after', '2026-03-02', undefined],
  ])('%s', (_when, today, key) => expect(on(today)).toBe(key));

  it.each(['answered', 'accepted', 'withdrawn'] as const)('is nothing once %s', (state) =>
    expect(on('2025-12-31', { state })).toBeUndefined(),
  );
  it.each(['issued', 'returned'] as const)('is owed while %s', (state) =>
    expect(on('2025-12-31', { state })).toBe('on-day'),
  );
  it('is nothing of what came before it was demanded', () => {
    expect(on('2025-12-30', { demandedOn: '2025-12-30' })).toBeUndefined();
    expect(on('2025-12-31', { demandedOn: '2025-12-30' })).toBe('on-day');
  });
  it('goes out before a rest day that is the answer day', () =>
    expect(on('2025-12-31', { answerBy: '2026-01-03' })).toBe('on-day'));
});
