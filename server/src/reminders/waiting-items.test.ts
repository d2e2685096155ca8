import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { AskingCounty } from '../../../test/support/asking-county.ts';
import type { County } from '../../../test/support/county.ts';
import { startLateCounty, type LateCounty } from '../../../test/support/late-county.ts';
import { startRemindedCounty, type RemindedCounty } from '../../../test/support/reminded-county.ts';
import { Memberships } from '../people/people.tables.ts';

/** What waits for somebody, of one kind. */
async function waits(county: County, person: string, kind: string): Promise<WaitingItem[]> {
  const { body } = await county.ask('GET', '/waiting-items', { token: await county.signIn(person) });
  return body.items.filter((item: WaitingItem) => item.kind === kind);
}

describe('the work of the lines', () => {
  let at: RemindedCounty;
  let lineId: string;
  beforeAll(async () => void (at = await startRemindedCounty()));
  afterAll(() => at.county.close());

  const ask = async (person: string, path: string, body: object) =>
    at.county.ask('POST', path, { token: await at.county.signIn(person), body: { id: newId(), ...body } });
  const count = async (person: string, kind: string) =>
    (await waits(at.county, person, kind)).reduce((sum, item) => sum + item.count, 0);

  it('waits for a supervisor of another unit once it is done, in the ledger of its plan', async () => {
    const { id: planId } = await at.county.planAtWork();
    const token = await at.county.signIn('township-officer');
    const { items } = (await at.county.ask('GET', `/assignments?limit=200&breakdownId=${planId}`, { token })).body;
    lineId = items.find(({ status }: { status: string }) => status === 'in-progress').id;
    const before = await count('supervisor', 'completed-lines');
    await ask('township-officer', `/assignments/${lineId}/reports`, {
      percent: 100,
      note: '已完成',
      lowerReason: null,
    });
    // Filed as whole it waits for the lead alone, in a list that has it, until it is confirmed.
    const toComplete = await count('unit-lead', 'lines-to-complete');
    expect(toComplete).toBeGreaterThan(0);
    expect(await count('township-officer', 'lines-to-complete')).toBe(0);
    const lead = { token: await at.county.signIn('unit-lead') };
    const waiting = await at.county.ask('GET', '/assignments?scope=all&toComplete=yes&limit=200', lead);
    expect(waiting.body.items).toHaveLength(toComplete);
    expect(waiting.body.items.map(({ id }: { id: string }) => id)).toContain(lineId);
    const done = await ask('unit-lead', `/assignments/${lineId}/completions`, { summary: '完成', proof: '文号 9' });
    expect(done.status).toBe(201);
    expect(await count('unit-lead', 'lines-to-complete')).toBe(toComplete - 1);
    expect(await count('supervisor', 'completed-lines')).toBe(before + 1);
    const ofPlan = (await waits(at.county, 'supervisor', 'completed-lines')).find(({ link }) => link.includes(planId))!;
    expect(ofPlan.words).toMatch(new RegExp(`^${ofPlan.count} 项任务已办结，等您核验销号（.+）$`));
    const seen = await at.county.ask(
      'GET',
      `/task-breakdowns/${planId}/ledger?limit=200&state=completed&withHandedDown=yes`,
      { token: await at.county.signIn('supervisor') },
    );
    expect(seen.body.items.map(({ id }: { id: string }) => id)).toContain(lineId);
    for (const person of ['township-officer', 'unit-lead', 'village-officer', 'administrator'])
      expect([person, await count(person, 'completed-lines')]).toEqual([person, 0]);
  });

  it('does not wait for a supervisor who has a post in the unit too', async () => {
    const before = await count('supervisor', 'completed-lines');
    const { personId, unitId } = await at.county.database.read(async (db) => {
      const [own] = await db.query('SELECT `unitId` FROM `assignment` WHERE `id` = ?', [lineId]);
      const { body } = await at.county.ask('GET', '/sessions/current', { token: await at.county.signIn('supervisor') });
      return { personId: body.actor.personId as string, unitId: own.unitId as string };
    });
    const id = newId();
    const post = { id, personId, unitId, role: 'officer' as const, from: '2026-01-01', until: null };
    await at.county.database.work((db) => db.insert(Memberships, post));
    expect(await count('supervisor', 'completed-lines')).toBeLessThan(before);
    await at.county.database.work((db) => db.delete(Memberships, { id }));
  });

  it('waits for the unit again when it is sent back', async () => {
    const before = await count('township-officer', 'returned-lines');
    const checked = await count('supervisor', 'completed-lines');
    const back = await ask('supervisor', `/assignments/${lineId}/returns`, { reason: '没有附上链接', remarks: [] });
    expect([back.status, back.body.message]).toEqual([201, undefined]);
    expect(await waits(at.county, 'township-officer', 'returned-lines')).toEqual([
      {
        kind: 'returned-lines',
        count: before + 1,
        words: `${before + 1} 项任务被退回，请改后重新办结`,
        link: '/pages/tasks/my/index',
      },
    ]);
    expect(await count('supervisor', 'completed-lines')).toBe(checked - 1);
  });

  it('waits as an extension until a supervisor decides', async () => {
    const before = await count('supervisor', 'extensions');
    const [line] = (
      await Promise.all(['2026-11-30', '2026-12-31'].map((day) => at.openLines('unit-lead', day)))
    ).flat();
    if (!line) throw new Error('the township owes nothing that is still to come due');
    const asked = { dueOn: '2027-03-31', reason: '汛期道路中断，设备未到' };
    const extension = await ask('unit-lead', `/assignments/${line.id}/extensions`, asked);
    expect([extension.status, extension.body.message]).toEqual([201, undefined]);
    expect(await count('supervisor', 'extensions')).toBe(before + 1);
    expect(await count('unit-lead', 'extensions')).toBe(0);
    const decision = { outcome: 'declined', words: '请按期完成' };
    await ask('supervisor', `/extensions/${extension.body.id}/decisions`, decision);
    expect(await count('supervisor', 'extensions')).toBe(before);
  });
});

