import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../server/src/app.ts';
import { Clock } from '../../server/src/clock/clock.ts';
import { readSettings } from '../../server/src/config/settings.ts';
import { Database } from '../../server/src/database/database.ts';
import { layOutCounty, removeCounty, type CountyPlace } from './first-county/first-county.ts';
import { createEmptyDatabase } from './mariadb/empty-database.ts';
import { UNHURRIED } from './unhurried.ts';

/** An answer as a person's device sees it. */
export interface Answer {
  status: number;
  headers: Headers;
  /** What the text of the reply parses to; the route's schema has checked it on the way out. */
  body: ReturnType<typeof JSON.parse>;
}

export interface County {
  app: NestFastifyApplication;
  url: string;
  clock: Clock;
  database: Database;
  /** Calls a route below `/api`; a FormData body is sent as multipart. */
  ask(method: string, path: string, request?: { token?: string | undefined; body?: unknown }): Promise<Answer>;
  /** Signs a demo person in and answers the token. */
  signIn(person: string): Promise<string>;
  /** The demo's plan at work: this year's, carried forward from the archive. */
  planAtWork(): Promise<{ id: string; title: string; assignmentCount: number }>;
  close(): Promise<void>;
}

export interface CountyOptions {
  /** What time it is; 2026-11-25 09:00 in Shanghai unless told. */
  now?: string;
  environment?: Record<string, string>;
}

/** What decides which rows a first start writes, and in whose key. */
const SEEDED_BY = ['MODE', 'DATA_DIR', 'DATABASE_URL', 'SECRET_KEY', 'NOW', 'SUPERVISION_ORDER_PREFIX'];

/** A whole server on a real database of its own: a SQLite file, or MariaDB in the project of that name. */
export async function startCounty({
  now = '2026-11-25T01:00:00.000Z',
  environment = {},
}: CountyOptions = {}): Promise<County> {
  const place = { dataDir: mkdtempSync(path.join(tmpdir(), 'county-')), databaseUrl: await freshDatabase() };
  const settingsAt = ({ dataDir, databaseUrl }: CountyPlace, more: Record<string, string> = {}) =>
    readSettings({
      MODE: 'demo',
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      NOW: now,
      ...UNHURRIED,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...more,
    });
  if (!SEEDED_BY.some((name) => name in environment))
    await layOutCounty(now, place, async (first) => {
      const made = await createApp(settingsAt(first));
      await made.init();
      await made.close();
    });
  const app = await createApp(settingsAt(place, environment));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const ask = (method: string, route: string, request: { token?: string | undefined; body?: unknown } = {}) =>
    askServer(`${url}/api${route}`, method, request);
  const signIn = async (person: string) => {
    const { status, body } = await ask('POST', '/demo/sign-in', { body: { person } });
    if (status !== 201) throw new Error(`${person} could not sign in: ${JSON.stringify(body)}`);
    return body.token as string;
  };
  return {
    app,
    url,
    clock: app.get(Clock),
    database: app.get(Database),
    ask,
    signIn,
    async planAtWork() {
      const { body } = await ask('GET', '/task-breakdowns', { token: await signIn('supervisor') });
      return body.items.find(({ carriedFromId }: { carriedFromId: string | null }) => carriedFromId !== null);
    },
    async close() {
      app.getHttpServer().closeAllConnections();
      await app.close();
      await removeCounty(place);
    },
  };
}

export async function askServer(
  url: string,
  method: string,
  { token, body, from }: { token?: string | undefined; body?: unknown; from?: string } = {},
): Promise<Answer> {
  const headers: Record<string, string> = {};
  // As the balancer in front names the sender.
  if (from) headers['x-forwarded-for'] = from;
  if (token) headers.authorization = `Bearer ${token}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const reply = await fetch(url, {
    method,
    headers,
    body: isForm ? body : body === undefined ? null : JSON.stringify(body),
  });
  const isJson = reply.headers.get('content-type')?.includes('json');
  return {
    status: reply.status,
    headers: reply.headers,
    body: isJson ? await reply.json() : Buffer.from(await reply.arrayBuffer()),
  };
}

/** On the project `mariadb`, a new, empty database on the server its set-up started. */
async function freshDatabase(): Promise<string | undefined> {
  const { COUNTY_ENGINE } = globalThis as { COUNTY_ENGINE?: string };
  return COUNTY_ENGINE === 'mariadb' ? createEmptyDatabase() : undefined;
}
