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
  const merge = (unitId: string, intoUnitId: string) =>
    county.ask('POST', `/org-units/${unitId}/mergers`, {
      token: administrator,
      body: { intoUnitId, on: '2026-11-25' },
    });

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
    const taken = await add({ ...unit, id: newId(), name: '县人社局' });
    expect([taken.status, taken.body.issues[0].path]).toEqual([400, ['name']]);
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
});
