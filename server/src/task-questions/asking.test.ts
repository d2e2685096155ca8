import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { AskingCounty, WORDS } from '../../../test/support/asking-county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { TaskQuestions } from './task-questions.tables.ts';

let here: AskingCounty;
beforeAll(async () => void (here = await AskingCounty.start()));
afterAll(() => here.county.close());

describe('the questions of the demo', () => {
  it('are two answered in public and one that waits, with its working days', async () => {
    for (const number of [13, 15]) expect((await here.published('', here.task(number))).items).toHaveLength(1);
    expect((await here.published()).items).toEqual([]);
    // Asked on Friday 20 November; the 21st and 22nd are a weekend.
    expect(await here.listed('department-officer')).toMatchObject([
      { words: expect.stringContaining('周末'), workingDays: 3, answerBy: '2026-12-04', isProvisional: false },
    ]);
    expect(await here.listed('department-lead', '&part=settled')).toHaveLength(2);
  });
});

describe('a question about a published task', () => {
  it('is asked by anybody without signing in, once however often it is sent', async () => {
    const id = newId();
    const said = { id, askerName: '老李', phone: '13711112222' };
    const first = await here.ask(said);
    expect([first.status, first.body]).toMatchObject([
      201,
      { id, words: WORDS, state: 'waiting', unitName: '县政府督查室', answer: null, hasPhone: true },
    ]);
    const repeated = await here.ask(said);
    expect([repeated.status, repeated.body]).toEqual([200, first.body]);
    for (const other of [{ words: '这是另外一件事。' }, { askerName: '老王' }, { phone: '13711113333' }])
      expect(await here.ask({ ...said, ...other })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    expect(await here.ask(said, here.task(13))).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    expect((await here.listed('supervisor')).filter((one) => one.id === id)).toHaveLength(1);
  });

  it('hears about the field what is too short, too long or no number', async () => {
    const wrong = async (over: object) => {
      const { status, body } = await here.ask(over);
      return [status, body.issues.map(({ message }: { message: string }) => message)];
    };
    expect(await wrong({ words: ' 为什么 ' })).toEqual([400, ['您的问题至少 5 个字']]);
    expect(await wrong({ words: '问'.repeat(501) })).toEqual([400, ['您的问题最多 500 个字，请删短一些']]);
    expect(await wrong({ askerName: '名'.repeat(21) })).toEqual([400, ['称呼最多 20 个字，请删短一些']]);
    for (const phone of ['12345', '1380000', '80012345'])
      expect(await wrong({ phone })).toEqual([400, ['电话应是 11 位手机号，或带区号的座机号']]);
    for (const phone of ['138 0000 7771', '+8613800007771', '１３８００００７７７１', '0800 5501234'])
      expect((await here.ask({ id: newId(), phone })).status).toBe(201);
    expect((await here.ask({ words: '问'.repeat(500) })).status).toBe(201);
  });

  it('goes to the unit that leads the task, where one does', async () => {
    here.anHourLater();
    const lead = { unitIds: [here.bureauId], part: 'lead', reason: '由行政审批局牵头。' };
    const added = await here.as('supervisor', 'POST', `/tasks/${here.task(1)}/assignments`, lead);
    expect(added.status).toBe(201);
    expect((await here.ask({}, here.task(1))).body.unitName).toBe('县行政审批局');
    expect((await here.ask({}, here.task(2))).body.unitName).toBe('县政府督查室');
  });

  it('keeps name and phone from everybody but those who answer; the phone is encrypted, each look recorded', async () => {
    here.anHourLater();
    const id = newId();
    await here.ask({ id, askerName: '李秀兰', phone: '13711112222' });
    const row = await here.county.database.read((db) => db.findOneByOrFail(TaskQuestions, { id }));
    expect(row.phone).not.toContain('13711112222');
    for (const body of [await here.again(id), await here.listed('supervisor'), await here.published()])
      expect(JSON.stringify(body)).not.toMatch(/13711112222|李秀兰/);
    const looks = () => here.county.database.read((db) => db.countBy(AuditEntries, { action: 'readTaskQuestion' }));
    const before = await looks();
    expect((await here.as('supervisor', 'GET', `/task-questions/${id}`)).body).toMatchObject({
      askerName: '李秀兰',
      phone: '13711112222',
    });
    expect((await looks()) - before).toBe(1);
    expect((await here.as('administrator', 'GET', `/task-questions/${id}`)).status).toBe(403);
  });

  it('loses its phone when its asker wishes, who goes on seeing it', async () => {
    here.anHourLater();
    const id = newId();
    const said = { id, phone: '0851-1234567' };
    await here.ask(said);
    const remove = () => here.county.ask('DELETE', `/public/task-questions/${id}/phone`);
    expect(await remove()).toMatchObject({ status: 200, body: { hasPhone: false, words: WORDS } });
    expect((await remove()).status).toBe(200);
    expect((await here.as('supervisor', 'GET', `/task-questions/${id}`)).body.phone).toBeNull();
    expect((await here.ask(said)).status).toBe(200);
    expect((await here.again(id)).hasPhone).toBe(false);
    const removals = { action: 'removeQuestionPhone', subjectId: id };
    expect(await here.county.database.read((db) => db.countBy(AuditEntries, removals))).toBe(1);
    expect((await here.county.ask('DELETE', `/public/task-questions/${newId()}/phone`)).status).toBe(404);
  });

  it('comes ten times an hour from one address; the eleventh hears when to try again, a repeat is always heard', async () => {
    here.anHourLater();
    const ids = Array.from({ length: 10 }, () => newId());
    for (const id of ids) expect((await here.ask({ id })).status).toBe(201);
    const refused = await here.ask();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many']);
    expect(refused.body.message).toMatch(/请在 \d\d:\d\d 以后再提交/);
    expect((await here.ask({ id: ids[0] })).status).toBe(200);
    const complaint = { id: newId(), words: '村务公开栏三个月没有更新了。' };
    expect((await here.county.ask('POST', '/complaints', { body: complaint })).status).toBe(201);
    here.anHourLater();
    expect((await here.ask()).status).toBe(201);
  });
});

describe('what is not public', () => {
  it('is not asked about: a task taken back, a plan never published, a plan taken out of public', async () => {
    here.anHourLater();
    const { id } = (await here.ask({}, here.task(14))).body;
    const before = await here.county.ask('GET', `/public/tasks/${here.task(14)}`);
    expect([before.status, before.body.mainTask.slice(0, 8)]).toEqual([200, '县级国家档案馆、']);
    const gone = async (taskId: string) => {
      for (const path of ['', '/questions'])
        expect((await here.county.ask('GET', `/public/tasks/${taskId}${path}`)).status).toBe(404);
      expect(await here.ask({}, taskId)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    };
    await here.county.database.work((db) =>
      db.query('UPDATE `task` SET `withdrawnReason` = ? WHERE `id` = ?', ['修订时撤销', here.task(14)]),
    );
    await gone(here.task(14));
    const archived = (await here.as('supervisor', 'GET', '/tasks?limit=200')).body.items.find(
      (one: { breakdownId: string }) => one.breakdownId !== here.planId,
    );
    await gone(archived.id);
    await gone(newId());
    const plan = `/task-breakdowns/${here.planId}`;
    expect((await here.as('supervisor', 'PATCH', plan, { isPublic: false })).status).toBe(200);
    await gone(here.task(12));
    expect(await here.again(id)).toMatchObject({ state: 'waiting', words: WORDS });
    expect((await here.as('supervisor', 'GET', `/task-questions/${id}`)).body.isTaskPublic).toBe(false);
  });
});
