import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { CHECKS, GuideCounty } from '../../../test/support/guide-county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { ServiceGuideVersions } from './service-guides.tables.ts';

let here: GuideCounty;
beforeAll(async () => void (here = await GuideCounty.start()));
afterAll(() => here.county.close());

const get = async (id: string, query = '') => {
  const { status, body } = await here.anybody(`/service-guides/${id}?${query}`);
  return { status, ...body };
};

/** The clock runs on while a test does. */
const at = (minute: string) => expect.stringMatching(`^${minute}`);

describe('a guide', () => {
  it('is drafted once however often it is sent, and is nobody’s but its unit’s until it is let out', async () => {
    const id = newId();
    const first = await here.add({}, { id });
    expect([first.status, first.body]).toMatchObject([
      201,
      { id, state: 'draft', revision: 1, unitName: '县行政审批局', writtenByName: '孟文静', publishedAt: null },
    ]);
    const again = await here.add({}, { id });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await here.add({ plainTitle: '办老年证' }, { id })).toMatchObject({
      status: 409,
      body: { code: 'id-taken' },
    });
    expect((await here.change(id, 1, { plainTitle: '办敬老卡' })).status).toBe(201);
    expect(await here.add({}, { id })).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await get(id)).status).toBe(404);
    expect((await here.as('department-lead', 'GET', `/service-guides/${id}`)).status).toBe(200);
    for (const stranger of ['township-officer', 'unit-lead', 'village-officer'])
      expect((await here.as(stranger, 'GET', `/service-guides/${id}`)).status).toBe(404);
    expect((await here.as('resident', 'GET', `/service-guides/${id}`)).status).toBe(403);
  });

  it('is written by the unit and those above it, not by others and not by administrators', async () => {
    const forUnit = (person: string, unitId: string) => here.add({}, { unitId }, person);
    expect((await forUnit('unit-lead', here.villageId)).status).toBe(201);
    expect((await forUnit('supervisor', here.bureauId)).status).toBe(201);
    for (const [person, unitId, words] of [
      ['village-officer', here.townshipId, /本单位和所辖单位/],
      ['unit-lead', here.bureauId, /本单位和所辖单位/],
      ['administrator', here.bureauId, /管理员只能查看/],
    ] as const) {
      const { status, body } = await forUnit(person, unitId);
      expect([person, status, body.message]).toEqual([person, 403, expect.stringMatching(words)]);
    }
    expect((await forUnit('supervisor', newId())).status).toBe(404);
  });

  it('hears at which place somebody’s number stands; the office may have a mobile', async () => {
    const phone = '13812345678';
    const refused = await here.add({ questions: [{ question: '还能问谁？', answer: `打 ${phone} 找老王` }] });
    expect([refused.status, refused.body.issues]).toEqual([
      400,
      [
        {
          path: ['content', 'questions', 0, 'answer'],
          message: `常见问题第 1 项里像是有手机号“${phone}”，请删去后再保存`,
        },
      ],
    ]);
    const contact = { name: '孟文静', post: '', phone };
    expect((await here.add({ contact, conditions: [`不清楚请打 ${phone}`] })).status).toBe(201);
    expect((await here.add({ contact, conditions: ['不清楚请打 13987654321'] })).status).toBe(400);
  });

  it('names offices there are, and a village’s window approves nothing', async () => {
    const refused = async (over: object) => (await here.add(over)).body.issues[0].message;
    expect(await refused({ acceptingUnitId: newId() })).toBe('没有找到受理机构，请从单位列表里重新选择');
    expect(await refused({ decidingUnitId: here.villageId })).toMatch(/石桥村”的窗口只咨询、受理、查询、领取结果/);
    expect((await here.add({ acceptingUnitId: here.villageId, decidingUnitId: here.bureauId })).status).toBe(201);
  });
});

