import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import type { WholeGuides } from '@county/shared/service-guides/whole-guides';
import { CHECKS, GuideCounty } from '../../../test/support/guide-county.ts';
import { PublicGuides } from './public-guides.service.ts';

let here: GuideCounty;
beforeAll(async () => void (here = await GuideCounty.start()));
afterAll(() => here.county.close());

const found = async (words: string, more = ''): Promise<PublicGuideSummary[]> => {
  const { status, body } = await here.anybody(`/service-guides?words=${encodeURIComponent(words)}${more}`);
  expect(status).toBe(200);
  return body.items;
};
const titles = async (words: string, more = '') => (await found(words, more)).map(({ plainTitle }) => plainTitle);

describe('the guides of the demo', () => {
  it.each([
    ['办社保卡', '办社保卡'],
    ['社会保章卡', '办社保卡'],
    ['ghzshk', '给孩子上户口'],
    ['怎么给孩子上户口', '给孩子上户口'],
    ['结婚 登记', '结婚登记'],
  ])('are found by “%s”', async (words, plainTitle) => {
    expect((await titles(words))[0]).toBe(plainTitle);
  });

  it.each(['老伴去世', '老伴去世了怎么办'])('after a death are found by “%s”', async (words) => {
    const found = await titles(words);
    for (const title of ['申请殡葬费减免', '领丧葬补助金', '给去世的家人注销户口']) expect(found).toContain(title);
  });

  it('are all there, page by page, in the order of first letters, of one unit or for business alone', async () => {
    const all: PublicGuideSummary[] = [];
    for (let cursor = ''; ;) {
      const { body } = await here.county.ask('GET', `/public/service-guides?limit=25${cursor}`);
      all.push(...body.items);
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(all.length).toBeGreaterThan(50);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const initials = all.map((guide) => guide.initials);
    expect(initials).toEqual([...initials].sort());
    const { unitId, unitName } = all[0]!;
    const own = (await here.anybody(`/service-guides?unitId=${unitId}`)).body.items as PublicGuideSummary[];
    expect([...new Set(own.map((guide) => guide.unitName))]).toEqual([unitName]);
    const business = (await here.anybody('/service-guides?audience=business')).body.items as PublicGuideSummary[];
    expect([...new Set(business.map(({ audience }) => audience))]).toEqual(['business']);
    expect((await here.county.ask('GET', `/public/service-guides?cursor=${newId()}`)).status).toBe(400);
  });

  it('are kept for some seconds, and known again by their ETag', async () => {
    const { headers } = await here.county.ask('GET', '/public/service-guides?limit=3');
    const etag = headers.get('etag')!;
    const reply = await fetch(`${here.county.url}/api/public/service-guides?limit=3`, {
      headers: { 'if-none-match': etag },
    });
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([304, 'public, max-age=5']);
  });
});

describe('all guides and handbooks at once, for a phone to keep', () => {
  const whole = async () => (await here.anybody('/whole-guides')).body as WholeGuides;

  it('say word for word what each says by itself, and come compressed, once', async () => {
    const { guides, handbooks } = await whole();
    const listed = (await here.county.ask('GET', '/public/service-guides?limit=200')).body.items;
    expect(guides.map(({ id }) => id)).toEqual(listed.map(({ id }: PublicGuideSummary) => id));
    for (const guide of guides)
      expect((await here.county.ask('GET', `/public/service-guides/${guide.id}`)).body).toEqual(guide);
    const books = (await here.county.ask('GET', '/public/handbooks?limit=200')).body.items;
    expect(new Set(handbooks.map(({ id }) => id))).toEqual(new Set(books.map(({ id }: { id: string }) => id)));
    for (const book of handbooks)
      expect((await here.county.ask('GET', `/public/handbooks/${book.id}`)).body).toEqual(book);

    const address = `${here.county.url}/api/public/whole-guides`;
    const reply = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    // 300 guides are then some 300 KB on the way.
    expect(Number(reply.headers.get('content-length')) / guides.length).toBeLessThan(1_500);
    const again = await fetch(address, { headers: { 'if-none-match': reply.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });

  it('have what was let out, and neither a draft nor what was taken back', async () => {
    const { id } = await here.published({ plainTitle: '办渔业捕捞许可' });
    const draft = (await here.add({ plainTitle: '还没有写完' })).body;
    const ids = async () => (await whole()).guides.map((guide) => guide.id);
    expect(await ids()).toContain(id);
    expect(await ids()).not.toContain(draft.id);
    await here.withdraw(id);
    expect(await ids()).not.toContain(id);
  });
});

describe('what everybody finds', () => {
  it('changes with the next version, in every process, and never with a draft', async () => {
    const { id } = await here.published({ plainTitle: '申领高龄津贴', everydayWords: [], title: '高龄津贴发放' });
    expect(await titles('高龄津贴')).toEqual(expect.arrayContaining(['申领高龄津贴']));
    await here.change(id, 3, { plainTitle: '领长寿金', everydayWords: [], title: '长寿金发放' });
    expect(await titles('长寿金')).not.toContain('领长寿金');
    // Another process counts the stamp up; this one has to look.
    const guides = here.county.app.get(PublicGuides, { strict: false });
    const query = (sql: string) => here.county.database.work((db) => db.query(sql));
    await query(`UPDATE service_guide_version SET plainTitle = '申领百岁津贴' WHERE writingId = '${id}'`);
    const seen = async () => (await guides.summaries([id])).get(id)?.plainTitle;
    expect(await seen()).toBe('申领高龄津贴');
    await query("UPDATE guide_stamp SET stamp = stamp + 1 WHERE id = 'guides'");
    expect(await seen()).toBe('申领百岁津贴');
  });

  it('no longer has what was taken back, whose page says why and since when; a later version ends that', async () => {
    const { id } = await here.published({ plainTitle: '办农药经营许可' });
    const refused = await here.withdraw(id, '法规已废止', 'department-officer');
    expect([refused.status, refused.body.message]).toEqual([403, expect.stringMatching(/负责人、督查员撤下/)]);
    here.setClock('2026-12-01T02:00:00.000Z');
    const told = await here.withdraw(id, '申请人 13800138000 反映有误');
    expect([told.status, told.body.message]).toEqual([400, expect.stringContaining('手机号“13800138000”')]);
    expect((await here.withdraw(id)).body).toMatchObject({ state: 'withdrawn', withdrawnReason: '法规已废止' });
    expect((await here.withdraw(id)).status).toBe(200);
    expect((await here.withdraw(id, '另一个原因')).status).toBe(409);
    expect(await titles('农药经营许可')).not.toContain('办农药经营许可');
    const read = async (query = '') => (await here.anybody(`/service-guides/${id}?${query}`)).body;
    expect(await read()).toMatchObject({
      withdrawnReason: '法规已废止',
      withdrawnAt: expect.stringMatching(/^2026-12-01/),
    });
    here.setClock('2026-12-05T02:00:00.000Z');
    await here.publishedAnew(id, 4, { plainTitle: '办农药经营许可' }, { reviewOn: '2027-12-01' });
    expect(await read()).toMatchObject({ version: 2, withdrawnReason: null });
    expect(await read('on=2026-12-03')).toMatchObject({
      version: 1,
      withdrawnReason: '法规已废止',
      supersededAt: expect.stringMatching(/^2026-12-01/),
    });
    expect(await read('on=2026-11-30')).toMatchObject({ version: 1, withdrawnReason: null });
    expect(await read('version=1&on=2026-12-05')).toMatchObject({ version: 1, withdrawnReason: null });
    expect(await read('version=3')).toMatchObject({ code: 'not-found' });
  });

  it('has a guide’s sample pictures once it is public; before that they are its unit’s', async () => {
    const sampleId = newId();
    const form = new FormData();
    form.set('id', sampleId);
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    form.set('file', new Blob([picture as Uint8Array<ArrayBuffer>]), '样例.png');
    expect((await here.as('department-officer', 'POST', '/files', form)).status).toBe(201);
    const [paper, proxy] = here.content().materials;
    const materials = [{ ...paper!, sampleId }, proxy!];
    const draft = (await here.add({ materials }, { reviewOn: '2027-06-30' })).body;
    expect(draft.sampleUrls.id).toMatch(/signature=/);
    expect((await here.county.ask('GET', `/files/${sampleId}`)).status).toBe(404);
    expect((await here.as('department-lead', 'GET', `/files/${sampleId}`)).status).toBe(200);
    expect((await here.as('township-officer', 'GET', `/files/${sampleId}`)).status).toBe(404);
    // Another person saves the same picture, and nobody takes it for another guide.
    expect((await here.change(draft.id, 1, { materials })).status).toBe(201);
    expect((await here.add({ materials })).body.code).toBe('id-taken');
    await here.propose(draft.id, 2);
    await here.review(draft.id, 3);
    expect((await here.anybody(`/service-guides/${draft.id}`)).body.sampleUrls).toEqual({ id: `/files/${sampleId}` });
    expect((await here.county.ask('GET', `/files/${sampleId}`)).status).toBe(200);
    await here.withdraw(draft.id);
    expect((await here.county.ask('GET', `/files/${sampleId}`)).status).toBe(404);
  });
});

describe('a handbook (一本通)', () => {
  it('puts public guides in order, is let out by another person, and loses a step whose guide is taken back', async () => {
    const ids = [(await here.published()).id, (await here.published()).id] as string[];
    const draft = (await here.add()).body;
    const steps = (some: string[]) => some.map((guideId) => ({ guideId, note: '', isParallel: false }));
    const id = newId();
    const body = { id, unitId: here.bureauId, content: here.handbook(steps([ids[0]!, draft.id])) };
    const officer = (path: string, sent: object) => here.as('department-officer', 'POST', `/handbooks${path}`, sent);
    expect((await officer('', body)).status).toBe(201);
    expect((await officer('', body)).status).toBe(200);
    const refused = await officer(`/${id}/proposals`, { onRevision: 1 });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringMatching(/^第 2 步的办事指南还没有公开/),
    ]);
    const change = { id: newId(), onRevision: 1, content: here.handbook(steps(ids)) };
    expect((await officer(`/${id}/changes`, change)).status).toBe(201);
    expect((await officer(`/${id}/proposals`, { onRevision: 2 })).status).toBe(201);
    const review = { onRevision: 3, review: { outcome: 'published', ...CHECKS } };
    expect((await officer(`/${id}/reviews`, review)).status).toBe(403);
    expect((await here.as('department-lead', 'POST', `/handbooks/${id}/reviews`, review)).status).toBe(201);
    const read = async () => (await here.anybody(`/handbooks/${id}`)).body;
    expect((await read()).guides.map((guide: PublicGuideSummary) => guide.id)).toEqual(ids);
    const listed = (await here.anybody('/handbooks')).body.items;
    expect(listed[0]).toMatchObject({ id, matter: '孩子出生了', stepCount: 2, initials: 'hzcsl' });
    await here.withdraw(ids[0]!);
    expect((await read()).guides.map((guide: PublicGuideSummary) => guide.id)).toEqual([ids[1]]);
    const path = `/handbooks/${id}/withdrawals`;
    expect((await here.as('department-lead', 'POST', path, { reason: '改用新的一本通' })).status).toBe(201);
    expect(await read()).toMatchObject({ withdrawnReason: '改用新的一本通' });
    expect((await here.as('department-officer', 'GET', '/handbooks')).body.items[0]).toMatchObject({
      state: 'withdrawn',
    });
  });
});

describe('a unit that goes into another', () => {
  it('takes its guides along', async () => {
    const { id } = await here.published({ plainTitle: '并入以后还在' });
    const { items } = (await here.as('administrator', 'GET', '/org-units?kind=department&limit=200')).body;
    const into = items.find(({ name }: { name: string }) => name === '县民政局');
    const merger = { intoUnitId: into.id, on: '2026-12-05' };
    expect((await here.as('administrator', 'POST', `/org-units/${here.bureauId}/mergers`, merger)).status).toBe(201);
    expect((await here.anybody(`/service-guides/${id}`)).body).toMatchObject({
      unitName: '县民政局',
      acceptingUnitName: '县民政局',
    });
    expect((await found('并入以后还在'))[0]).toMatchObject({ unitName: '县民政局' });
  });
});
