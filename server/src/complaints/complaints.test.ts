import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Complaint } from '@county/shared/complaints/complaint';
import { startCounty, type County } from '../../../test/support/county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { Complaints } from './complaints.tables.ts';

const WORDS = '村务公开栏上的账目三个月没有更新了。';

let county: County;
let supervisor: string;

beforeAll(async () => {
  county = await startCounty();
  supervisor = await county.signIn('supervisor');
});

afterAll(() => county.close());

const file = (over: object = {}) =>
  county.ask('POST', '/complaints', { body: { id: newId(), words: WORDS, contact: null, ...over } });
const listed = async (query = ''): Promise<{ items: Complaint[]; next: string | null }> =>
  (await county.ask('GET', `/complaints${query}`, { token: supervisor })).body;
/** Another hour, so that one test's filings do not count in the next. */
const anHourLater = () => county.clock.set(new Date(Date.parse(county.clock.now()) + 3_601_000).toISOString());

describe('a complaint', () => {
  it('is filed by anybody without signing in, once however often it is sent', async () => {
    const id = newId();
    const first = await file({ id, contact: '13800138000' });
    expect([first.status, first.body.id]).toEqual([201, id]);
    const again = await file({ id, contact: '13800138000' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await file({ id, words: '这是另外一件事情。' })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    expect(await file({ id, contact: '13900139000' })).toMatchObject({ status: 409 });
    expect((await listed()).items.filter((item) => item.id === id)).toHaveLength(1);
  });

  it('needs words, and says so about the field', async () => {
    const { status, body } = await file({ words: '  嗯 ' });
    expect([status, body.issues]).toEqual([400, [{ path: ['words'], message: '投诉或建议至少 4 个字' }]]);
  });

  it('keeps the contact encrypted, shows it to those who answer and not to whoever holds the number', async () => {
    const id = newId();
    await file({ id, contact: '13711112222' });
    const row = await county.database.read((db) => db.findOneByOrFail(Complaints, { id }));
    expect(row.contact).not.toContain('13711112222');
    expect((await listed()).items.find((item) => item.id === id)?.contact).toBe('13711112222');
    const { status, body } = await county.ask('GET', `/complaints/${id}`);
    expect([status, body.words, body.answer]).toEqual([200, WORDS, null]);
    expect(JSON.stringify(body)).not.toContain('13711112222');
    expect((await county.ask('GET', `/complaints/${newId()}`)).status).toBe(404);
  });

  it('is answered once by a supervisor, and the answer read by its number', async () => {
    const id = newId();
    await file({ id });
    const answer = (words: string, token?: string) =>
      county.ask('POST', `/complaints/${id}/answers`, { token, body: { answer: words } });
    const first = await answer('已责成村委会本周内更新公开栏。', supervisor);
    expect([first.status, first.body.answer, first.body.answeredByName]).toEqual([
      201,
      '已责成村委会本周内更新公开栏。',
      (await county.ask('GET', '/sessions/current', { token: supervisor })).body.actor.name,
    ]);
    expect((await answer('已责成村委会本周内更新公开栏。', supervisor)).status).toBe(200);
    expect(await answer('换一个说法。', supervisor)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state', message: '这条已经答复过了，答复不能改写' },
    });
    const read = (await county.ask('GET', `/complaints/${id}`)).body;
    expect([read.answer, read.answeredAt]).toEqual([first.body.answer, first.body.answeredAt]);
    expect(read).not.toHaveProperty('answeredByName');
  });

  it('is listed and answered by supervisors and administrators alone', async () => {
    const id = newId();
    await file({ id });
    const administrator = await county.signIn('administrator');
    expect((await county.ask('GET', '/complaints', { token: administrator })).status).toBe(200);
    for (const person of ['village-officer', 'unit-lead', 'resident']) {
      const token = await county.signIn(person);
      expect((await county.ask('GET', '/complaints', { token })).status).toBe(403);
      expect((await county.ask('POST', `/complaints/${id}/answers`, { token, body: { answer: '好' } })).status).toBe(
        403,
      );
    }
    expect((await county.ask('GET', '/complaints')).status).toBe(401);
  });

  it('leaves a trail: filed, looked at, answered, without the words', async () => {
    const id = newId();
    await file({ id });
    await county.ask('POST', `/complaints/${id}/answers`, { token: supervisor, body: { answer: '收到，正在核实。' } });
    const trail = await county.database.read((db) =>
      db.find(AuditEntries, { where: { subjectId: id }, order: { id: 'ASC' } }),
    );
    expect(trail.map(({ action, personId }) => [action, personId === null])).toEqual([
      ['fileComplaint', true],
      ['answerComplaint', false],
    ]);
    expect(JSON.stringify(trail)).not.toContain(WORDS);
    expect(await county.database.read((db) => db.countBy(AuditEntries, { action: 'listComplaints' }))).toBeGreaterThan(
      0,
    );
  });

  it('is listed newest first, whatever number its sender gave it, page by page', async () => {
    anHourLater();
    const ids = ['ffffffff-ffff-4fff-bfff-ffffffffffff', newId(), '00000000-0000-4000-8000-000000000001', newId()];
    for (const id of ids) {
      expect((await file({ id })).status).toBe(201);
      county.clock.set(new Date(Date.parse(county.clock.now()) + 1000).toISOString());
    }
    const first = await listed('?limit=3');
    const second = await listed(`?limit=3&cursor=${encodeURIComponent(first.next!)}`);
    expect([...first.items, ...second.items].slice(0, 4).map(({ id }) => id)).toEqual([...ids].reverse());
    expect((await county.ask('GET', '/complaints?cursor=nonsense', { token: supervisor })).status).toBe(400);
  });

  it('comes ten times an hour from one address; the eleventh hears when to try again, a repeat is always heard', async () => {
    anHourLater();
    const ids = Array.from({ length: 10 }, () => newId());
    for (const id of ids) expect((await file({ id })).status).toBe(201);
    const eleventh = newId();
    const refused = await file({ id: eleventh });
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many']);
    expect(refused.body.message).toMatch(/^您所在的网络一小时内已提交 10 条，请在 \d\d:\d\d 以后再提交/);
    expect((await file({ id: ids[0] })).status).toBe(200);
    anHourLater();
    expect((await file({ id: eleventh })).status).toBe(201);
  });
});
