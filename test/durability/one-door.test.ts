import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, EntitySchema } from 'typeorm';
import { Database } from '../../server/src/database/database.ts';
import { separateRunners } from '../../server/src/database/sqlite-runner.ts';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';

interface Line {
  id: string;
  words: string;
}

const Lines = new EntitySchema<Line>({
  name: 'line',
  columns: { id: { type: 'varchar', length: 36, primary: true }, words: { type: 'varchar', length: 100 } },
});

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const folder = mkdtempSync(path.join(tmpdir(), 'county-one-door-'));
const LOCK_LIMIT_MS = 3_000;
let serial = 0;

function plainSqlite(): DataSource {
  serial += 1;
  const database = path.join(folder, `${serial}.db`);
  return new DataSource({ type: 'better-sqlite3', database, entities: [Lines], synchronize: true, enableWAL: true });
}

async function openMariadb(): Promise<DataSource> {
  const url = await createEmptyDatabase();
  return new DataSource({ type: 'mariadb', url, poolSize: 20, entities: [Lines], synchronize: true }).initialize();
}

/** A opens a transaction and waits; B saves two rows and is told so; A rolls back. Answers which rows are left. */
async function rollbackBesideTwoSaves(source: DataSource): Promise<string[]> {
  const a = source
    .transaction(async (db) => {
      await db.insert(Lines, { id: 'a', words: 'given up' });
      await moment(80);
      throw new Error('planned');
    })
    .catch((error: Error) => expect(error.message).toBe('planned'));
  await moment(20);
  await Promise.all([
    source.manager.insert(Lines, { id: 'b-insert', words: 'acknowledged' }),
    source.manager.save(Lines, { id: 'b-save', words: 'acknowledged' }),
    a,
  ]);
  return (await source.manager.find(Lines, { order: { id: 'ASC' } })).map(({ id }) => id);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('TypeORM as it comes, on SQLite', () => {
  it('loses rows it said were saved, when another request rolls back', async () => {
    const source = await plainSqlite().initialize();
    expect(await rollbackBesideTwoSaves(source)).toEqual([]);
    await source.destroy();
  });
});

describe.each([
  ['SQLite', async () => separateRunners(plainSqlite(), LOCK_LIMIT_MS).initialize()],
  ['MariaDB', openMariadb],
])('The one door to the database, on %s', (engine, open) => {
  let source: DataSource;
  let database: Database;

  const ids = () => database.read(async (db) => (await db.find(Lines, { order: { id: 'ASC' } })).map(({ id }) => id));

  beforeAll(async () => {
    source = await open();
    database = new Database(source);
  });
  afterEach(() => source.manager.clear(Lines));
  afterAll(() => source?.destroy());

  it("keeps what was acknowledged while another's work was given up", async () => {
    expect(await rollbackBesideTwoSaves(source)).toEqual(['b-insert', 'b-save']);
  });

  it('keeps all of fifty units begun at once', async () => {
    const wanted = Array.from({ length: 50 }, (_, number) => `line-${String(number).padStart(2, '0')}`);
    await Promise.all(
      wanted.map((id) =>
        database.work(async (db) => {
          await db.insert(Lines, { id, words: 'first' });
          await moment(1);
          await db.update(Lines, id, { words: 'second' });
        }),
      ),
    );
    expect(await ids()).toEqual(wanted);
    expect(await database.read((db) => db.countBy(Lines, { words: 'second' }))).toBe(50);
  });

  it('keeps exactly the units that succeed, of fifty of which every third fails', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, number) =>
        database.work(async (db) => {
          await db.insert(Lines, { id: `line-${number}`, words: 'half' });
          await moment(1);
          if (number % 3 === 0) throw new Error('planned');
          await db.insert(Lines, { id: `line-${number}-other-half`, words: 'half' });
          return number;
        }),
      ),
    );
    const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(kept).toHaveLength(33);
    expect(await ids()).toEqual(kept.flatMap((number) => [`line-${number}`, `line-${number}-other-half`]).sort());
  });

  it('keeps what units say they did though they share a commit with one whose first half is taken back', async () => {
    const first = database.work(() => moment(30)); // while it runs, the others gather behind it
    const half = database.work(async (db) => {
      await db.insert(Lines, { id: 'half', words: '' });
      throw new Error('planned');
    });
    const nested = database.work(async (db) => {
      await database.work((inner) => inner.insert(Lines, { id: 'nested', words: '' }));
      return db.countBy(Lines, { id: 'nested' });
    });
    const plain = database.work((db) => db.insert(Lines, { id: 'plain', words: '' }));
    await expect(half).rejects.toThrow('planned');
    expect(await nested).toBe(1);
    await Promise.all([first, plain]);
    expect(await ids()).toEqual(['nested', 'plain']);
  });

  it('runs each unit in the context of its own caller', async () => {
    const caller = new AsyncLocalStorage<string>();
    const names = ['甲', '乙', '丙', '丁'];
    const seen = names.map((name) =>
      caller.run(name, () =>
        database.work(async () => {
          await moment(2);
          return caller.getStore();
        }),
      ),
    );
    expect(await Promise.all(seen)).toEqual(names);
  });

  it('lets a unit begun inside another join it: one end for both', async () => {
    const both = database.work(async (outer) => {
      await outer.insert(Lines, { id: 'outer', words: '' });
      await database.work((inner) => inner.insert(Lines, { id: 'inner', words: '' }));
      throw new Error('planned');
    });
    await expect(both).rejects.toThrow('planned');
    expect(await ids()).toEqual([]);
  });

  it('shows readers committed rows only, without making them wait', async () => {
    await database.work((db) => db.insert(Lines, { id: 'committed', words: '' }));
    let seen: string[] | undefined;
    const ended: string[] = [];
    await database.work(async (db) => {
      await db.insert(Lines, { id: 'uncommitted', words: '' });
      // Outside the unit's own context, as another request would be.
      const reading = new Promise<string[]>((resolve, reject) => elsewhere.push(() => ids().then(resolve, reject)));
      await moment(20);
      seen = await reading;
      ended.push('reader');
      expect(await ids()).toEqual(['committed', 'uncommitted']);
    });
    ended.push('writer');
    expect(seen).toEqual(['committed']);
    expect(ended).toEqual(['reader', 'writer']);
  });

  it('refuses to wait for a network or a disk inside a unit', async () => {
    const unit = database.work(async () => database.mustBeOutsideWork('Sending a message'));
    await expect(unit).rejects.toThrow('Sending a message must not happen inside a unit of work');
    expect(() => database.mustBeOutsideWork('Sending a message')).not.toThrow();
  });

  it('runs a unit once more when another made the same row first, and only once', async () => {
    await database.work((db) => db.insert(Lines, { id: 'same', words: 'first' }));
    let tries = 0;
    const again = await database.work(async (db) => {
      tries += 1;
      // Blind the first time, as a request is that looked before the other committed.
      const earlier = tries === 1 ? null : await db.findOneBy(Lines, { id: 'same' });
      if (earlier) return earlier.words;
      await db.insert(Lines, { id: 'same', words: 'second' });
      return 'second';
    });
    expect([tries, again]).toEqual([2, 'first']);

    tries = 0;
    const blind = database.work(async (db) => {
      tries += 1;
      await db.insert(Lines, { id: 'same', words: 'third' });
    });
    await expect(blind).rejects.toThrow();
    expect(tries).toBe(2);
  });

  if (engine === 'SQLite') {
    it('tells a writer that waits too long, instead of letting it wait for ever', async () => {
      const long = database.work(() => moment(LOCK_LIMIT_MS * 2));
      const refusal = `not free within ${LOCK_LIMIT_MS} ms`;
      const late = [
        source.manager.insert(Lines, { id: 'late', words: '' }),
        database.work((db) => db.insert(Lines, { id: 'late', words: '' })),
      ];
      for (const writer of await Promise.allSettled(late))
        expect(writer).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(refusal) } });
      await long;
      await source.manager.insert(Lines, { id: 'later', words: '' });
      expect(await ids()).toEqual(['later']);
    });

    it('tells every unit of a shared commit when SQLite gives the whole of it up, and goes on', async () => {
      const first = database.work(() => moment(30));
      const units = [
        database.work((db) => db.insert(Lines, { id: 'before', words: '' })),
        // As SQLite itself does when the disk is full.
        database.work((db) => db.query('ROLLBACK')),
      ];
      await first;
      for (const unit of await Promise.allSettled(units)) expect(unit.status).toBe('rejected');
      await database.work((db) => db.insert(Lines, { id: 'after', words: '' }));
      expect(await ids()).toEqual(['after']);
    });
  }
});

/** Work asked for from outside any unit, done by a timer that no unit of work started. */
const elsewhere: (() => void)[] = [];
const desk = setInterval(() => elsewhere.splice(0).forEach((ask) => ask()), 5);
afterAll(() => clearInterval(desk));
