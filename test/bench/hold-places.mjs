/**
 * Run as a program with a data folder, a number and a file: seeds a county there and holds so many places of one service
 * on one hot day, each for somebody of their own; writes into the file, a line each, how each is confirmed.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { createApp } from '../../server/dist/src/app.js';
import { BookingKeys } from '../../server/dist/src/appointments/booking-keys.service.js';
import { readSettings } from '../../server/dist/src/config/settings.js';

const DAY_MS = 86_400_000;
const [folder, count, file] = process.argv.slice(2);

const app = await createApp(readSettings({ MODE: 'demo', DATA_DIR: folder, LOG_LEVEL: 'error' }));
await app.init();
const keys = app.get(BookingKeys, { strict: false });
const database = new Sqlite(path.join(folder, 'county.db'));
database.pragma('synchronous = OFF');
const model = database.prepare("SELECT * FROM booking WHERE state = 'booked' LIMIT 1").get();
const nobody = { code: null, name: null, phone: null, phoneHash: null, personId: null };
const day = new Date(Date.now() + 7 * DAY_MS).toISOString().slice(0, 10);
const columns = Object.keys(model);
const insert = database.prepare(
  `INSERT INTO booking (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
);
const heldUntil = new Date(Date.now() + DAY_MS).toISOString();
const lines = [];
database.transaction(() => {
  for (let at = 0; at < Number(count); at += 1) {
    const id = newId();
    insert.run({ ...model, ...nobody, id, day, minute: 540 + (at % 84) * 5, state: 'held', heldUntil });
    const phone = `199${String(10_000_000 + at)}`;
    const body = JSON.stringify({ id, key: keys.of(id), name: '石大娘', phone });
    lines.push(`/api/bookings/${id}/confirmations\t${body}`);
  }
})();
database.pragma('wal_checkpoint(TRUNCATE)');
database.close();
await app.close();
writeFileSync(file, `${lines.join('\n')}\n`);
