import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { askMetrics, METRICS_TOKEN, Scrape } from '../../../test/support/read-metrics.ts';
import { lastBackUpAt, noteBackUp } from '../last-back-up.ts';

const POINTS = '/public/service-points?limit=3';

describe('the numbers of a server', () => {
  let county: County;
  beforeAll(async () => void (county = await startCounty({ environment: { METRICS_TOKEN } })));
  afterAll(() => county.close());

  it('are told to nobody without the token, and where none is set there is no such address', async () => {
    for (const token of [undefined, 'a-token-of-a-stranger-in-tests', `${METRICS_TOKEN}x`]) {
      const reply = await askMetrics(county.url, token);
      expect([token, reply.status]).toEqual([token, 401]);
      expect(await reply.text()).not.toContain('county_');
    }
    const quiet = await startCounty();
    try {
      expect((await askMetrics(quiet.url, METRICS_TOKEN)).status).toBe(404);
    } finally {
      await quiet.close();
    }
  });

  it('come in Prometheus’ text format, each name with what it means', async () => {
    const reply = await askMetrics(county.url, METRICS_TOKEN);
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const scrape = await Scrape.of(county);
    const own = scrape.names.filter((name) => name.startsWith('county_'));
    expect(own.length).toBeGreaterThan(15);
    for (const name of own) expect(scrape.text).toMatch(new RegExp(`^# HELP ${name} .{15}`, 'm'));
    expect(scrape.value('county_build', { database: county.database.kind })).toBe(1);
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
      expect(scrape.value(name)).toBeGreaterThan(0);
    expect(scrape.value('county_disk_free_bytes')).toBeGreaterThan(1e6);
    expect(scrape.value('county_last_back_up_age_seconds')).toBeNaN();
    expect(scrape.series('county_measures_unread').every(([, value]) => value === 0)).toBe(true);
  });

  it('count reports by what came of them', async () => {
    const token = await county.signIn('village-officer');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token });
    const line = body.items.find(({ status }: { status: string }) => status === 'in-progress');
    const before = await Scrape.of(county);
    const report = { id: newId(), percent: 100, note: '今天走了三户' };
    const file = (content: object) =>
      county.ask('POST', `/assignments/${line.id}/reports`, { token, body: content }).then(({ status }) => status);
    expect(await file(report)).toBe(201);
    expect(await file(report)).toBe(200);
    expect(await file({ ...report, note: '别的话' })).toBe(409);
    const after = await Scrape.of(county);
    for (const outcome of ['filed', 'repeated', 'refused']) {
      const [was, is] = [before, after].map((scrape) => scrape.value('county_reports_total', { outcome })!);
      expect([outcome, is! - was!]).toEqual([outcome, 1]);
    }
  });

  it('count wrong passwords and the attempts a lock-out turned away', async () => {
    const body = { kind: 'password', phone: '19800009999', password: '猜一猜猜一猜' };
    for (let guess = 0; guess < 7; guess += 1) await county.ask('POST', '/sessions', { body });
    const scrape = await Scrape.of(county);
    expect(scrape.value('county_sign_in_failures_total', { outcome: 'wrong' })).toBe(5);
    expect(scrape.value('county_sign_in_failures_total', { outcome: 'locked' })).toBe(2);
    const started = scrape.value('county_sessions_started_total', { kind: 'demo' })!;
    expect(started).toBeGreaterThan(0);
    expect(scrape.value('county_sessions_alive', { kind: 'demo' })).toBe(started);
    await county.ask('DELETE', '/sessions/current', { token: await county.signIn('resident') });
    expect((await Scrape.of(county)).value('county_sessions_alive', { kind: 'demo' })).toBe(started);
  });

  it('time requests by their route, whatever their address was, and count what was at hand apart', async () => {
    const token = await county.signIn('village-officer');
    const { body } = await county.ask('GET', '/assignments', { token });
    await county.ask('GET', `/assignments/${body.items[0].id}`, { token });
    await county.ask('GET', `/assignments/${newId()}`, { token });
    for (const stranger of ['/wp-login.php', '/api/one', '/api/two/three']) await fetch(county.url + stranger);
    for (let time = 0; time < 3; time += 1) await county.ask('GET', POINTS);
    const scrape = await Scrape.of(county);
    const timed = (route: string, status: string) =>
      scrape.value('county_http_request_seconds_count', {
        route,
        status,
        ...(route === 'none' ? {} : { method: 'GET' }),
      });
    expect(timed('/api/assignments/:assignmentId', '2xx')).toBe(1);
    expect(timed('/api/assignments/:assignmentId', '4xx')).toBe(1);
    expect(timed('none', '4xx')).toBeGreaterThanOrEqual(2);
    expect(scrape.value('county_http_replies_at_hand', { route: '/api/public/service-points' })).toBe(2);
    expect(timed('/api/public/service-points', '2xx')).toBe(1);
    expect(scrape.text).not.toContain(body.items[0].id);
    expect(scrape.text).not.toContain('wp-login');
  });

  it('tell how much waits for the database', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    // As many as there are connections, or on SQLite the one writer: whoever comes after them waits.
    const busy = county.database.kind === 'sqlite' ? 1 : 20;
    let begun = 0;
    const units = Array.from({ length: busy + 4 }, () =>
      county.database.work(async () => {
        begun += 1;
        await held;
      }),
    );
    while (begun < busy) await new Promise((resolve) => setImmediate(resolve));
    expect(county.database.queued).toBe(4);
    if (county.database.kind === 'sqlite') expect((await Scrape.of(county)).value('county_database_queued')).toBe(4);
    release();
    await Promise.all(units);
    expect((await Scrape.of(county)).value('county_database_queued')).toBe(0);
  });

  it('tell how long the audit trail has been without a seal', async () => {
    await county.signIn('resident');
    county.clock.set(new Date(Date.parse(county.clock.now()) + 20 * 60_000).toISOString());
    // The county's clock goes by the machine's, which may be set back a little meanwhile.
    expect((await Scrape.of(county)).value('county_audit_unsealed_seconds')).toBeGreaterThan(19 * 60);
  });

  it('are told as far as they go while the database is away', async () => {
    const source = county.app.get(DataSource);
    await source.destroy();
    try {
      const scrape = await Scrape.of(county);
      for (const group of ['reminders', 'sessions', 'audit', 'database', 'events'])
        expect([group, scrape.value('county_measures_unread', { group })]).toEqual([group, 1]);
      expect(scrape.value('county_measures_unread', { group: 'disk' })).toBe(0);
      expect(scrape.value('process_resident_memory_bytes')).toBeGreaterThan(0);
    } finally {
      await source.initialize();
    }
    expect((await Scrape.of(county)).value('county_measures_unread', { group: 'database' })).toBe(0);
  });

  it('are no number where nothing could be read yet', async () => {
    const begun = await startCounty({ environment: { METRICS_TOKEN } });
    const source = begun.app.get(DataSource);
    await source.destroy();
    try {
      const scrape = await Scrape.of(begun);
      for (const name of ['county_database_answer_seconds', 'county_audit_unsealed_seconds'])
        expect([name, scrape.value(name)]).toEqual([name, Number.NaN]);
    } finally {
      await source.initialize();
      await begun.close();
    }
  });

  it('tell of the disk and of a back-up where DATA_DIR is not there before the first start', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'county-new-'));
    const dataDir = path.join(folder, 'not/yet');
    await noteBackUp(dataDir, new Date().toISOString());
    expect(await lastBackUpAt(dataDir)).not.toBeNull();
    rmSync(path.join(folder, 'not'), { recursive: true });
    const fresh = await startCounty({ environment: { METRICS_TOKEN, DATA_DIR: dataDir } });
    try {
      const scrape = await Scrape.of(fresh);
      expect(scrape.value('county_measures_unread', { group: 'disk' })).toBe(0);
      expect(scrape.value('county_disk_free_bytes')).toBeGreaterThan(1e6);
      const token = await fresh.signIn('administrator');
      expect((await fresh.ask('GET', '/operation', { token })).status).toBe(200);
    } finally {
      await fresh.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
