import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../server/src/app.ts';
import { readSettings } from '../../server/src/config/settings.ts';
import { askServer, type Answer } from './county.ts';
import { createEmptyDatabase } from './mariadb/empty-database.ts';

/** A county whose server is stopped and started again with other settings on the same data. */
export class OnePlace {
  app!: NestFastifyApplication;
  private url = '';

  private constructor(
    private readonly dataDir: string,
    private readonly databaseUrl: string | undefined,
  ) {}

  static async make(): Promise<OnePlace> {
    const { COUNTY_ENGINE } = globalThis as { COUNTY_ENGINE?: string };
    const url = COUNTY_ENGINE === 'mariadb' ? await createEmptyDatabase() : undefined;
    return new OnePlace(mkdtempSync(path.join(tmpdir(), 'county-')), url);
  }

  settings(more: Record<string, string>) {
    return readSettings({
      MODE: 'demo',
      PORT: '0',
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'error',
      NOW: '2026-11-25T01:00:00.000Z',
      ...(this.databaseUrl ? { DATABASE_URL: this.databaseUrl } : {}),
      ...more,
    });
  }

  async start(more: Record<string, string>): Promise<void> {
    await this.stop();
    this.app = await createApp(this.settings(more));
    await this.app.listen(0, '127.0.0.1');
    this.url = await this.app.getUrl();
  }

  ask(method: string, route: string, body?: object, token?: string): Promise<Answer> {
    return askServer(`${this.url}/api${route}`, method, { token, body });
  }

  async signIn(person: string): Promise<string> {
    return (await this.ask('POST', '/demo/sign-in', { person })).body.token;
  }

  private async stop(): Promise<void> {
    if (!this.app) return;
    this.app.getHttpServer().closeAllConnections();
    await this.app.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
