import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { v7 as newId } from 'uuid';
import type { County } from '../../../test/support/county.ts';
import { Memberships, People } from '../people/people.tables.ts';
import { item, LATE_NOW, startLateCounty, wording, type LateCounty } from '../../../test/support/late-county.ts';

let county: County;
let { tokens, unitIds, candidates, lateLineOf, post, read, issued } = {} as LateCounty;

beforeAll(async () => {
  const late = await startLateCounty();
  ({ county, tokens, unitIds, candidates, lateLineOf, post, read, issued } = late);
});

afterAll(() => county.close());

describe('an issued circular', () => {
  it('is read by the units named and those above them; by everybody when sent to all', async () => {
    const named = await issued([await lateLineOf('青石镇石桥村')]);
    const toAll = await issued([await lateLineOf('青石镇', 1)], { readers: 'all-units' });
    const seenBy = async (token: string) => {
      const { items } = (await county.ask('GET', '/circulars?limit=200', { token })).body;
      return items.map((one: { id: string }) => one.id);
    };
    for (const token of [tokens.villager, tokens.townLead])
      expect(await seenBy(token)).toEqual(expect.arrayContaining([named.id, toAll.id]));
    expect(await seenBy(tokens.otherTown)).toContain(toAll.id);
    expect(await seenBy(tokens.otherTown)).not.toContain(named.id);
    expect((await county.ask('GET', `/circulars/${named.id}`, { token: tokens.otherTown })).status).toBe(404);
    expect((await county.ask('GET', `/circulars/${named.id}/document`, { token: tokens.otherTown })).status).toBe(404);
  });

  it('cannot be changed, only reviewed', async () => {
    const { id, version } = await issued([await lateLineOf('青石镇', 1)]);
    const line = await lateLineOf('青石镇', 2);
    const change = { ...wording([item(line)]), version };
    expect((await county.ask('PUT', `/circulars/${id}`, { token: tokens.author, body: change })).status).toBe(409);
    expect((await post(`/circulars/${id}/withdrawals`, tokens.author, { version })).status).toBe(409);
  });

  it('lists newest first, page by page', async () => {
    const all = (await county.ask('GET', '/circulars?limit=200', { token: tokens.author })).body.items;
    const first = (await county.ask('GET', '/circulars?limit=2', { token: tokens.author })).body;
    const second = (await county.ask('GET', `/circulars?limit=2&cursor=${first.next}`, { token: tokens.author })).body;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
    const odd = await county.ask('GET', '/circulars?cursor=yesterday', { token: tokens.author });
    expect(odd.status).toBe(400);
  });

  it('is a Word document with number, title, items and office', async () => {
    const { id } = await issued([await lateLineOf('青石镇', 1)], { title: '关于公开工作滞后的通报' });
    const response = await fetch(`${county.url}/api/circulars/${id}/document`, {
      headers: { authorization: `Bearer ${tokens.townLead}` },
    });
    expect(response.status).toBe(200);
    const zip = await JSZip.loadAsync(await response.arrayBuffer());
    const text = (await zip.file('word/document.xml')!.async('string')).replaceAll(/<[^>]+>/g, '');
    for (const words of ['青政督〔2027〕', '关于公开工作滞后的通报', '一、青石镇：第', '县政府督查室', '2027年9月6日'])
      expect(text).toContain(words);
  });
});

