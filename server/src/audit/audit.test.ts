import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../test/support/county.ts';
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

  it('is changed by no route, whoever asks', async () => {
    const administrator = await county.signIn('administrator');
    const { body } = await county.ask('GET', '/audit-entries?limit=1', { token: administrator });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/audit-entries', `/audit-entries/${body.items[0].id}`])
        expect((await county.ask(method, path, { token: administrator, body: {} })).status).toBe(404);
  });
});