describe('a circular', () => {
  let late: LateCounty;
  beforeAll(async () => void (late = await startLateCounty()));
  afterAll(() => late.county.close());

  it('waits for the head, then for the units it names, and its objections for a supervisor who did not make it', async () => {
    const { county, post, tokens } = late;
    const count = async (person: string, kind: string) => (await waits(county, person, kind))[0]?.count ?? 0;
    const people = ['supervision-lead', 'supervisor', 'unit-lead', 'department-lead', 'village-officer'];
    const all = async (kind: string) => Promise.all(people.map((person) => count(person, kind)));
    const line = await late.lateLineOf('青石镇');
    const before = await all('circulars-to-approve');
    const unopened = await all('circulars-to-receive');
    const { id, version, items } = await late.submitted([line]);
    expect(await all('circulars-to-approve')).toEqual([before[0]! + 1, 0, 0, 0, 0]);
    expect(await all('circulars-to-receive')).toEqual(unopened);

    const decision = { outcome: 'issued', version, documentNumber: '青政督〔2027〕77号' };
    expect((await post(`/circulars/${id}/decisions`, tokens.head, decision)).status).toBe(201);
    expect(await all('circulars-to-approve')).toEqual(before);
    expect(await all('circulars-to-receive')).toEqual(unopened.map((some, at) => (at === 2 ? some + 1 : some)));
    const list = '/pages/circulars/list/index';
    const several = { kind: 'circulars-to-receive', count: 2, words: '2 份通报还没有签收，打开就算签收', link: list };
    expect(await waits(county, 'township-officer', 'circulars-to-receive')).toEqual([several]);

    const own = await count('supervisor', 'objections');
    const others = await count('supervisor-open-office', 'objections');
    const objection = { id: newId(), itemId: items[0]!.id, reason: '材料已于六月底上报县政府督查室' };
    const made = await post(`/circulars/${id}/objections`, tokens.townLead, objection);
    expect([made.status, made.body.message]).toEqual([201, undefined]);
    // Whoever objects has it in hand.
    expect(await all('circulars-to-receive')).toEqual(unopened);
    const [one] = await waits(county, 'township-officer', 'circulars-to-receive');
    expect(one!.link).toMatch(/^\/pages\/circulars\/circular\/index\?id=/);
    expect(one!.link).not.toContain(id);
    expect(await count('supervisor-open-office', 'objections')).toBe(others + 1);
    expect(await count('supervisor', 'objections')).toBe(own);
    const { body } = await county.ask('GET', `/circulars/${id}`, { token: tokens.other });
    const verdict = { outcome: 'upheld', decisionWords: '经核实，六月未收到' };
    const decided = await post(
      `/circulars/${id}/objections/${body.items[0].objection.id}/decisions`,
      tokens.other,
      verdict,
    );
    expect([decided.status, decided.body.message]).toEqual([201, undefined]);
    expect(await count('supervisor-open-office', 'objections')).toBe(others);
  });
});

describe('a resident’s question', () => {
  let here: AskingCounty;
  beforeAll(async () => void (here = await AskingCounty.start()));
  afterAll(() => here.county.close());

  const count = async (person: string, kind: string) => (await waits(here.county, person, kind))[0]?.count ?? 0;

  it('waits for the unit asked, and its answer for somebody other than its author', async () => {
    const before = await count('department-officer', 'questions-to-answer');
    const others = await count('village-officer', 'questions-to-answer');
    const checks = await count('department-lead', 'answers-to-check');
    const id = await here.atTheBureau();
    expect(await count('department-officer', 'questions-to-answer')).toBe(before + 1);
    expect(await count('village-officer', 'questions-to-answer')).toBe(others);
    await here.answer('department-lead', id);
    expect(await count('department-officer', 'questions-to-answer')).toBe(before);
    expect(await count('department-lead', 'answers-to-check')).toBe(checks);
    expect(await count('supervisor', 'answers-to-check')).toBeGreaterThan(0);
    expect(await count('department-officer', 'answers-to-check')).toBe(0);
  });
});
