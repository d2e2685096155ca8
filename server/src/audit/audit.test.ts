import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../test/support/county.ts';
import { checkedInWords, checkFile } from './audit-file.ts';
import { AuditEntries } from './audit.tables.ts';
import { AuditService } from './audit.service.ts';
import { verifiedInWords } from './verified-in-words.ts';

describe('the audit trail', () => {
  let county: County;
  beforeAll(async () => void (county = await startCounty()));
  afterAll(() => county.close());

  it('is read by administrators alone, with names', async () => {
    const officer = await county.signIn('village-officer');
    expect((await county.ask('GET', '/audit-entries', { token: officer })).status).toBe(403);
    const administrator = await county.signIn('administrator');
    const { body } = await county.ask('GET', '/audit-entries?limit=1&action=signIn', { token: administrator });
    expect(body.items[0]).toMatchObject({
      action: 'signIn',
      personName: '韩守成',
      unitName: '县政府办公室',
      outcome: 'done',
    });
    expect(body.items[0].requestId).toBeTruthy();
    const { body: second } = await county.ask('GET', `/audit-entries?limit=1&action=signIn&cursor=${body.next}`, {
      token: administrator,
    });
    expect(second.items[0].personName).toBe('罗小满');
  });

  it('no longer fits its seals when an entry is changed or removed', async () => {
    const audit = county.app.get(AuditService);
    county.clock.set(new Date(Date.parse(county.clock.now()) + 10 * 60_000).toISOString());
    while (await audit.seal()) await county.signIn('resident');
    expect(await audit.verify()).toMatchObject({ seals: expect.any(Number), broken: null });
    const entry = await county.database.read((db) => db.findOneByOrFail(AuditEntries, { action: 'signIn' }));
    await county.database.work((db) => db.update(AuditEntries, { id: entry.id }, { action: 'signOut' }));
    expect((await audit.verify()).broken).toBe(1);
    await county.database.work((db) => db.update(AuditEntries, { id: entry.id }, { action: 'signIn' }));
    expect(await audit.verify()).toMatchObject({ seals: expect.any(Number), broken: null });
    await county.database.work((db) => db.delete(AuditEntries, { id: entry.id }));
    expect((await audit.verify()).broken).toBe(1);
    expect(verifiedInWords(await audit.verify())).toMatch(/第 1 个封记不符/);
  });

  it('is downloaded by the month as a file that can be checked by itself', async () => {
    const administrator = await county.signIn('administrator');
    const month = (name: string) =>
      county.ask('GET', `/audit-entries.csv?month=${name}`, { token: administrator }).then(({ body }) => String(body));
    const audit = county.app.get(AuditService);
    await county.database.work(async (db) => {
      await db.query('DELETE FROM audit_seal');
      for (const detail of ['=1+1', "'=1+1", "'", '', '一行\r\n"两行", 三', '＝', null])
        await audit.record(db, null, { action: 'sendFile', subjectKind: 'test', subjectId: null, detail });
    });
    const early = checkFile(await month('2026-11'));
    expect(early).toMatchObject({ seals: 0, broken: null });
    expect(early.unsealed).toBe(early.entries);
    county.clock.set(new Date(Date.parse(county.clock.now()) + 10 * 60_000).toISOString());
    while (await audit.seal()) await county.signIn('resident');

    const file = await month('2026-11');
    const checked = checkFile(file);
    expect(checked).toMatchObject({ broken: null, seals: expect.any(Number) });
    expect(checked.seals).toBeGreaterThan(0);
    expect(checkedInWords(checked)).toContain(`第 ${checked.last.position} 个封记 ${checked.last.hash}`);
    const [own] = (await county.ask('GET', '/audit-entries?limit=1&action=exportAudit', { token: administrator })).body
      .items;
    expect(own).toMatchObject({ detail: '2026-11', personName: '韩守成' });
    expect(checkFile(await month('2026-10'))).toMatchObject({ entries: 0, seals: 0, broken: null });

    const lines = file.split('\r\n');
    const entry = lines.findIndex((line) => line.includes(',signIn,'));
    const seal = lines.findIndex((line) => line.startsWith('封记,'));
    const without = (at: number) => lines.filter((_line, index) => index !== at).join('\r\n');
    expect(checkFile(without(entry)).broken).toMatch(/第 1 个封记与它的记录不符/);
    expect(checkFile(file.replace(',signIn,', ',signOut,')).broken).toMatch(/不符/);
    expect(checkFile(without(seal)).broken).not.toBeNull();
    expect(checkFile(lines.slice(0, -2).join('\r\n')).broken).toMatch(/没有结尾/);
    expect(checkedInWords(checkFile(without(entry)))).toMatch(/^文件不对：/);
  });

  it('is changed by no route, whoever asks', async () => {
    const administrator = await county.signIn('administrator');
    const { body } = await county.ask('GET', '/audit-entries?limit=1', { token: administrator });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/audit-entries', `/audit-entries/${body.items[0].id}`])
        expect((await county.ask(method, path, { token: administrator, body: {} })).status).toBe(404);
  });
});