describe('a change', () => {
  it('on what somebody has changed meanwhile is refused, naming who and when', async () => {
    const { body } = await here.add();
    const body2 = {
      id: newId(),
      onRevision: 1,
      content: here.content({ plainTitle: '办优待证' }),
      reviewOn: '2027-06-30',
    };
    const path = `/service-guides/${body.id}/changes`;
    expect((await here.as('department-lead', 'POST', path, body2)).status).toBe(201);
    const late = await here.change(body.id, 1, { plainTitle: '办老年卡' });
    expect([late.status, late.body.message]).toEqual([
      409,
      expect.stringMatching(/已由贺敏在 2026-11-25 09:00 改过，请重新打开看过再处理/),
    ]);
    const again = await here.as('department-lead', 'POST', path, body2);
    expect([again.status, again.body.revision]).toEqual([200, 2]);
    const other = { ...body2, content: here.content({ plainTitle: '又一个名字' }) };
    expect((await here.as('department-lead', 'POST', path, other)).body.code).toBe('id-taken');
  });

  it('of a public guide leaves what is public alone until it is let out too; each version stays readable by day', async () => {
    const { id } = await here.published({ plainTitle: '第一版的名字' });
    expect(await get(id)).toMatchObject({ version: 1, content: { plainTitle: '第一版的名字' }, supersededAt: null });
    here.setClock('2026-11-30T02:00:00.000Z');
    await here.change(id, 3, { plainTitle: '第二版的名字', mistakes: ['不要带复印件来'] });
    expect(await get(id)).toMatchObject({ version: 1, content: { plainTitle: '第一版的名字' } });
    await here.propose(id, 4);
    await here.review(id, 5);
    expect(await get(id)).toMatchObject({ version: 2, content: { plainTitle: '第二版的名字' } });
    expect(await get(id, 'on=2026-11-29')).toMatchObject({
      version: 1,
      content: { plainTitle: '第一版的名字' },
      supersededAt: at('2026-11-30T02:00'),
    });
    expect((await get(id, 'on=2026-11-30')).version).toBe(2);
    expect(await get(id, 'on=2026-11-24')).toMatchObject({
      status: 404,
      code: 'not-yet-public',
      message: '这份办事指南 2026年11月25日起公开，2026年11月24日那天还没有',
    });
    const versions = (await here.anybody(`/service-guides/${id}/versions`)).body.items;
    expect(versions).toEqual([
      { version: 2, publishedAt: at('2026-11-30T02:00'), supersededAt: null, changed: ['通俗名称', '常见错误'] },
      { version: 1, publishedAt: at('2026-11-25T01:'), supersededAt: at('2026-11-30T02:00'), changed: [] },
    ]);
    const page = await here.county.ask('GET', `/public/service-guides/${id}/versions?limit=1`);
    expect(page.body).toEqual({ items: [versions[0]], next: '2' });
    const rest = await here.county.ask('GET', `/public/service-guides/${id}/versions?limit=1&cursor=2`);
    expect(rest.body).toEqual({ items: [versions[1]], next: null });
  });
});

describe('a review (先审查后公开)', () => {
  it('is another person’s, of the unit’s lead or a supervisor; checks and scan stay with the version', async () => {
    const { body } = await here.add();
    expect((await here.review(body.id, 1)).body.message).toMatch(/没有等待审查的内容/);
    await here.propose(body.id, 1);
    const by = async (person: string) => {
      const { status, body: answer } = await here.review(body.id, 2, undefined, person);
      return [status, answer.message];
    };
    expect(await by('department-officer')).toEqual([403, expect.stringMatching(/负责人、督查员审查/)]);
    expect((await by('township-officer'))[0]).toBe(404);
    expect((await by('administrator'))[0]).toBe(403);
    const done = await here.review(body.id, 2);
    expect([done.status, done.body]).toMatchObject([
      201,
      { state: 'published', publishedVersion: 1, declineReason: null },
    ]);
    expect((await here.review(body.id, 2)).status).toBe(200);
    const [version] = await here.county.database.read((db) => db.findBy(ServiceGuideVersions, { writingId: body.id }));
    expect(version).toMatchObject({ ...CHECKS, reviewedByName: '贺敏', writtenByName: '孟文静', initials: 'glrbydz' });
    expect(version!.personalDataScan).toMatch(/未发现身份证号/);
    const acts = { subjectId: body.id };
    const trail = await here.county.database.read((db) => db.findBy(AuditEntries, acts));
    expect(trail.map(({ action }) => action)).toEqual(['addServiceGuide', 'proposeServiceGuide', 'reviewServiceGuide']);
  });

  it('is refused to a lead who had a hand in the words, whoever wrote last', async () => {
    const { body } = await here.add({}, {}, 'department-lead');
    await here.change(body.id, 1, { plainTitle: '改了一个字' });
    await here.propose(body.id, 2);
    const { status, body: answer } = await here.review(body.id, 3);
    expect([status, answer.message]).toEqual([403, '参与起草的人不能审查自己的文字，请另一人审查']);
    expect((await here.review(body.id, 3, undefined, 'supervisor')).status).toBe(201);
  });

  it('sends back with a reason, which stands until the next proposal', async () => {
    const { body } = await here.add();
    await here.propose(body.id, 1);
    const review = { outcome: 'declined', reason: '请写明在哪个窗口。' };
    expect((await here.review(body.id, 2, review)).body).toMatchObject({
      state: 'draft',
      declineReason: review.reason,
    });
    expect((await here.change(body.id, 3, { mistakes: ['窗口是 3 号'] })).body.declineReason).toBe(review.reason);
    expect((await here.propose(body.id, 4)).body).toMatchObject({ state: 'proposed', declineReason: null });
    expect((await here.propose(body.id, 4)).status).toBe(200);
  });

  it('is not asked for while a promise is longer than the law or the questions lead nowhere', async () => {
    const tree = here.content().tree!;
    tree.questions[0]!.options[0]!.nextKey = 'gone';
    const { body } = await here.add(
      { limits: { statutoryDays: 5, promisedDays: 8 }, tree },
      { reviewOn: '2026-11-25' },
    );
    const { status, body: answer } = await here.propose(body.id, 1);
    expect([status, answer.message]).toEqual([
      400,
      expect.stringMatching(/^承诺办理时限 8 个工作日超过了法定的 5 个.*另有 2 处/),
    ]);
    expect(answer.issues.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'content.limits.promisedDays',
      'content.tree.questions.0.options.0.nextKey',
      'content.reviewOn',
    ]);
    expect((await here.add({ fee: { isCharged: true, basis: '价费〔2020〕1号' } as never })).body.message).toMatch(
      /请填写收费标准/,
    );
  });
});
