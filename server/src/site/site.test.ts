import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startCounty, type County } from '../../../test/support/county.ts';
import { SiteService } from './site.service.ts';

const SCRIPT = `console.log(${JSON.stringify('政务公开'.repeat(500))});`;

let county: County;
let pages: string;

beforeAll(async () => {
  pages = mkdtempSync(path.join(tmpdir(), 'pages-'));
  county = await startCounty({ environment: { PAGES_DIR: pages, COUNTY_NAME: '青山县', SITE_PHONE: '0851-1234567' } });
});

afterAll(async () => {
  await county.close();
  rmSync(pages, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => fetch(county.url + url, { headers });
const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the site', () => {
  it('tells whose system it is, what day it is in Shanghai and what it keeps about people', async () => {
    const { status, body } = await county.ask('GET', '/site');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      countyName: '青山县',
      owner: '青山县人民政府办公室',
      contactPhone: '0851-1234567',
      filingNumber: null,
      demo: true,
      today: '2026-11-25',
    });
    const kept = body.privacy.map((item: { what: string }) => item.what).join('\n');
    const kinds = ['手机号', 'openid', '操作日志', '照片', '联系方式', '预约人', '上门服务', '服务卡', '纠错'];
    for (const what of kinds) expect(kept).toContain(what);
  });
});

describe('how long names are kept', () => {
  it('is said as this county has set it, in the list and for the forms', async () => {
    const environment = { PAGES_DIR: pages, BOOKING_KEEP_MONTHS: '3', HOME_VISIT_KEEP_MONTHS: '12' };
    const other = await startCounty({ environment });
    try {
      const { body } = await other.ask('GET', '/site');
      expect(body).toMatchObject({ bookingKeepMonths: 3, homeVisitKeepMonths: 12 });
      const kept = body.privacy.map(({ keptFor }: { keptFor: string }) => keptFor).join('\n');
      expect(kept).toMatch(/之后 3 个月[^]+撤回 12 个月后/);
    } finally {
      await other.close();
    }
  });
});

describe('before the pages are built', () => {
  it('says so at / in plain words, and the API serves all the same', async () => {
    const reply = await get('/', asBrowser);
    expect(reply.status).toBe(503);
    expect(await reply.text()).toContain('页面还没有生成');
    expect((await county.ask('GET', '/site')).status).toBe(200);
  });
});

describe('the web pages', () => {
  beforeAll(() => {
    mkdirSync(path.join(pages, 'js'));
    writeFileSync(
      path.join(pages, 'index.html'),
      '<!doctype html><title>政务公开</title><script src="/js/app.0123abcd.js"></script>',
    );
    writeFileSync(path.join(pages, 'js/app.0123abcd.js'), SCRIPT);
    writeFileSync(path.join(pages, 'js/app.0123abcd.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(path.join(pages, 'service-worker.js'), '// 缓存');
  });

  it('give the index at / and at every page address, checked again each time', async () => {
    for (const address of ['/', '/pages/tasks/list', '/pages/tasks/detail?id=1']) {
      const reply = await get(address, asBrowser);
      expect([address, reply.status]).toEqual([address, 200]);
      expect(reply.headers.get('content-type')).toContain('text/html');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
      expect(await reply.text()).toContain('<title>政务公开</title>');
    }
    const etag = (await get('/', asBrowser)).headers.get('etag')!;
    expect((await get('/', { ...asBrowser, 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304);
  });

  it('give hashed files for ever, in the compressed copy the browser can read', async () => {
    const reply = await get('/js/app.0123abcd.js', { 'accept-encoding': 'br' });
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(reply.headers.get('content-encoding')).toBe('br');
    expect(reply.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(reply.headers.get('content-type')).toContain('javascript');
    expect(await reply.text()).toBe(SCRIPT);
    const plain = await get('/js/app.0123abcd.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
    expect((await get('/service-worker.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('answer 404 for a missing script, an unknown API address and what lies outside the folder', async () => {
    for (const address of [
      '/js/app.ffffffff.js',
      '/api/nothing',
      '/api',
      '/%2e%2e/%2e%2e/etc/passwd.txt',
      '/..%2f..%2fetc/hosts.txt',
    ]) {
      const reply = await get(address, asBrowser);
      expect([address, reply.status]).toEqual([address, 404]);
      expect(reply.headers.get('content-type')).toContain('application/json');
      expect(await reply.text()).not.toContain('<title>');
    }
    expect((await get('/pages/tasks/list', { accept: 'application/json' })).status).toBe(404);
    expect((await get('/%')).status).toBe(400);
  });

  it('forbid scripts that are not files of the site itself', async () => {
    const policy = (await get('/', asBrowser)).headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("object-src 'none'");
  });
});

describe('health', () => {
  it('is ready while the database answers, and 503 when it does not or the server is to stop', async () => {
    const ready = await county.ask('GET', '/health');
    expect(ready).toMatchObject({
      status: 200,
      body: { live: true, ready: true, state: 'ready', database: county.database.kind },
    });

    const apart = await startCounty({ environment: { PAGES_DIR: pages } });
    try {
      await apart.app.get(DataSource).destroy();
      const away = await apart.ask('GET', '/health');
      expect(away).toMatchObject({ status: 503, body: { live: true, ready: false, state: 'database-away' } });
      await apart.app.get(DataSource).initialize();
      apart.app.get(SiteService, { strict: false }).leave();
      const stopping = await apart.ask('GET', '/health');
      expect(stopping).toMatchObject({ status: 503, body: { live: true, ready: false, state: 'stopping' } });
      expect((await apart.ask('GET', '/site')).status).toBe(200);
    } finally {
      await apart.close();
    }
  });

  it('answers an address that cannot be read in the one shape', async () => {
    const reply = await fetch(`${county.url}/%E0%A4%A`);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'invalid-input', message: expect.stringContaining('无法识别') });
  });
});
