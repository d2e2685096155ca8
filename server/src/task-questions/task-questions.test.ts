import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { ANSWER, AskingCounty, checks, WORDING, WORDS } from '../../../test/support/asking-county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';

let here: AskingCounty;
beforeAll(async () => void (here = await AskingCounty.start()));
afterAll(() => here.county.close());

describe('the unit’s answer', () => {
  it('is public once another person has approved it with the question’s public wording', async () => {
    const id = await here.atTheBureau({ words: '我叫李秀兰，电话 138 1234 5678，便民窗口中午开不开门？' });
    expect(await here.again(id)).toMatchObject({ state: 'waiting', unitName: '县行政审批局' });
    const proposed = await here.answer('department-officer', id);
    expect([proposed.status, proposed.body.state]).toEqual([201, 'proposed']);
    expect(await here.again(id)).toMatchObject({ state: 'being-answered', answer: null });
    const [{ id: answerId }] = proposed.body.answers;
    expect((await here.published()).items.some((item: { id: string }) => item.id === answerId)).toBe(false);

    const approved = await here.review('department-lead', answerId);
    expect(approved.body).toMatchObject({ state: 'answered', answers: [checks] });
    const { items } = await here.published();
    expect(items[0]).toEqual({
      id: answerId,
      wording: WORDING,
      answer: ANSWER,
      unitName: '县行政审批局',
      officePhone: expect.stringMatching(/^0000-/),
      askedAt: expect.any(String),
      answeredAt: approved.body.settledAt,
    });
    expect(JSON.stringify(items)).not.toContain(id);
    expect(await here.again(id)).toMatchObject({ state: 'answered', answer: ANSWER });
    expect((await here.again(id)).words).toContain('李秀兰');
    expect((await here.review('department-lead', answerId)).status).toBe(200);
    expect((await here.answer('department-officer', id)).body.message).toBe('这条提问已经答复并公开');
  });

  it('is taken once however often it is sent', async () => {
    const id = await here.atTheBureau();
    const said = { id: newId() };
    expect((await here.answer('department-officer', id, said)).status).toBe(201);
    const repeated = await here.answer('department-officer', id, said);
    expect([repeated.status, repeated.body.answers.length]).toEqual([200, 1]);
    expect((await here.answer('department-officer', id, { ...said, answer: '换一个说法。' })).body.code).toBe(
      'id-taken',
    );
    expect((await here.answer('department-lead', id, said)).body.code).toBe('id-taken');
  });

  it('is not let out by its author, by an officer or by another unit', async () => {
    const id = await here.atTheBureau();
    const [{ id: answerId }] = (await here.answer('department-lead', id)).body.answers;
    expect(await here.review('department-lead', answerId)).toMatchObject({
      status: 403,
      body: { message: '起草人不能审查自己的文字，请另一人审查' },
    });
    expect((await here.review('department-officer', answerId)).status).toBe(403);
    expect((await here.review('unit-lead', answerId)).status).toBe(404);
    expect(
      (await here.review('supervisor', answerId, { outcome: 'published', ...checks, secrecyCheck: ' ' })).body.issues,
    ).toMatchObject([{ path: ['secrecyCheck'] }]);
    expect((await here.review('supervisor', answerId)).body.state).toBe('answered');
  });

  it('comes back with the reason, and the asker hears only that it is being answered', async () => {
    const id = await here.atTheBureau();
    const [{ id: answerId }] = (await here.answer('department-officer', id)).body.answers;
    const returned = await here.review('department-lead', answerId, {
      outcome: 'declined',
      reason: '请写明周末是否值班。',
    });
    expect(returned.body).toMatchObject({
      state: 'returned',
      answers: [{ state: 'declined', declineReason: '请写明周末是否值班。' }],
    });
    expect(await here.again(id)).toMatchObject({ state: 'being-answered', answer: null, declineReason: null });
    const second = await here.answer('department-officer', id, { answer: `${ANSWER}周末也值班。` });
    expect([second.status, second.body.answers.length]).toEqual([201, 2]);
    expect((await here.review('department-lead', second.body.answers[0].id)).body.state).toBe('answered');
    expect((await here.review('supervisor', answerId)).body.message).toBe('这条公开文字已经审查过了');
  });

  it('holds no number of anybody, nor does the question as it is made public', async () => {
    const id = await here.atTheBureau();
    const wrong = async (over: object) => (await here.answer('department-officer', id, over)).body.issues[0];
    expect(await wrong({ answer: '请打经办人手机 13812345678。' })).toMatchObject({ path: ['answer'] });
    expect(await wrong({ publicWording: '身份证 110101199003078515 能不能办？' })).toEqual({
      path: ['publicWording'],
      message: '公开的问题里像是有身份证号“110101199003078515”，请删去后再提交',
    });
  });

  it('is written by the unit that was asked and nobody else, who do not know of the question', async () => {
    const id = await here.atTheBureau();
    for (const person of ['township-officer', 'unit-lead', 'village-officer']) {
      expect((await here.as(person, 'GET', `/task-questions/${id}`)).status).toBe(404);
      expect((await here.answer(person, id)).status).toBe(404);
      expect((await here.decline(person, id)).status).toBe(404);
      expect((await here.listed(person)).some((one) => one.id === id)).toBe(false);
    }
    expect(await here.answer('supervisor', id)).toMatchObject({
      status: 403,
      body: { message: '由承办这条提问的单位起草答复' },
    });
    expect((await here.listed('department-officer')).some((one) => one.id === id)).toBe(true);
  });

  it('is read newest first, page by page', async () => {
    for (const number of [1, 2, 3]) {
      const id = await here.atTheBureau({ words: `第 ${number} 个问题：窗口在哪里？` });
      const said = { publicWording: `第 ${number} 个问题`, answer: ANSWER };
      await here.review('department-lead', (await here.answer('department-officer', id, said)).body.answers[0].id);
    }
    const first = await here.published('?limit=2');
    const second = await here.published(`?limit=2&cursor=${encodeURIComponent(first.next)}`);
    const wordings = [...first.items, ...second.items].map(({ wording }: { wording: string }) => wording);
    expect(wordings.slice(0, 3)).toEqual(['第 3 个问题', '第 2 个问题', '第 1 个问题']);
    expect((await here.county.ask('GET', `/public/tasks/${here.task()}/questions?cursor=nonsense`)).status).toBe(400);
  });
});

