import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { periodsOf } from '@county/shared/tasks/lines/report-periods';
import { startCounty, type County } from '../../../../test/support/county.ts';

describe('a task that goes on for years', () => {
  let county: County;
  let token: string;
  let quarterly: string;
  let monthly: string;
  let dated: string;

  beforeAll(async () => {
    county = await startCounty({ now: '2026-08-10T01:00:00.000Z' });
    token = await county.signIn('supervisor');
    const text = [
      '序号\t类别\t主要任务\t责任单位\t完成时限',
      '1\t甲\t更新公开目录\t县民政局\t长期坚持',
      '2\t甲\t公示救助名单\t县民政局\t每月',
      '3\t甲\t编印手册\t县民政局\t2026年12月',
    ].join('\n');
    const preview = await county.ask('POST', '/task-breakdowns/previews/from-text', { token, body: { text } });
    const { body: plan } = await county.ask('POST', '/task-breakdowns', {
      token,
      body: { previewId: preview.body.id },
    });
    const { body: tasks } = await county.ask('GET', `/tasks?breakdownId=${plan.id}`, { token });
    const lines: string[] = [];
    for (const { id } of tasks.items)
      lines.push((await county.ask('GET', `/tasks/${id}`, { token })).body.assignments[0].id);
    [quarterly, monthly, dated] = lines as [string, string, string];
  });
  afterAll(() => county.close());

  const at = async (instant: string) => {
    county.clock.set(instant);
    token = await county.signIn('supervisor');
  };
  const file = (line: string, over: object) =>
    county.ask('POST', `/assignments/${line}/reports`, {
      token,
      body: { id: newId(), percent: 20, note: '已更新', source: 'phone', ...over },
    });
  const open = async (line: string) => (await county.ask('GET', `/assignments/${line}`, { token })).body;
  const periods = async (line: string, every: 'month' | 'quarter') => {
    const view = await open(line);
    expect(view.assignedOn).toBe('2026-08-10');
    const today = new Date(Date.parse(county.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
    return periodsOf('2026-08-10', every, view.reports, today).map(({ key, state }) => `${key} ${state}`);
  };

  it('is answered quarter by quarter; “本期无进展” is an answer and not 0 %', async () => {
    expect((await file(quarterly, {})).body).toMatchObject({ period: '2026-Q3', percent: 20 });
    await at('2026-12-31T15:30:00.000Z');
    const nothing = await file(quarterly, { percent: null, note: '目录没有变化' });
    expect([nothing.status, nothing.body.percent, nothing.body.period]).toEqual([201, null, '2026-Q4']);
    expect(await open(quarterly)).toMatchObject({ percent: 20, status: 'in-progress', reportedPeriod: '2026-Q4' });
    expect(await periods(quarterly, 'quarter')).toEqual(['2026-Q4 reported', '2026-Q3 reported']);
  });

  it('a period answered after its last day stays late, and does not answer the current one', async () => {
    await at('2027-04-02T01:00:00.000Z');
    expect(await periods(quarterly, 'quarter')).toContain('2027-Q1 missing');
    expect((await file(quarterly, { period: '2027-Q1', percent: 30 })).status).toBe(201);
    expect(await periods(quarterly, 'quarter')).toEqual([
      '2027-Q2 open',
      '2027-Q1 late',
      '2026-Q4 reported',
      '2026-Q3 reported',
    ]);
    expect((await open(quarterly)).reportedPeriod).toBe('2027-Q1');
  });

  it('is answered month by month where the plan says so', async () => {
    expect((await file(monthly, { period: '2026-09' })).status).toBe(201);
    expect((await file(monthly, {})).body.period).toBe('2027-04');
    expect((await open(monthly)).reportedPeriod).toBe('2027-04');
  });

  it.each([
    ['a period to come', { period: '2027-Q3' }, /还没有到2027年第三季度/],
    ['a month where quarters are asked for', { period: '2027-04' }, /期次不对/],
    ['words', { period: '上季度' }, /期次不对/],
    ['a quarter before it was given out', { period: '2026-Q2' }, /还没有交办，不用补报/],
  ])('does not take %s', async (_what, over, words) => {
    const { status, body } = await file(quarterly, { percent: 50, ...over });
    expect([status, body.issues[0].path, body.message]).toEqual([400, ['period'], expect.stringMatching(words)]);
  });

  it('sent again it is the same report, whatever the date is by then', async () => {
    const id = newId();
    expect((await file(quarterly, { id, percent: 50 })).status).toBe(201);
    await at('2027-07-02T01:00:00.000Z');
    const again = await file(quarterly, { id, percent: 50 });
    expect([again.status, again.body.period]).toEqual([200, '2027-Q2']);
    expect((await file(quarterly, { id, percent: 50, period: '2027-Q3' })).body.code).toBe('id-taken');
  });

  it('with a due day says how far it is, and has no periods', async () => {
    const { status, body } = await file(dated, { percent: null });
    expect([status, body.issues[0].path, body.message]).toEqual([
      400,
      ['percent'],
      '请填写完成百分比；“本期无进展”只用于没有固定时限的任务',
    ]);
    expect((await file(dated, { percent: 10, period: '2026-Q3' })).body.period).toBeNull();
  });
});
