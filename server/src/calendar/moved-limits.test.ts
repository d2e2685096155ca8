import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { MovedCase, NoticeDay } from '@county/shared/calendar/calendar-year';
import { addWorkingDays } from '@county/shared/calendar/working-days';
import { readHolidayNotice } from '@county/shared/calendar/holiday-notice';
import { AskingCounty } from '../../../test/support/asking-county.ts';
import type { County } from '../../../test/support/county.ts';
import { startLateCounty, type LateCounty } from '../../../test/support/late-county.ts';
import { NOTICE_2027, SOURCE_2027 } from '../../../test/support/notice-2027.ts';
import { CalendarService } from './calendar.service.ts';

const days2027 = readHolidayNotice(NOTICE_2027, 2027).days;
const OF_CIRCULARS: readonly string[] = ['circular-objection', 'objection-decision'];
const extra = (date: string): NoticeDay => ({ date, kind: 'holiday', name: '临时放假' });

/** The administrator's part: what would move, and entering it. */
async function keeper(county: County) {
  const token = await county.signIn('administrator');
  const year = async (which: number) => (await county.ask('GET', `/calendar/${which}`)).body;
  return {
    year,
    async preview(which: number, days: NoticeDay[]): Promise<{ moves: MovedCase[]; moveCount: number }> {
      return (await county.ask('POST', '/calendar/previews', { token, body: { year: which, days } })).body;
    },
    async enter(which: number, days: NoticeDay[], source = SOURCE_2027, id = newId()) {
      const { version } = await year(which);
      const answer = await county.ask('PUT', `/calendar/${which}`, { token, body: { id, version, source, days } });
      expect([answer.status, answer.body.message]).toEqual([200, undefined]);
      return answer.body as { moves: MovedCase[]; moveCount: number };
    },
  };
}

describe('a case received on the Friday before National Day, with Sundays worked (mysociety/alaveteli#7292)', () => {
  let here: AskingCounty;
  // 28 September and 11 October 2025 are worked for the days off of 1 to 8 October.
  beforeAll(async () => void (here = await AskingCounty.start({ now: '2025-09-26T01:00:00.000Z' })));
  afterAll(() => here.county.close());

  const opened = async (id: string) => (await here.as('department-officer', 'GET', `/task-questions/${id}`)).body;

  it('adding a holiday later moves open cases and writes a log line; closed cases unchanged; make-up workdays counted', async () => {
    const calendar = here.county.app.get(CalendarService);
    const twentyDaysOn = async () => addWorkingDays(await calendar.calendar(), '2025-09-26', 20).day;
    expect(await twentyDaysOn()).toBe('2025-10-30');

    const answered = await here.atTheBureau();
    const [{ id: answerId }] = (await here.answer('department-officer', answered)).body.answers;
    await here.review('department-lead', answerId);
    const declined = await here.atTheBureau();
    await here.decline('department-lead', declined);
    const open = await here.atTheBureau();
    const proposed = await here.atTheBureau();
    await here.answer('department-officer', proposed);
    expect((await opened(open)).answerBy).toBe('2025-10-16');
    const closedBefore = [await opened(answered), await opened(declined)];

    const { year, preview, enter } = await keeper(here.county);
    const { days, source } = await year(2025);
    const longer = [...days, extra('2025-10-13')];
    const { moves, moveCount } = await preview(2025, longer);
    const own = moves.filter(({ kind, from }) => kind === 'question-answer' && from === '2025-10-16');
    expect(own).toEqual(
      [open, proposed].map(() => ({
        kind: 'question-answer',
        words: '县行政审批局：第 12 项任务，2025年9月26日的提问',
        link: `/pages/tasks/task/index?id=${here.task()}`,
        from: '2025-10-16',
        to: '2025-10-17',
      })),
    );
    expect(moveCount).toBe(moves.length);
    // The administrator sees what it is about, not who asked.
    const page = own[0]!.link.replace('/pages/tasks/task/index?id=', '/tasks/');
    expect((await here.as('administrator', 'GET', page)).status).toBe(200);
    expect((await here.as('administrator', 'GET', `/task-questions/${open}`)).status).toBe(403);
    // Looked at is not done.
    expect((await opened(open)).answerBy).toBe('2025-10-16');
    expect(await twentyDaysOn()).toBe('2025-10-30');

    const id = newId();
    expect(await enter(2025, longer, source, id)).toMatchObject({ moves, moveCount });
    expect(await twentyDaysOn()).toBe('2025-10-31');
    for (const moved of [open, proposed]) {
      const { answerBy, steps } = await opened(moved);
      expect(answerBy).toBe('2025-10-17');
      expect(steps.at(-1)).toMatchObject({
        kind: 'limit-moved',
        words: '根据国务院办公厅关于2025年部分节假日安排的通知，答复期限由2025年10月16日改为2025年10月17日',
        byName: '韩守成',
      });
    }
    expect((await here.again(open)).answerBy).toBe('2025-10-17');
    expect([await opened(answered), await opened(declined)]).toEqual(closedBefore);

    // Sent again after its answer was lost: told the same, done once.
    const token = await here.county.signIn('administrator');
    const body = { id, version: 0, source, days: longer };
    expect((await here.county.ask('PUT', '/calendar/2025', { token, body })).body).toMatchObject({ moves, moveCount });
    expect((await opened(open)).steps.filter(({ kind }: { kind: string }) => kind === 'limit-moved')).toHaveLength(1);

    // Taken out again, the days go back, with a line of their own.
    await enter(2025, days, source);
    expect((await opened(open)).answerBy).toBe('2025-10-16');
    expect((await opened(open)).steps.at(-1).words).toContain('由2025年10月17日改为2025年10月16日');
  });

  it('asked while a notice is being entered goes by that notice', async () => {
    const { year, enter } = await keeper(here.county);
    const { days, source } = await year(2025);
    for (const [at, entered] of [[...days, extra('2025-10-14')], days].entries()) {
      here.anHourLater();
      const asking = Array.from({ length: 3 }, () => here.ask());
      const [, ...asked] = await Promise.all([(await keeper(here.county)).enter(2025, entered, source), ...asking]);
      for (const { body } of asked)
        expect((await here.again(body.id)).answerBy).toBe(at === 0 ? '2025-10-17' : '2025-10-16');
    }
    await enter(2025, days, source);
  });
});

