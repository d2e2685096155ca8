import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { OnePlace } from '../../test/support/one-place.ts';
import { KeyRing } from './config/key-ring.ts';
import { Database } from './database/database.ts';
import { openUses, rotatedInWords } from './key-rotation-words.ts';
import { rotateKeys } from './key-rotation.ts';
import { sealedTables } from './sealed-columns.ts';

const [FIRST, SECOND] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];
const NOW = '2026-11-25T01:00:00.000Z';
const PHONE = '13900000123';
const BEGUN = { SECRET_KEY: FIRST };
const CHANGED = { SECRET_KEY: SECOND, SECRET_KEYS_BEFORE: FIRST, CIPHER: 'sm' };
const DONE = { SECRET_KEY: SECOND, CIPHER: 'sm' };

let place: OnePlace;
let booking = { id: '', key: '', code: '' };
let invited = '';
const officer = { id: newId(), name: '林新月', phone: PHONE, role: 'officer' };

const database = () => place.app.get(Database);
const rotate = (tell: Parameters<typeof rotateKeys>[2] = () => undefined) =>
  rotateKeys(database(), place.settings(CHANGED), tell);

/** A booking of the first service with times, at the time of that number among the free ones. */
async function book(number = 0, phone = '13800000001') {
  const services = await database().read((db) => db.query('SELECT id FROM bookable_service WHERE isOffered = 1'));
  for (const { id: serviceId } of services) {
    const from = '2026-11-26';
    const { body } = await place.ask('GET', `/public/bookable-services/${serviceId}/free-times?from=${from}&days=7`);
    const free = body.days?.find(({ times }: { times: object[] }) => times.length > number);
    if (!free) continue;
    const asked = { id: newId(), serviceId, day: free.day, minute: free.times[number].minute };
    const held = await place.ask('POST', '/bookings', asked);
    const said = { key: held.body.key, name: '石大娘', phone };
    const { status, body: made } = await place.ask('POST', `/bookings/${asked.id}/confirmations`, said);
    if (status !== 201) throw new Error(`not booked: ${JSON.stringify(made)}`);
    return { id: asked.id, key: held.body.key, code: made.code };
  }
  throw new Error('There is nothing to book');
}

const signIn = () => place.ask('POST', '/sessions', { kind: 'password', phone: PHONE, password: 'shiqiao-2026-lin' });
const people = async () => {
  const [row] = await database().read((db) => db.query('SELECT COUNT(*) AS count FROM person'));
  return Number(row.count);
};

beforeAll(async () => {
  place = await OnePlace.make();
  await place.start(BEGUN);
  const lead = await place.signIn('unit-lead');
  const { body } = await place.ask('GET', '/sessions/current', undefined, lead);
  await place.ask('POST', '/people', { ...officer, unitId: body.actor.unitId }, lead);
  const { body: invitation } = await place.ask('POST', `/people/${officer.id}/invitations`, { reset: false }, lead);
  const accepted = { code: invitation.code, phone: PHONE, password: 'shiqiao-2026-lin' };
  expect((await place.ask('POST', '/invitation-acceptances', accepted)).status).toBe(201);
  const other = { ...officer, id: newId(), phone: '13900000124', name: '方未来', unitId: body.actor.unitId };
  await place.ask('POST', '/people', other, lead);
  invited = (await place.ask('POST', `/people/${other.id}/invitations`, { reset: false }, lead)).body.code;
  booking = await book();
  await unmark();
});
afterAll(() => place.remove());

/** Half of what is there, as the first version kept it. */
async function unmark(): Promise<void> {
  const ring = new KeyRing(place.settings(BEGUN), 'personal-data');
  await database().work(async (db) => {
    for (const { id, phoneCipher } of await db.query(
      'SELECT id, phoneCipher FROM person WHERE phoneCipher IS NOT NULL',
    ))
      if (id <= officer.id)
        await db.query('UPDATE person SET phoneCipher = ?, phoneHash = ? WHERE id = ?', [
          phoneCipher.split(':')[2],
          ring.hashes(ring.open(phoneCipher)).at(-1),
          id,
        ]);
  });
}

