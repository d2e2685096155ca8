import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { startCounty, type County } from '../../../test/support/county.ts';

describe('the county’s units', () => {
  let county: County;
  let administrator: string;

  beforeAll(async () => {
    county = await startCounty();
    administrator = await county.signIn('administrator');
  });
  afterAll(() => county.close());

  const named = async (text: string): Promise<OrgUnit> =>
    (await county.ask('GET', `/org-units?text=${encodeURIComponent(text)}`)).body.items[0];
  const merge = (unitId: string, intoUnitId: string, on = '2026-11-25') =>
    county.ask('POST', `/org-units/${unitId}/mergers`, { token: administrator, body: { intoUnitId, on } });

  it('are read by anybody, page by page, each once', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await county.ask('GET', `/org-units?limit=50${cursor}`);
      seen.push(...body.items.map((unit: OrgUnit) => unit.id));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toHaveLength(173);
    expect(new Set(seen).size).toBe(173);
  });

  it('are found by their other names', async () => {
    expect((await named('县人社局')).name).toBe('县人力资源和社会保障局');
  });

  it('are kept by administrators alone', async () => {
    const lead = await county.signIn('unit-lead');
    const unit = await named('青石镇');
    const change = { officePhone: '0000-1' };
    expect((await county.ask('PATCH', `/org-units/${unit.id}`, { token: lead, body: change })).status).toBe(403);
    expect((await county.ask('PATCH', `/org-units/${unit.id}`, { body: change })).status).toBe(401);
  });

  it('are changed from WeChat too, which has no PATCH', async () => {
    const unit = await named('县图书馆');
    const reply = await fetch(`${county.url}/api/org-units/${unit.id}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${administrator}`,
        'content-type': 'application/json',
        'x-http-method-override': 'PATCH',
      },
      body: JSON.stringify({ aliases: ['县公共图书馆'] }),
    });
    expect(reply.status).toBe(200);
    expect((await named('县公共图书馆')).name).toBe('县图书馆');
  });

  it('are added once, and not under a name another has', async () => {
    const parentId = (await named('青石镇')).id;
    const unit = {
      id: newId(),
      parentId,
      kind: 'village',
      name: '青石镇新村',
      aliases: [],
      traits: [],
      officePhone: null,
      contactName: null,
    };
    const add = (body: object) => county.ask('POST', '/org-units', { token: administrator, body });
    expect((await add(unit)).status).toBe(201);
    expect((await add(unit)).status).toBe(200);
    for (const name of ['县人社局', '县 教育局', '县教育局\u3000', '县教育局'.normalize('NFKD')]) {
      const taken = await add({ ...unit, id: newId(), name });
      expect([name, taken.status, taken.body.issues?.[0].path]).toEqual([name, 400, ['name']]);
    }
    const alias = await add({ ...unit, id: newId(), name: '青石镇另一村', aliases: ['县（教育）局', '县 人社局'] });
    expect(alias.body.message).toContain('县 人社局');
    for (const other of [{ kind: 'community' }, { officePhone: '0000-2' }, { aliases: ['新村'] }])
      expect((await add({ ...unit, ...other })).body.code).toBe('id-taken');
  });

  it('that merge hand their open tasks on with the history, and their people reach them', async () => {
    const from = await named('县乡村振兴局');
    const into = await named('县农业农村局');
    const supervisor = await county.signIn('supervisor');
    const linesOf = async (unitId: string) =>
      (await county.ask('GET', `/assignments?scope=all&unitId=${unitId}&limit=200`, { token: supervisor })).body.items;
    const before: { status: string; taskId: string }[] = await linesOf(from.id);
    const open = before.filter(({ status }) => status !== 'closed');
    const { status, body } = await merge(from.id, into.id);
    expect(status).toBe(201);
    expect(body.movedAssignments + body.withdrawnAssignments).toBe(open.length);
    expect(body.unit).toMatchObject({ validUntil: '2026-11-24', successorId: into.id });
    expect((await linesOf(from.id)).every((line: { status: string }) => line.status === 'closed')).toBe(true);
    expect((await merge(from.id, into.id)).status).toBe(400);
    expect((await merge(into.id, from.id)).status).toBe(400);
    expect((await county.ask('GET', `/org-units?text=${encodeURIComponent('县乡村振兴局')}`)).body.items).toEqual([]);
  });

  it.each([
    ['in the year 0', '0000-01-01', 400, /2000 年到 2100 年/],
    ['before the units were there', '2001-01-01', 409, /不能早于/],
    ['on a day to come, as its work would move today', '2027-06-01', 409, /不能晚于今天 2026-11-25/],
  ])('do not merge %s', async (_what, on, status, words) => {
    const [from, into] = [await named('双河镇'), await named('永安镇')];
    const answer = await merge(from.id, into.id, on);
    expect([answer.status, answer.body.message]).toEqual([status, expect.stringMatching(words)]);
    expect((await named('双河镇')).successorId).toBeNull();
  });

  it('a township that goes into another brings its villages along, and nobody new comes to what is gone', async () => {
    const [from, into] = [await named('青石镇'), await named('白杨镇')];
    const below = async (unitId: string) =>
      (await county.ask('GET', `/org-units?parentId=${unitId}&limit=200`)).body.items.length;
    const [mine, others] = [await below(from.id), await below(into.id)];
    const village = (await county.ask('GET', `/org-units?parentId=${from.id}&limit=1`)).body.items[0];
    const inside = await merge(from.id, village.id);
    expect([inside.status, inside.body.message]).toEqual([409, expect.stringContaining('下属单位')]);
    expect((await merge(from.id, into.id)).status).toBe(201);
    expect([await below(from.id), await below(into.id)]).toEqual([0, mine + others]);
    const person = { id: newId(), name: '新来的', phone: '19800007001', unitId: from.id, role: 'officer' };
    const added = await county.ask('POST', '/people', { token: administrator, body: person });
    expect([added.status, added.body.message]).toEqual([400, '青石镇已撤销或并入其他单位，请选择现在的单位']);
  });
});
