import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askServer, type Answer } from '../support/county.ts';
import { goodDocument, goodWorkbook, HOSTILE_TABLES } from '../support/hostile-files.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

/** What the server holds at work, and the one thread that reads, at its most. */
const MOST_MEGABYTES = 1600;
const DOORS = ['/task-breakdowns/previews', '/rosters/previews', '/point-sheets/previews'];

const dataDir = mkdtempSync(path.join(tmpdir(), 'county-hostile-'));
let server: ServerProcess;
let [supervisor, administrator, keeper] = ['', '', ''];

beforeAll(async () => {
  server = new ServerProcess(await freePort(), { DATA_DIR: dataDir });
  await server.start();
  const signIn = async (person: string): Promise<string> =>
    (await askServer(`${server.api}/demo/sign-in`, 'POST', { body: { person } })).body.token;
  supervisor = await signIn('supervisor');
  administrator = await signIn('administrator');
  keeper = await signIn('department-lead');
});
afterAll(async () => {
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const doorkeeper = (door: string) =>
  ({ '/rosters/previews': administrator, '/point-sheets/previews': keeper })[door] ?? supervisor;

function send(door: string, bytes: Uint8Array, name = '任务.xlsx'): Promise<Answer> {
  const form = new FormData();
  form.set('datum', 'wgs84');
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return askServer(`${server.api}${door}`, 'POST', { token: doorkeeper(door), body: form });
}

/** How often the server answered others while it was busy with this. */
async function answeredMeanwhile(busy: Promise<unknown>): Promise<number> {
  let [answered, isOver] = [0, false];
  const over = busy.finally(() => (isOver = true));
  while (!isOver) {
    await askServer(`${server.api}/health`, 'GET');
    if (!isOver) answered += 1;
  }
  await over;
  return answered;
}

const kept = async () => (await askServer(`${server.api}/task-breakdowns`, 'GET', { token: supervisor })).body.items;

describe('a file that means harm', () => {
  it.each(
    HOSTILE_TABLES.map(([what, words, make, name], at) => ({
      what,
      words,
      make,
      name,
      door: DOORS[at % DOORS.length]!,
    })),
  )(
    '$what at $door: nothing of it is taken, the others are served, and the answer says what to do',
    async ({ words, make, name, door }) => {
      const before = await kept();
      const bytes = await make();
      // While it was made nothing else ran here: connections the server has closed meanwhile are noticed now.
      await moment(50);
      const sent = send(door, bytes, name);
      const answered = await answeredMeanwhile(sent);
      const { status, body } = await sent;
      const isTooLarge = status === 413 && bytes.length > 5 * 1024 * 1024;
      if (!isTooLarge) expect([door, status]).toEqual([door, words ? 400 : 201]);
      if (words) expect(body.message).toMatch(isTooLarge ? /太大/ : words);
      // A thread of its own starts slower than a health check is answered; short texts need none.
      const isLong = bytes.length > 64 * 1024 || bytes[0] === 0x50;
      if (isLong && !isTooLarge) expect(answered).toBeGreaterThan(0);
      if (server.peakMegabytes() > MOST_MEGABYTES) throw new Error(`${server.peakMegabytes()} MB`);
      expect(await kept()).toEqual(before);
    },
    300_000,
  );

  it('with formulas in its cells is read as what it shows, and runs nowhere', async () => {
    const formula = { formula: "cmd|'/c calc'!A0", result: '=HYPERLINK("http://example.invalid")', date1904: false };
    const { status, body } = await send(DOORS[0]!, await goodWorkbook(['1', formula, '县民政局', '2026年6月']));
    expect([status, JSON.stringify(body)]).toEqual([201, expect.not.stringContaining('cmd|')]);
  });
});

describe('a good file with bytes changed, cut off or put in', () => {
  it.each([
    ['任务.xlsx', goodWorkbook],
    ['任务.docx', goodDocument],
  ])('%s is read or refused in words at every door', async (name, make) => {
    const good = await make();
    const damage = fc.record({
      changes: fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 12 }),
      cut: fc.oneof(fc.constant(good.length), fc.nat({ max: good.length })),
      put: fc.tuple(fc.nat({ max: good.length }), fc.uint8Array({ maxLength: 40 })),
      door: fc.constantFrom(...DOORS),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ changes, cut, put: [at, more], door }) => {
        const bytes = Buffer.concat([good.subarray(0, at), more, good.subarray(at)]);
        for (const [place, value] of changes) bytes[place] = value;
        const { status, body } = await send(door, bytes.subarray(0, cut), name);
        expect([201, 400]).toContain(status);
        if (status === 400) expect(body.message).toMatch(/[请先]/);
      }),
      { numRuns: 25 },
    );
  });
});
