import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { ReminderView } from '@county/shared/reminders/reminder';
import { USUAL_SETTINGS } from '@county/shared/tasks/due-reminders/reminder-settings';
import { DueSweep } from './due-sweep.service.ts';
import { startRemindedCounty, type RemindedCounty } from '../../../../test/support/reminded-county.ts';

const DUE = '2026-12-31';
/** Working days before the last day of 2026: ten, and three. */
const TEN_BEFORE = '2026-12-17';
const THREE_BEFORE = '2026-12-28';

const of = (reminders: ReminderView[], lineId: string) => reminders.filter(({ link }) => link.endsWith(lineId));
const wordsOf = (reminders: ReminderView[], lineId: string) => of(reminders, lineId).map(({ words }) => words);

describe('a unit that owes something', () => {
  let at: RemindedCounty;
  beforeAll(async () => {
    at = await startRemindedCounty();
    await at.tick();
  });
  afterAll(() => at.county.close());

  const historyOf = async (lineId: string) =>
    (await at.line(lineId, 'unit-lead')).steps.filter(({ kind }) => kind === 'reminded' || kind === 'rung');

  it('is reminded ten working days before, from nine o’clock, once, and the history says so', async () => {
    const [line] = await at.openLines('unit-lead', DUE);
    at.at(TEN_BEFORE, '08:59');
    await at.tick();
    expect(wordsOf(await at.inbox('unit-lead'), line!.id)).toEqual([]);
    at.at(TEN_BEFORE, '09:00');
    await Promise.all([at.tick(), at.tick()]);
    await at.tick();
    const told = of(await at.inbox('unit-lead'), line!.id);
    expect(told).toMatchObject([
      { words: '还有 10 个工作日到期（12月31日 周四）', unitName: '青石镇', dueOn: DUE, stands: true, readAt: null },
    ]);
    expect(told[0]!.what).toBe(line!.task.mainTask);
    const history = await historyOf(line!.id);
    expect(history.map(({ words, byName }) => `${byName}：${words}`)).toEqual([
      '系统：到期前 10 个工作日，提醒责任单位',
    ]);
  });

  it('hears nothing more once it has reported the work done, though it was planned', async () => {
    const [line] = await at.openLines('unit-lead', DUE);
    at.at(THREE_BEFORE);
    const token = await at.county.signIn('unit-lead');
    expect((await at.county.app.get(DueSweep).sweep()).planned).toBeGreaterThan(0);
    const report = { id: newId(), percent: 100, note: '已完成' };
    await at.county.ask('POST', `/assignments/${line!.id}/reports`, { token, body: report });
    const completion = { id: newId(), summary: '全部完成', proof: '青政发〔2026〕9号' };
    const done = await at.county.ask('POST', `/assignments/${line!.id}/completions`, { token, body: completion });
    expect(done.status).toBe(201);
    await at.tick();
    const told = await at.inbox('unit-lead');
    expect(wordsOf(told, line!.id)).toEqual(['还有 10 个工作日到期（12月31日 周四）']);
    expect(of(told, line!.id)[0]!.stands).toBe(false);
  });

  it('is reminded again, by what is left, once the work was returned to it', async () => {
    const done = (await at.inbox('unit-lead')).find(({ stands, dueOn }) => !stands && dueOn === DUE)!;
    const lineId = done.link.split('=')[1]!;
    at.at('2026-12-29');
    const token = await at.county.signIn('supervisor');
    const body = { id: newId(), reason: '请补充依据' };
    expect((await at.county.ask('POST', `/assignments/${lineId}/returns`, { token, body })).status).toBe(201);
    await at.tick();
    expect(wordsOf(await at.inbox('unit-lead'), lineId)[0]).toBe('还有 2 个工作日到期（12月31日 周四）');
  });

  it('is reminded by the new day once the old one was put off', async () => {
    const [line] = await at.openLines('unit-lead', DUE);
    const token = await at.county.signIn('unit-lead');
    const body = { id: newId(), dueOn: '2027-01-29', reason: '材料需省里批复' };
    const asked = await at.county.ask('POST', `/assignments/${line!.id}/extensions`, { token, body });
    expect(asked.status).toBe(201);
    const decision = { outcome: 'granted', words: '同意' };
    const granted = await at.county.ask('POST', `/extensions/${body.id}/decisions`, {
      token: await at.county.signIn('supervisor'),
      body: decision,
    });
    expect([granted.status, granted.body.message]).toEqual([201, undefined]);
    at.at(DUE);
    await at.tick();
    expect(wordsOf(await at.inbox('unit-lead'), line!.id)).not.toContain('今天到期（12月31日 周四）');
    at.at('2027-01-15');
    await at.tick();
    expect(wordsOf(await at.inbox('unit-lead'), line!.id)[0]).toMatch(/^还有 10 个工作日到期（1月29日 周五）/);
  });

  it('is not reminded on days of rest, nor on the plan’s quiet days', async () => {
    at.at('2027-01-16');
    expect(await at.tick()).toEqual({ planned: 0, shown: 0, handed: 0 });
    const { id } = await at.county.planAtWork();
    const quiet = [{ from: '2027-01-25', until: '2027-01-27', why: '迎接检查' }];
    const body = { ...USUAL_SETTINGS, quiet };
    await at.county.ask('PUT', `/task-breakdowns/${id}/reminder-settings`, {
      token: await at.county.signIn('supervisor'),
      body,
    });
    for (const day of ['2027-01-25', '2027-01-26']) {
      at.at(day);
      await at.tick();
      const told = await at.inbox('unit-lead');
      expect(told.filter(({ shownAt, dueOn }) => shownAt.startsWith(day) && dueOn === '2027-01-29')).toEqual([]);
    }
  });

  it('refuses settings of whoever is no supervisor, and those that make no sense', async () => {
    const { id } = await at.county.planAtWork();
    const path = `/task-breakdowns/${id}/reminder-settings`;
    const lead = await at.county.signIn('unit-lead');
    expect((await at.county.ask('PUT', path, { token: lead, body: USUAL_SETTINGS })).status).toBe(403);
    expect((await at.county.ask('GET', path, { token: lead })).status).toBe(200);
    const token = await at.county.signIn('supervisor');
    const wrong = await at.county.ask('PUT', path, { token, body: { ...USUAL_SETTINGS, hour: 3 } });
    expect([wrong.status, wrong.body.issues[0].path]).toEqual([400, ['hour']]);
    const unknown = await at.county.ask('PUT', `/task-breakdowns/${newId()}/reminder-settings`, {
      token,
      body: USUAL_SETTINGS,
    });
    expect(unknown.status).toBe(404);
  });
});

