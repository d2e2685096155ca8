import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';

describe('a report that waits on a phone', () => {
  let county: County;
  let officer: string;
  let supervisor: string;
  let lineId: string;

  beforeAll(async () => {
    county = await startCounty();
    officer = await county.signIn('village-officer');
    supervisor = await county.signIn('supervisor');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    lineId = body.items.find(({ status }: { status: string }) => status === 'in-progress').id;
  });
  afterAll(() => county.close());

  const say = (id: string, over: object = {}, token = officer, line = lineId) =>
    county.ask('PUT', `/assignments/${line}/waiting-reports`, {
      token,
      body: { id, writtenAt: '2026-11-25T00:50:00.000Z', ...over },
    });
  const take = (id: string, token = officer) => county.ask('DELETE', `/waiting-reports/${id}`, { token });
  const file = (id: string) =>
    county.ask('POST', `/assignments/${lineId}/reports`, {
      token: officer,
      body: { id, percent: 90, note: '终于发出去了' },
    });
  const waiting = async (token = supervisor): Promise<{ id: string; writtenByName: string; writtenAt: string }[]> =>
    (await county.ask('GET', `/assignments/${lineId}`, { token })).body.waitingReports;

  it('is told of once, however often the phone says so, and is over when it arrives', async () => {
    const id = newId();
    expect((await say(id)).body).toEqual({ waiting: true });
    expect((await say(id)).body).toEqual({ waiting: true });
    expect(await waiting()).toMatchObject([{ id, writtenAt: '2026-11-25T00:50:00.000Z' }]);
    expect((await file(id)).status).toBe(201);
    expect(await waiting()).toEqual([]);
    // The phone's word came after the report itself.
    expect((await say(id)).body).toEqual({ waiting: false });
    expect(await waiting()).toEqual([]);
  });

  it('is over when its writer throws it away, and not by anybody else’s word', async () => {
    const id = newId();
    await say(id);
    expect((await take(id, supervisor)).status).toBe(200);
    expect(await waiting()).toHaveLength(1);
    expect((await take(id)).status).toBe(200);
    expect((await take(id)).status).toBe(200);
    expect(await waiting()).toEqual([]);
  });

  it('is of the unit’s own lines only, and shown to nobody who may not read its reports', async () => {
    const id = newId();
    const neighbour = await county.signIn('second-village-officer');
    expect((await say(id, {}, neighbour)).status).toBe(403);
    expect((await say(id, {}, officer, newId())).status).toBe(404);
    await say(id);
    expect((await say(id, {}, neighbour)).status).toBe(403);
    expect(await waiting(neighbour)).toEqual([]);
    await take(id);
  });

  it('a phone whose clock runs ahead has not submitted in the future', async () => {
    const id = newId();
    await say(id, { writtenAt: '2030-01-01T00:00:00.000Z' });
    expect((await waiting())[0]!.writtenAt <= county.clock.now()).toBe(true);
    expect((await say(newId(), { writtenAt: '昨天' })).status).toBe(400);
    await take(id);
  });
});

describe('a line returned with remarks', () => {
  it('tells field by field what to put right, once, and keeps it in the history', async () => {
    const county = await startCounty();
    const lead = await county.signIn('unit-lead');
    const supervisor = await county.signIn('supervisor');
    const { body: lines } = await county.ask('GET', '/assignments?state=completed&limit=200', { token: lead });
    const [line] = lines.items;
    const send = (body: object) => county.ask('POST', `/assignments/${line.id}/returns`, { token: supervisor, body });
    const remarks = [
      { field: 'note', words: '请写明日期' },
      { field: 'proof', words: '文号不对' },
    ];
    const twice = await send({ id: newId(), reason: '请补充', remarks: [remarks[0], remarks[0]] });
    expect([twice.status, twice.body.message]).toEqual([400, '同一项只写一条意见']);
    const empty = await send({ id: newId(), reason: '请补充', remarks: [{ field: 'note', words: ' ' }] });
    expect(empty.body.issues).toEqual([{ path: ['remarks', 0, 'words'], message: '请填写意见' }]);
    const unknown = await send({ id: newId(), reason: '请补充', remarks: [{ field: 'colour', words: '红' }] });
    expect(unknown.status).toBe(400);
    const body = { id: newId(), reason: '请补充', remarks };
    expect((await send(body)).status).toBe(201);
    expect((await send(body)).status).toBe(200);
    expect((await send({ ...body, remarks: [remarks[0]] })).body.code).toBe('id-taken');
    const view = (await county.ask('GET', `/assignments/${line.id}`, { token: lead })).body;
    expect(view.steps[0]).toMatchObject({ kind: 'returned', words: '请补充', remarks });
    await county.close();
  });
});