describe('a question in the offices', () => {
  it('is passed on by a supervisor to a unit of the task, with a word, once', async () => {
    here.anHourLater();
    const { id } = (await here.ask()).body;
    const said = { id: newId() };
    const first = await here.refer(id, here.bureauId, said);
    expect(first.body).toMatchObject({
      unitName: '县行政审批局',
      steps: [{ kind: 'referred', words: '请答复。', fromUnitName: '县政府督查室', toUnitName: '县行政审批局' }],
    });
    expect((await here.refer(id, here.bureauId, said)).status).toBe(200);
    expect((await here.refer(id, here.bureauId, { ...said, words: '另一句话。' })).body.code).toBe('id-taken');
    expect((await here.refer(id, here.bureauId)).body.message).toBe('这条提问已在这个单位');
    const school = (await here.as('supervisor', 'GET', `/org-units?text=${encodeURIComponent('县教育')}`)).body
      .items[0];
    expect(await here.refer(id, school.id)).toMatchObject({
      status: 403,
      body: { message: '只能转给承担这项任务的单位' },
    });
    const onward = { id: newId(), unitId: first.body.taskUnits.at(-1).id, words: '请答复。' };
    expect((await here.as('department-lead', 'POST', `/task-questions/${id}/referrals`, onward)).status).toBe(403);
    // Another supervisor, who still sees it where it was.
    const late = await here.refer(id, onward.unitId, { fromUnitId: onward.unitId });
    expect([late.status, late.body.message]).toEqual([409, expect.stringMatching(/刚被别人转办/)]);
    await here.answer('department-officer', id);
    expect((await here.refer(id, onward.unitId)).body.message).toBe('已有一份答复在等审查，请先审查');
  });

  it('is declined with a reason its asker reads, and stays', async () => {
    const id = await here.atTheBureau();
    expect((await here.decline('department-officer', id)).status).toBe(403);
    const said = { id: newId() };
    expect((await here.decline('department-lead', id, said)).body).toMatchObject({ state: 'declined' });
    expect((await here.decline('department-lead', id, said)).status).toBe(200);
    expect((await here.decline('department-lead', id, { ...said, reason: '另外一个理由' })).body.code).toBe('id-taken');
    expect(await here.again(id)).toMatchObject({
      state: 'declined',
      words: WORDS,
      declineReason: '与这项任务无关，请拨打 12345。',
    });
    expect((await here.answer('department-officer', id)).body.message).toBe('这条提问已作不予办理');
    expect((await here.listed('department-officer', '&part=settled'))[0]).toMatchObject({ id });
  });

  it('is listed with the working days it has waited, the oldest first, page by page', async () => {
    const open = await here.listed('supervisor');
    const asked = open.map(({ askedAt }) => askedAt);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked).toEqual([...asked].sort());
    const first = (await here.as('supervisor', 'GET', '/task-questions?limit=2')).body;
    const second = (await here.as('supervisor', 'GET', `/task-questions?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(open.slice(0, 4).map(({ id }) => id));
    const settled = await here.listed('supervisor', '&part=settled');
    const ends = settled.map(({ settledAt }) => settledAt);
    expect(ends).toEqual([...ends].sort().reverse());
  });

  it('leaves a trail of every step, without its words', async () => {
    const id = await here.atTheBureau();
    const [{ id: answerId }] = (await here.answer('department-officer', id)).body.answers;
    await here.review('department-lead', answerId);
    const trail = await here.county.database.read((db) =>
      db.find(AuditEntries, { where: { subjectId: id }, order: { id: 'ASC' } }),
    );
    expect(trail.map(({ action, personId }) => [action, personId === null])).toEqual([
      ['askTaskQuestion', true],
      ['referTaskQuestion', false],
      ['proposeTaskAnswer', false],
      ['reviewTaskAnswer', false],
    ]);
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${WORDS}|${ANSWER}`));
  });

  it('goes with its unit into another, while it is unanswered', async () => {
    const id = await here.atTheBureau();
    const other = await here.as('supervisor', 'GET', `/org-units?text=${encodeURIComponent('县档案馆')}`);
    const merger = { intoUnitId: other.body.items[0].id, on: here.county.clock.today() };
    expect((await here.as('administrator', 'POST', `/org-units/${here.bureauId}/mergers`, merger)).status).toBe(201);
    expect((await here.again(id)).unitName).toBe('县档案馆');
    const answered = (await here.published()).items.find(
      (item: { unitName: string }) => item.unitName === '县行政审批局',
    );
    expect(answered).toBeDefined();
  });
});