describe('work that is late', () => {
  let at: RemindedCounty;
  beforeAll(async () => {
    at = await startRemindedCounty();
    await at.tick();
    at.at('2026-12-30');
    await at.tick();
  });
  afterAll(() => at.county.close());

  it('taskwarrior#111: is not late on its due day, from the first minute to the last', async () => {
    const [line] = await at.openLines('unit-lead', DUE);
    const told = async (day: string, time: string) => {
      at.at(day, time);
      await at.tick();
      return wordsOf(await at.inbox('unit-lead'), line!.id)[0];
    };
    expect(await told(DUE, '00:01')).toContain('还有');
    expect(await told(DUE, '09:00')).toBe('今天到期（12月31日 周四）');
    expect(await told(DUE, '23:59')).toBe('今天到期（12月31日 周四）');
    expect(await told('2027-01-02', '09:05')).not.toContain('还有');
  });

  it('goes to the unit, then to those above and, as one number, to the supervisors', async () => {
    const [line] = await at.openLines('unit-lead', DUE);
    const late = async (day: string) => {
      at.at(day);
      await at.tick();
      return (await at.inbox('supervisor'))
        .filter(({ shownAt }) => shownAt.slice(0, 10) === day)
        .map(({ words }) => words);
    };
    expect(await late('2027-01-04')).toEqual([]);
    expect(wordsOf(await at.inbox('unit-lead'), line!.id)[0]).toContain('已逾期');
    const seven = await late('2027-01-12');
    expect(seven[0]).toMatch(/^\d+ 项任务逾期满 7 个工作日仍未办结$/);
    const fifteen = await late('2027-01-22');
    expect(fifteen[0]).toMatch(/^\d+ 项任务逾期满 15 个工作日仍未办结，可以列入通报$/);
    expect(wordsOf(await at.inbox('unit-lead'), line!.id)[0]).toContain('可能列入通报');
  });

  it('falls to the people of the unit that takes the late one in, from the next step on', async () => {
    const other = await startRemindedCounty();
    try {
      await other.tick();
      const [line] = await other.openLines('unit-lead', DUE);
      const { body: units } = await other.county.ask('GET', '/org-units?limit=200');
      const supervisor = await other.county.signIn('supervisor');
      const all = `/assignments?scope=all&limit=200&breakdownId=${(await other.county.planAtWork()).id}`;
      const { body: lines } = await other.county.ask('GET', all, { token: supervisor });
      const busy = lines.items
        .filter(({ taskId }: { taskId: string }) => taskId === line!.taskId)
        .map(({ unitId }: { unitId: string }) => unitId);
      const into = units.items.find(
        ({ id, kind }: { id: string; kind: string }) => kind === 'department' && !busy.includes(id),
      );
      other.at('2026-12-16');
      const token = await other.county.signIn('administrator');
      const body = { intoUnitId: into.id, on: '2026-12-16' };
      const path = `/org-units/${line!.unitId}/mergers`;
      expect((await other.county.ask('POST', path, { token, body })).status).toBe(201);
      other.at(TEN_BEFORE);
      await other.tick();
      expect(of(await other.inbox('unit-lead'), line!.id)).toEqual([]);
      const told = await other.county.database.read((db) =>
        db.query<{ unitId: string }[]>('SELECT `unitId` FROM `reminder` WHERE `link` LIKE ?', [`%${line!.id}`]),
      );
      expect(new Set(told.map(({ unitId }) => unitId))).toEqual(new Set([into.id]));
    } finally {
      await other.county.close();
    }
  });

  it('is told by the latest step alone where nobody ticked for weeks', async () => {
    const other = await startRemindedCounty();
    try {
      await other.tick();
      const [line] = await other.openLines('unit-lead', DUE);
      other.at('2027-01-13');
      await other.tick();
      expect(wordsOf(await other.inbox('unit-lead'), line!.id)).toHaveLength(1);
    } finally {
      await other.county.close();
    }
  });
});