describe('a new secret, with the one before it still in the settings', () => {
  it('changes nothing for people: all is read, found, and written anew by the new one', async () => {
    await place.start(CHANGED);
    expect((await signIn()).status).toBe(201);
    const link = await place.ask('GET', `/bookings/${booking.id}?key=${booking.key}`);
    expect([link.status, link.body.name]).toEqual([200, '石大娘']);
    const found = await place.ask('POST', '/booking-look-ups', { code: booking.code, phone: '13800000001' });
    expect([found.status, found.body.id]).toEqual([201, booking.id]);

    const before = await people();
    const lead = await place.signIn('unit-lead');
    const { body } = await place.ask('GET', '/sessions/current', undefined, lead);
    const again = { ...officer, id: newId(), unitId: body.actor.unitId };
    expect((await place.ask('POST', '/people', again, lead)).body.id).toBe(officer.id);
    expect(await people()).toBe(before);
    const accepted = { code: invited, phone: '13900000124', password: 'shiqiao-2026-lin' };
    expect((await place.ask('POST', '/invitation-acceptances', accepted)).status).toBe(201);

    const made = await book();
    const [row] = await database().read((db) => db.query('SELECT name FROM booking WHERE id = ?', [made.id]));
    expect(row.name).toMatch(/^sm:/);
  });

  it('is carried through all columns, may be stopped on the way, and leaves nothing', async () => {
    const told: string[] = [];
    const stopped = rotate(({ table, done, of }) => {
      told.push(`${table} ${done}/${of}`);
      if (told.length === 2) throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    const first = await rotate();
    expect(first).toMatchObject({ unreadable: 0, left: 0 });
    expect(first.rewritten).toBeGreaterThan(500);
    expect(await rotate()).toEqual({ rewritten: 0, unreadable: 0, left: 0 });
    const words = rotatedInWords(first, await openUses(database(), place.settings(CHANGED), NOW));
    expect(words).toContain('旧密钥下已经没有任何数据，可以去掉 SECRET_KEYS_BEFORE');
    expect(words).toMatch(/链接最晚用到 20\d\d-\d\d-\d\d/);
  });

  it('rewrites beside people who write at the same time, and takes nothing of theirs back', async () => {
    await place.start({ ...CHANGED, CIPHER: 'aes' });
    const rewriting = rotateKeys(database(), place.settings({ ...CHANGED, CIPHER: 'aes' }), () => undefined);
    const made = await Promise.all([1, 2, 3].map((number) => book(number, `1380000001${number}`)));
    expect((await rewriting).left).toBe(0);
    for (const { id, key } of made)
      expect((await place.ask('GET', `/bookings/${id}?key=${key}`)).body.name).toBe('石大娘');
    await place.start(CHANGED);
    expect((await rotate()).left).toBe(0);
  });
});

describe('once the old secret is gone', () => {
  it('everything is read all the same; only links reckoned by it are good no more', async () => {
    await place.start(DONE);
    expect((await signIn()).status).toBe(201);
    const found = await place.ask('POST', '/booking-look-ups', { code: booking.code, phone: '13800000001' });
    expect([found.status, found.body.name]).toEqual([201, '石大娘']);
    expect((await place.ask('GET', `/bookings/${booking.id}?key=${booking.key}`)).status).toBe(404);
    expect((await place.ask('GET', `/bookings/${booking.id}?key=${found.body.key}`)).status).toBe(200);
  });

  it('whatever is kept can be opened by the new one alone, and its hashes are those of what it says', async () => {
    for (const { table, key, purpose = 'personal-data', sealed, hashed = {} } of sealedTables) {
      const ring = new KeyRing(place.settings(DONE), purpose);
      const rows = await database().read((db) => db.query(`SELECT * FROM ${table}`));
      for (const row of rows) {
        const opened = Object.fromEntries(
          sealed.map((column) => [column, row[column] === null ? null : ring.open(row[column])]),
        );
        for (const [column, textOf] of Object.entries(hashed))
          if (row[column] !== null)
            expect([table, row[key], column, row[column]]).toEqual([
              table,
              row[key],
              column,
              ring.hash(textOf(opened)!),
            ]);
      }
    }
  });

  it('what was sealed by a secret nobody has is told, and stays', async () => {
    const lost = new KeyRing(
      { ...place.settings(DONE), SECRET_KEY: Buffer.alloc(32, 9).toString('base64') },
      'personal-data',
    );
    await database().work((db) =>
      db.query('UPDATE person SET phoneCipher = ? WHERE id = ?', [lost.seal(PHONE), officer.id]),
    );
    const rotation = await rotateKeys(database(), place.settings(DONE), () => undefined);
    expect(rotation).toMatchObject({ unreadable: 1, left: 1 });
    const words = rotatedInWords(rotation, await openUses(database(), place.settings(DONE), NOW));
    expect(words).toContain('请把当时的密钥补进 SECRET_KEYS_BEFORE 再运行');
    expect(words).toContain('以前的密钥先不要去掉');
  });
});