describe('a limit reckoned in a year without a notice', () => {
  let here: AskingCounty;
  beforeAll(async () => void (here = await AskingCounty.start({ now: '2026-12-24T01:00:00.000Z' })));
  afterAll(() => here.county.close());

  it('is provisional to whoever sees it, and final once the notice is in', async () => {
    const id = (await here.ask()).body.id as string;
    expect(await here.again(id)).toMatchObject({ answerBy: '2027-01-07', isProvisional: true });
    await here.refer(id, here.bureauId);
    const seen = async () => (await here.as('department-officer', 'GET', `/task-questions/${id}`)).body;
    expect(await seen()).toMatchObject({
      answerBy: '2027-01-07',
      isProvisional: true,
      workingDays: 0,
      isWaitProvisional: false,
    });

    const { enter } = await keeper(here.county);
    await enter(2027, days2027);
    expect(await here.again(id)).toMatchObject({ answerBy: '2027-01-08', isProvisional: false });
    expect(await seen()).toMatchObject({ answerBy: '2027-01-08', isProvisional: false });
    // Taken back, the year is guessed at again.
    await enter(2027, []);
    expect(await here.again(id)).toMatchObject({ answerBy: '2027-01-07', isProvisional: true });
  });
});

describe('the thirty days of a circular', () => {
  let late: LateCounty;
  beforeAll(async () => void (late = await startLateCounty()));
  afterAll(() => late.county.close());

  const REASON = '本镇已于六月底前办结并在网站公开，系统内没有及时登记。';
  const receive = (id: string, unitId: string, token: string) =>
    late.post(`/circulars/${id}/receipts`, token, { unitId });
  const object = (id: string, itemId: string, token: string) =>
    late.post(`/circulars/${id}/objections`, token, { id: newId(), itemId, reason: REASON });
  const untilOf = async (id: string) => (await late.read(id)).receipts[0]!.objectUntil;

  it('move while the unit may still object or the office has yet to decide, and never after', async () => {
    const { town, bureau } = { town: late.tokens.townLead, bureau: late.tokens.departmentLead };
    const waiting = await late.issued([await late.lateLineOf('青石镇', 1)]);
    await receive(waiting.id, waiting.items[0]!.unitId, town);
    const objected = await late.issued([await late.lateLineOf('县行政审批局', 1)]);
    await object(objected.id, objected.items[0]!.id, bureau);
    const decided = await late.issued([await late.lateLineOf('县行政审批局', 2)]);
    const made = (await object(decided.id, decided.items[0]!.id, bureau)).body.items[0].objection;
    const decision = { outcome: 'revoked', decisionWords: '经核实，责任不在审批局。' };
    await late.post(`/circulars/${decided.id}/objections/${made.id}/decisions`, late.tokens.other, decision);
    expect(await untilOf(waiting.id)).toBe('2027-10-06');
    expect((await late.read(waiting.id)).receipts[0]!.provisional).toBe(true);
    expect((await late.read(objected.id)).items[0]!.objection).toMatchObject({
      decideBy: '2027-10-06',
      provisional: true,
    });
    expect((await late.read(decided.id)).items[0]!.objection).toMatchObject({ provisional: false });

    const { enter } = await keeper(late.county);
    const { moves } = await enter(2027, days2027);
    expect(moves.filter(({ kind }) => OF_CIRCULARS.includes(kind))).toEqual([
      {
        kind: 'circular-objection',
        words: expect.stringMatching(/^青石镇：关于部分任务逾期情况的通报（青政督〔2027〕\d+号）$/),
        link: `/pages/circulars/circular/index?id=${waiting.id}`,
        from: '2027-10-06',
        to: '2027-10-08',
      },
      {
        kind: 'objection-decision',
        words: expect.stringMatching(/^县行政审批局：/),
        link: `/pages/circulars/circular/index?id=${objected.id}`,
        from: '2027-10-06',
        to: '2027-10-08',
      },
    ]);
    const administrator = await late.county.signIn('administrator');
    expect((await late.county.ask('GET', `/circulars/${waiting.id}`, { token: administrator })).status).toBe(200);
    expect((await late.read(waiting.id)).receipts[0]).toMatchObject({ objectUntil: '2027-10-08', provisional: false });
    expect((await late.read(objected.id)).items[0]!.objection).toMatchObject({
      decideBy: '2027-10-08',
      provisional: false,
    });
    // The unit that has objected already has no day of its own any more; what is decided has none.
    expect(await untilOf(objected.id)).toBe('2027-10-06');
    expect((await late.read(decided.id)).items[0]!.objection?.decideBy).toBe('2027-10-06');

    const history = async (assignmentId: string) => {
      const { body } = await late.county.ask('GET', `/assignments/${assignmentId}`, { token: late.tokens.author });
      return body.steps.filter(({ kind }: { kind: string }) => kind === 'limit-moved');
    };
    expect(await history(waiting.items[0]!.assignmentId)).toEqual([
      expect.objectContaining({
        words: expect.stringMatching(/号：根据国务院办公厅.*，提出异议的期限由2027年10月6日改为2027年10月8日$/),
      }),
    ]);
    expect(await history(objected.items[0]!.assignmentId)).toEqual([
      expect.objectContaining({ words: expect.stringMatching(/异议复核的期限由2027年10月6日改为2027年10月8日$/) }),
    ]);
    expect(await history(decided.items[0]!.assignmentId)).toEqual([]);

    // The unit may object on the day it has won.
    late.county.clock.set('2027-10-08T01:00:00.000Z');
    const townLater = await late.county.signIn('unit-lead');
    expect((await object(waiting.id, waiting.items[0]!.id, townLater)).status).toBe(201);
  });

  it('have passed for good once they have passed', async () => {
    late.county.clock.set('2027-11-01T01:00:00.000Z');
    for (const [part, person] of [
      ['author', 'supervisor'],
      ['head', 'supervision-lead'],
      ['townLead', 'unit-lead'],
    ] as const)
      late.tokens[part] = await late.county.signIn(person);
    const circular = await late.issued([await late.lateLineOf('青石镇', 1)]);
    await receive(circular.id, circular.items[0]!.unitId, late.tokens.townLead);
    expect(await untilOf(circular.id)).toBe('2027-12-01');

    late.county.clock.set('2027-12-02T01:00:00.000Z');
    late.tokens.author = await late.county.signIn('supervisor');
    const { enter } = await keeper(late.county);
    const { moves } = await enter(2027, [...days2027, extra('2027-12-01'), extra('2027-12-02')]);
    expect(moves.filter(({ kind }) => kind === 'circular-objection')).toEqual([]);
    expect(await untilOf(circular.id)).toBe('2027-12-01');
  });
});