describe('an objection', () => {
  it('may be made for thirty days from the unit’s first opening, once, by its lead', async () => {
    const line = await lateLineOf('青石镇', 1);
    const { id, items } = await issued([line]);
    const itemId = items[0]!.id;
    const unitId = items[0]!.unitId;
    const open = () => post(`/circulars/${id}/receipts`, tokens.townLead, { unitId });
    const received = await open();
    expect([received.status, received.body.receipts]).toEqual([
      201,
      [
        expect.objectContaining({
          receivedOn: '2027-09-06',
          how: 'opened',
          objectUntil: '2027-10-06',
          provisional: true,
        }),
      ],
    ]);
    expect((await open()).status).toBe(200);
    const reason = '本镇已于六月底前办结并在网站公开，系统内没有及时登记。';
    const objection = { id: newId(), itemId, reason };
    const send = (token: string, body: object = objection) => post(`/circulars/${id}/objections`, token, body);
    expect((await send(tokens.author)).status).toBe(403);
    expect((await send(tokens.departmentLead)).status).toBe(404);
    expect((await send(tokens.townLead, { ...objection, reason: '不服' })).body.message).toMatch(/异议理由至少 10/);
    const made = await send(tokens.townLead);
    expect([made.status, made.body.items[0].objection.decideBy]).toEqual([201, '2027-10-06']);
    expect((await send(tokens.townLead)).status).toBe(200);
    expect((await send(tokens.townLead, { ...objection, reason: `${reason}再补充一句。` })).status).toBe(409);
    expect(await send(tokens.townLead, { ...objection, id: newId() })).toMatchObject({
      status: 409,
      body: { message: '这一项已经提出过异议' },
    });
    const summary = (await county.ask('GET', '/circulars?limit=200', { token: tokens.other })).body.items;
    expect(summary.find((one: { id: string }) => one.id === id).waitingObjections).toBe(1);
  });

  it('is too late after the last day, counted from the day on paper', async () => {
    const { id, items } = await issued([await lateLineOf('青石镇', 1)]);
    const { unitId, id: itemId } = items[0]!;
    const deliver = (deliveredOn: string, token = tokens.author) =>
      post(`/circulars/${id}/receipts`, token, { unitId, deliveredOn });
    expect((await deliver('2027-09-05')).body.message).toMatch(/不能早于印发日期/);
    expect((await deliver('2027-09-07')).body.message).toMatch(/不能晚于今天/);
    expect((await deliver('2027-09-06', tokens.townLead)).status).toBe(403);
    expect((await deliver('2027-09-06')).status).toBe(201);
    expect((await deliver('2027-09-06')).status).toBe(200);
    expect((await deliver('2027-09-04')).body.message).toMatch(/已于 2027-09-06 收到/);
    expect((await post(`/circulars/${id}/receipts`, tokens.author, { unitId: newId() })).status).toBe(404);

    county.clock.set('2027-10-06T16:00:00.000Z');
    const token = await county.signIn('unit-lead');
    const reason = '本镇已于六月底前办结并在网站公开。';
    const late = await post(`/circulars/${id}/objections`, token, { id: newId(), itemId, reason });
    expect([late.status, late.body.code, late.body.message]).toEqual([
      409,
      'too-late',
      expect.stringMatching(/期限是 2027-10-06（收到通报后 30 天）/),
    ]);
    county.clock.set(LATE_NOW);
  });

  it('is reviewed by a supervisor who did not make the circular, once, and what is upheld by it is printed', async () => {
    const { id, items } = await issued([await lateLineOf('县行政审批局', 1), await lateLineOf('县行政审批局', 2)]);
    const reason = '这项任务牵头单位是县教育局，本局只是配合。';
    for (const { id: itemId } of items)
      await post(`/circulars/${id}/objections`, tokens.departmentLead, { id: newId(), itemId, reason });
    const [first, second] = (await read(id)).items;
    const decide = (token: string, objectionId: string, body: object) =>
      post(`/circulars/${id}/objections/${objectionId}/decisions`, token, body);
    const revoke = { outcome: 'revoked', decisionWords: '经核实，责任不在审批局。' };
    expect(await decide(tokens.author, first!.objection!.id, revoke)).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/应当回避/) },
    });
    expect((await decide(tokens.head, first!.objection!.id, revoke)).status).toBe(403);
    expect((await decide(tokens.other, newId(), revoke)).status).toBe(404);
    expect((await decide(tokens.other, first!.objection!.id, revoke)).status).toBe(201);
    expect((await decide(tokens.other, first!.objection!.id, revoke)).status).toBe(200);
    const twice = await decide(tokens.other, first!.objection!.id, { ...revoke, outcome: 'upheld' });
    expect([twice.status, twice.body.message]).toEqual([409, '这份异议已经复核过了']);
    const correct = { outcome: 'corrected', decisionWords: '逾期属实，天数有误。' };
    expect((await decide(tokens.other, second!.objection!.id, correct)).body.message).toMatch(/更正后的内容/);
    const unchanged = await decide(tokens.other, second!.objection!.id, { ...correct, correctedWords: second!.words });
    expect(unchanged.body.message).toMatch(/与原来一样/);
    const corrected = { ...correct, correctedWords: '已于八月办结，逾期三十天' };
    expect((await decide(tokens.other, second!.objection!.id, corrected)).status).toBe(201);

    const { body: document } = await county.ask('GET', `/circulars/${id}`, { token: tokens.departmentLead });
    expect(document.items.map((one: { outcome: string }) => one.outcome)).toEqual(['revoked', 'corrected']);
    const { body: page } = await county.ask('GET', `/assignments/${first!.assignmentId}`, {
      token: tokens.departmentLead,
    });
    expect(page.steps.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['circular-issued', 'objection-made', 'objection-decided']),
    );
    // A revoked item names nobody: the line may be named again.
    const again = (await candidates('?limit=200')).items.find((one) => one.assignmentId === first!.assignmentId);
    expect(again?.namedIn).toBeNull();
  });

  it('is not decided by somebody who made it, or has a post in the unit, in whatever capacity', async () => {
    const { id, items } = await issued([await lateLineOf('县行政审批局', 2)]);
    const reason = '系统登记的完成时限与文件不一致，请核对。';
    const objection = { id: newId(), itemId: items[0]!.id, reason };
    expect((await post(`/circulars/${id}/objections`, tokens.departmentLead, objection)).status).toBe(201);
    // The head whose office issued it sees who has received it, and what is held against it.
    const seen = await read(id, tokens.head);
    expect([seen.receipts.length, seen.items[0]!.objection?.reason]).toEqual([1, reason]);
    const postId = newId();
    await county.database.work(async (db) => {
      const { id: personId } = await db.findOneByOrFail(People, { demoKey: 'supervisor-open-office' });
      const unitId = unitIds.get('县行政审批局')!;
      await db.insert(Memberships, {
        id: postId,
        personId,
        unitId,
        role: 'unit-lead',
        from: '2020-01-01',
        until: null,
      });
    });
    const revoke = { outcome: 'revoked', decisionWords: '经核实，撤销该项。' };
    const refusal = await post(`/circulars/${id}/objections/${objection.id}/decisions`, tokens.other, revoke);
    expect([refusal.status, refusal.body.message]).toEqual([403, '您在这个单位也有任职，要由其他人办理']);
    await county.database.work((db) => db.delete(Memberships, { id: postId }));
  });

  it('of one unit is not shown to another that reads the circular', async () => {
    const { id, items } = await issued([await lateLineOf('青石镇', 1)], { readers: 'all-units' });
    const reason = '系统登记的完成时限与文件不一致，请核对。';
    await post(`/circulars/${id}/objections`, tokens.townLead, { id: newId(), itemId: items[0]!.id, reason });
    const elsewhere = await read(id, tokens.otherTown);
    expect([elsewhere.items[0]!.objection, elsewhere.receipts]).toEqual([null, []]);
    expect(JSON.stringify(elsewhere)).not.toContain(reason);
  });

  it('is the successor’s to make when the unit has gone into another', async () => {
    const line = await lateLineOf('白杨镇');
    const { id, items } = await issued([line]);
    const administrator = await county.signIn('administrator');
    const merged = await post(`/org-units/${unitIds.get('白杨镇')}/mergers`, administrator, {
      intoUnitId: unitIds.get('青石镇'),
      on: '2027-09-06',
    });
    expect(merged.status).toBe(201);
    const reason = '原白杨镇的任务合并后由本镇承接，时限应重新核定。';
    const objection = { id: newId(), itemId: items[0]!.id, reason };
    expect((await post(`/circulars/${id}/objections`, tokens.townLead, objection)).status).toBe(201);
    // What was printed stays as printed.
    expect((await read(id, tokens.townLead)).items[0]!.facts.unitName).toBe('白杨镇');
  });
});
