import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

const REPORTS = 200;
const KILLS = 10;
const CLIENTS = 8;

describe('reports being filed while the server is killed and started ten times', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-kill-'));
  let server: ServerProcess;

  beforeAll(async () => {
    server = new ServerProcess(await freePort(), { DATA_DIR: dataDir });
    await server.start();
  });
  afterAll(async () => {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are all there, each once', async () => {
    const signIn = () => askServer(`${server.api}/demo/sign-in`, 'POST', { body: { person: 'village-officer' } });
    const token = (await signIn()).body.token as string;
    const { body: lines } = await askServer(`${server.api}/assignments?limit=200`, 'GET', { token });
    const line = lines.items.find(({ status }: { status: string }) =>
      ['acknowledged', 'in-progress', 'assigned'].includes(status),
    );
    const waiting = Array.from({ length: REPORTS }, (_, index) => ({
      id: newId(),
      percent: 100,
      note: `第 ${index + 1} 份`,
    }));
    const ids = waiting.map(({ id }) => id);
    let acknowledged = 0;

    const client = async () => {
      for (let report = waiting.pop(); report; report = waiting.pop()) {
        for (;;) {
          const answer = await askServer(`${server.api}/assignments/${line.id}/reports`, 'POST', {
            token,
            body: report,
          }).catch(() => undefined);
          if (answer?.status === 201 || answer?.status === 200) break;
          if (answer && answer.status < 500) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
          await moment(30);
        }
        acknowledged += 1;
        await moment(5);
      }
    };
    const killer = async () => {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const target = (REPORTS * kill) / (KILLS + 1);
        while (acknowledged < target) await moment(2);
        await server.kill();
        await server.start();
      }
    };
    await Promise.all([...Array.from({ length: CLIENTS }, client), killer()]);

    const { default: Sqlite } = await import('better-sqlite3');
    const database = new Sqlite(path.join(dataDir, 'county.db'), { readonly: true });
    const rows = database
      .prepare('SELECT id FROM progress_report WHERE assignmentId = ? AND note LIKE ?')
      .all(line.id, '第 % 份') as { id: string }[];
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  }, 240_000);
});
