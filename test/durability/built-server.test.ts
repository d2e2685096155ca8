import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askServer } from '../support/county.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';

const root = path.resolve(import.meta.dirname, '../..');
const BUILT = ['shared/dist', 'seeds/dist', 'server/dist'];

/** The other tests of the server run its sources; what people start is what was compiled of them. */
describe('the server as it is built', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-built-'));
  let server: ServerProcess;

  beforeAll(async () => {
    server = new ServerProcess(await freePort(), { DATA_DIR: dataDir, NOW: '2026-11-25T01:00:00.000Z' });
    await server.start();
  }, 120_000);
  afterAll(async () => {
    await server?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const get = async (person: string, route: string) => {
    const { body } = await askServer(`${server.api}/demo/sign-in`, 'POST', { body: { person } });
    return askServer(`${server.api}${route}`, 'GET', { token: body.token });
  };
  const firstOf = async (route: string, where = (_one: { kind?: string }) => true): Promise<string> => {
    const { body } = await get('supervisor', route);
    return body.items.find(where).id;
  };

  it('imports nothing that is not there, at the start or later', () => {
    const files = BUILT.flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.js'))
        .map((name) => path.join(root, folder, name)),
    );
    expect(files.length).toBeGreaterThan(500);
    const missing = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*(['"])([.][^'"]*)\1/g)]
        .map(([, , to]) => path.resolve(path.dirname(file), to!))
        .filter((to) => !existsSync(to))
        .map((to) => `${path.relative(root, file)}: ${path.relative(root, to)}`),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['a plan for Excel', async () => `/task-breakdowns/${await firstOf('/task-breakdowns')}/breakdown.xlsx`],
    ['a plan for Word', async () => `/task-breakdowns/${await firstOf('/task-breakdowns')}/breakdown.docx`],
    ['the ledger', async () => `/task-breakdowns/${await firstOf('/task-breakdowns', isInspection)}/ledger.xlsx`],
    ['the table of progress', async () => `/task-breakdowns/${await firstOf('/task-breakdowns')}/heat-table.xlsx`],
    ['a supervision order', async () => `/supervision-orders/${await firstOf('/supervision-orders')}/document`],
    ['a circular', async () => `/circulars/${await firstOf('/circulars')}/document`],
    ['the service points', async () => '/service-points.xlsx', 'administrator'],
  ])('hands out %s', async (_what, address, person = 'supervisor') => {
    const { status, body } = await get(person, await address());
    expect(status).toBe(200);
    // Word and Excel both write zip archives.
    expect(Buffer.from(body).subarray(0, 2).toString()).toBe('PK');
  });

  it('hands out a printed map, which a thread of its own has set', async () => {
    const { body } = await askServer(`${server.api}/public/service-points?limit=1`, 'GET');
    const unitId = body.items[0].unitId;
    const map = await askServer(`${server.api}/public/printed-maps?unitId=${unitId}`, 'GET');
    expect([map.status, Buffer.from(map.body).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });
});

const isInspection = ({ kind }: { kind?: string }) => kind === 'inspection';
