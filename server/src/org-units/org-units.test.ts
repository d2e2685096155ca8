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

  it('are opened one by one, by their id', async () => {
    const unit = await named('青石镇');
    expect((await county.ask('GET', `/org-units/${unit.id}`)).body).toEqual(unit);
    expect((await county.ask('GET', `/org-units/${newId()}`)).status).toBe(404);
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

  it('do not go into a unit below them, however far, nor does the county into any; everybody is answered after', async () => {
    const county1 = (await county.ask('GET', '/org-units?kind=county')).body.items[0];
    const township = await named('双河镇');
    const village = (await county.ask('GET', `/org-units?parentId=${township.id}&limit=1`)).body.items[0];
    for (const [from, into, words] of [
      [county1.id, village.id, '县本身不能并入其他单位'],
      [county1.id, township.id, '县本身不能并入其他单位'],
      [township.id, village.id, `${village.name}是双河镇的下属单位，不能并入`],
    ])
      expect((await merge(from, into)).body.message).toBe(words);
    expect((await county.ask('GET', '/sessions/current', { token: await county.signIn('unit-lead') })).status).toBe(
      200,
    );
  });

  it('though they stood in a ring, nobody waits for ever', async () => {
    const [one, two] = [await named('云台镇'), await named('永安镇')];
    await county.database.work(async (db) => {
      await db.query('UPDATE `org_unit` SET `parentId` = ? WHERE `id` = ?', [two.id, one.id]);
      await db.query('UPDATE `org_unit` SET `parentId` = ? WHERE `id` = ?', [one.id, two.id]);
    });
    // Any change makes the server read its units anew.
    const library = await named('县图书馆');
    await county.ask('PATCH', `/org-units/${library.id}`, { token: administrator, body: { officePhone: '0000-9' } });
    expect((await merge(one.id, two.id)).status).toBe(409);
    expect((await county.ask('GET', '/people?limit=5', { token: await county.signIn('unit-lead') })).status).toBe(200);
  });

  it('take four aliases at once and lose none', async () => {
    const unit = await named('县档案馆');
    const supervisor = await county.signIn('supervisor');
    const text = '序号\t类别\t主要任务\t责任单位\t完成时限\n1\t甲\t整理档案\t县档案馆\t2026年12月';
    const { body: preview } = await county.ask('POST', '/task-breakdowns/previews/from-text', {
      token: supervisor,
      body: { text },
    });
    const aliases = ['县档案一馆', '县档案二馆', '县档案三馆', '县档案四馆'];
    const answers = await Promise.all(
      aliases.map((alias) =>
        county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, {
          token: supervisor,
          body: { kind: 'alias', unitId: unit.id, alias },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await named('县档案四馆')).aliases).toEqual(expect.arrayContaining(aliases));
  });

  it('are not called by a group’s name, and learn nothing from a preview that is not there', async () => {
    const unit = await named('县司法局');
    const group = await county.ask('PATCH', `/org-units/${unit.id}`, {
      token: administrator,
      body: { aliases: [...unit.aliases, '有关部门'] },
    });
    expect([group.status, group.body.message]).toEqual([400, '“有关部门”不是一个单位的名称，不能作为别名']);
    const nowhere = await county.ask('POST', `/task-breakdowns/previews/${newId()}/corrections`, {
      token: await county.signIn('supervisor'),
      body: { kind: 'alias', unitId: unit.id, alias: '县司法一局' },
    });
    expect(nowhere.status).toBe(404);
    expect((await named('县司法局')).aliases).toEqual(unit.aliases);
  });

  it('that merge leave no task with nobody, though the successor’s line had been taken back', async () => {
    const [from, into] = [await named('县审计局'), await named('县财政局')];
    const supervisor = await county.signIn('supervisor');
    const text = '序号\t类别\t主要任务\t责任单位\t完成时限\n1\t甲\t核对账目\t县审计局、县财政局\t2026年12月';
    const { body: preview } = await county.ask('POST', '/task-breakdowns/previews/from-text', {
      token: supervisor,
      body: { text },
    });
    const { body: plan } = await county.ask('POST', '/task-breakdowns', {
      token: supervisor,
      body: { previewId: preview.id },
    });
    const lines = async () => {
      const { body } = await county.ask('GET', `/tasks?breakdownId=${plan.id}`, { token: supervisor });
      return (await county.ask('GET', `/tasks/${body.items[0].id}`, { token: supervisor })).body.assignments;
    };
    const mine = (await lines()).find(({ unitId }: { unitId: string }) => unitId === into.id);
    await county.ask('POST', `/assignments/${mine.id}/withdrawals`, {
      token: supervisor,
      body: { id: newId(), reason: '先由审计局承担' },
    });
    expect((await merge(from.id, into.id)).status).toBe(201);
    const standing = (await lines()).filter(({ status }: { status: string }) => status !== 'withdrawn');
    expect(standing).toMatchObject([{ id: mine.id, unitId: into.id, status: 'assigned', dueOn: '2026-12-31' }]);
  });
});
