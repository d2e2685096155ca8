import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealedTables } from '../../server/src/sealed-columns.ts';
import { tables } from '../../server/src/tables.ts';
import { BookingCounty } from '../support/booking-county.ts';

const SERVER = path.resolve(import.meta.dirname, '../../server/src');
const SEALED = /(?:aes|sm):[0-9a-f]{6}:[A-Za-z0-9+/=]{20,}/;
const HASH = /^[0-9a-f]{6}\.[0-9a-f]{57}$/;

/** How often each file seals or hashes by the key; another use belongs into sealed-columns.ts first, and then here. */
const USES: Record<string, number> = {
  'appointments/bookings.service.ts': 5,
  'appointments/counter-queue.service.ts': 1,
  'appointments/demo-bookings.service.ts': 4,
  'appointments/holds.service.ts': 1,
  'appointments/home-visits/sealed-people.service.ts': 7,
  'appointments/person-limits.service.ts': 1,
  'appointments/staff-bookings.service.ts': 4,
  'channels/mail-addresses.service.ts': 4,
  'complaints/complaints.service.ts': 1,
  'key-rotation.ts': 2,
  'people/key-check.service.ts': 1,
  'people/link-keys.service.ts': 2,
  'people/people.service.ts': 6,
  'people/phone-cipher.service.ts': 3,
  'people/rosters.service.ts': 1,
  'people/second-factor.service.ts': 1,
  'people/sign-in-attempts.service.ts': 2,
  'people/sign-in.service.ts': 3,
  'public-events/demo-sign-ups.ts': 5,
  'public-events/event-door.service.ts': 2,
  'public-events/sign-up-entry.service.ts': 7,
  'task-questions/asking.service.ts': 1,
  'wechat/wechat-token.service.ts': 1,
};

const listed = new Map(
  sealedTables.map(({ table, sealed, hashed = {}, lapsing = [] }) => [
    table,
    { sealed: new Set(sealed), hashed: new Set([...Object.keys(hashed), ...lapsing]) },
  ]),
);

describe('columns that a new key concerns', () => {
  let county: BookingCounty;

  beforeAll(async () => {
    county = await BookingCounty.start();
    const service = await county.service();
    await county.hold(service.id, '2026-11-26', '09:00');
    await county.booked(service.id, '2026-11-26', '10:00', { bookedBy: { name: '石小妹', phone: '13800000002' } });
  });
  afterAll(() => county.close());

  it('are columns of the tables there are', () => {
    for (const [table, { sealed, hashed }] of listed) {
      const columns = tables.find(({ options }) => options.tableName === table)?.options.columns ?? {};
      for (const column of [...sealed, ...hashed])
        expect([table, Object.keys(columns)]).toEqual([table, expect.arrayContaining([column])]);
    }
  });

  it('are all in the list: nothing sealed or hashed lies anywhere else', async () => {
    const strangers = new Set<string>();
    for (const { options } of tables) {
      const table = options.tableName!;
      const rows = await county.county.database.read((db) => db.query(`SELECT * FROM ${table}`));
      for (const row of rows)
        for (const [column, value] of Object.entries(row)) {
          if (typeof value !== 'string') continue;
          if (SEALED.test(value) && !listed.get(table)?.sealed.has(column)) strangers.add(`${table}.${column}`);
          if (HASH.test(value) && !listed.get(table)?.hashed.has(column)) strangers.add(`${table}.${column}`);
        }
    }
    expect([...strangers]).toEqual([]);
  });

  it('are written in the places known here', () => {
    const uses = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file): [string, number] => {
        const text = readFileSync(path.join(SERVER, file), 'utf8');
        return [file, text.match(/\b(?:cipher\.(?:encrypt|hash(?:es)?)|ring\.(?:seal|hash(?:es)?))\(/g)?.length ?? 0];
      })
      .filter(([, count]) => count > 0);
    expect(Object.fromEntries(uses.toSorted())).toEqual(USES);
  });
});
