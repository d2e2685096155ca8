import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { MovedCase } from '@county/shared/calendar/calendar-year';
import { readHolidayNotice } from '@county/shared/calendar/holiday-notice';
import { NOTICE_2027, SOURCE_2027 } from '../../../../test/support/notice-2027.ts';
import { startRemindedCounty, type RemindedCounty } from '../../../../test/support/reminded-county.ts';

const { days } = readHolidayNotice(NOTICE_2027, 2027);
const DUE = '2027-06-30';
/** 9 June 2027 is a day off by the notice. */
const WORDS = `根据${SOURCE_2027}，到期前 30 个工作日的提醒由2027年5月19日改为2027年5月18日`;

describe('a year’s notice of holidays that comes in late', () => {
  let at: RemindedCounty;
  beforeAll(async () => {
    at = await startRemindedCounty();
    await at.tick();
  });
  afterAll(() => at.county.close());

  const ask = async (method: string, path: string, body?: unknown) =>
    (await at.county.ask(method, path, { token: await at.county.signIn('administrator'), body })).body;
  const movesOf = async (lineId: string) =>
    (await at.line(lineId, 'unit-lead')).steps.filter(({ kind }) => kind === 'reminder-moved');
  const missing = async () =>
    (await at.inbox('administrator')).filter(({ what }) => what === '2027 年的放假安排').map(({ words }) => words);

  it('is asked for from 15 November on: administrators are reminded once, and again in December', async () => {
    expect(await missing()).toEqual(['还没有录入，2027 年的期限暂按双休计算']);
    await at.tick();
    at.at('2026-11-30');
    await at.tick();
    expect(await missing()).toHaveLength(1);
    at.at('2026-12-01', '08:59');
    await at.tick();
    expect(await missing()).toHaveLength(1);
    at.at('2026-12-01');
    await Promise.all([at.tick(), at.tick()]);
    await at.tick();
    expect(await missing()).toHaveLength(2);
  });

  it('moves the reminders still to come, says so before it is entered, and in the history of each line once', async () => {
    const [line] = await at.openLines('unit-lead', DUE);
    const { moves } = (await ask('POST', '/calendar/previews', { year: 2027, days })) as { moves: MovedCase[] };
    const { title } = await at.county.planAtWork();
    const own = moves.filter(({ kind, words }) => kind === 'task-reminder' && words.startsWith(`《${title}》`));
    expect(own.map(({ words }) => words.replace(/ \d+ 项/, ' N 项'))).toContain(
      `《${title}》2027年6月30日 周三到期的 N 项：到期前 30 个工作日的提醒`,
    );
    expect(await movesOf(line!.id)).toEqual([]);

    const { version } = await ask('GET', '/calendar/2027');
    const entering = { id: newId(), version, source: SOURCE_2027, days };
    const entered = await ask('PUT', '/calendar/2027', entering);
    expect(entered.moves).toEqual(moves);
    await ask('PUT', '/calendar/2027', entering);
    expect(await movesOf(line!.id)).toMatchObject([{ words: WORDS, byName: '韩守成' }]);
  });

  it('is not asked for once it is in', async () => {
    at.at('2026-12-15');
    await at.tick();
    expect(await missing()).toHaveLength(2);
  });
});
