import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MappedCounty } from '../../../../test/support/mapped-county.ts';

let here: MappedCounty;
let pages: string;

beforeAll(async () => {
  pages = mkdtempSync(path.join(tmpdir(), 'pages-'));
  const style = '<link href="/css/app.css" rel="stylesheet">';
  writeFileSync(path.join(pages, 'index.html'), `<head>${style}</head><body><div id="app"></div></body>`);
  here = await MappedCounty.start({ environment: { PAGES_DIR: pages } });
});
afterAll(async () => {
  await here.close();
  rmSync(pages, { recursive: true, force: true });
});

const page = async (address: string) => {
  const reply = await fetch(here.county.url + address, { headers: { accept: 'text/html' } });
  return { reply, html: await reply.text() };
};
const pointPage = (id: string) => `/pages/service-map/point/index?id=${id}`;

describe('on a slow line, before a script has arrived', () => {
  it('the map shows townships, every point that has a place, and the first of the list with phones', async () => {
    const { reply, html } = await page('/tabs/map/index');
    expect(reply.headers.get('content-security-policy')).toContain("script-src 'self'");
    const points = await here.publicPoints();
    for (const { id, places } of points.filter((point) => point.places)) {
      expect(places).not.toBeNull();
      expect(html).toContain(`href="${pointPage(id)}"`);
    }
    for (const words of ['青石镇', '示例县政务服务大厅', 'href="tel:08005510000"', '示意图'])
      expect(html).toContain(words);
    expect(html.match(/<li>/g)).toHaveLength(20);
    expect(html).toContain(`还有 ${points.length - 20} 个地方`);
    expect(html.indexOf('id="first-view"')).toBeLessThan(html.indexOf('id="app"'));
  });

  it('home has its search, which the map answers, and every way that is open to anybody', async () => {
    for (const address of ['/', '/tabs/home/index']) {
      const { html } = await page(address);
      for (const words of [
        '示例县政务公开',
        'action="/tabs/map/index"',
        'name="words"',
        'href="tel:12345"',
        '预约办事',
      ])
        expect(html).toContain(words);
      expect(html.match(/<li>/g)).toHaveLength(7);
    }
  });

  it('a point says whether it is open, where it is and its phone', async () => {
    const hall = (await here.publicPoints()).find(({ name }) => name === '示例县政务服务大厅')!;
    here.at('2026-11-25', '12:30');
    const { html } = await page(pointPage(hall.id));
    for (const words of [hall.name, hall.address, hall.phone!, '现在', '周一至周五']) expect(html).toContain(words);
  });

  it('a name somebody typed is never read as code', async () => {
    const added = await here.newPoint({ name: '石桥村<script>alert(1)</script>站', landmark: '"桥"头&树下' });
    expect((await here.as('village-officer', 'POST', '/service-points', added)).status).toBe(201);
    const { html } = await page(pointPage(added.id));
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('石桥村&lt;script&gt;alert(1)&lt;/script&gt;站');
    expect(html).toContain('&quot;桥&quot;头&amp;树下');
  });

  it('a page opens without it where it cannot be made', async () => {
    const [point] = await here.publicPoints();
    const rename = (from: string, to: string) =>
      here.county.database.work((db) => db.query(`ALTER TABLE ${from} RENAME TO ${to}`));
    await rename('map_outline', 'map_outline_away');
    const { reply, html } = await page(pointPage(point!.id));
    await rename('map_outline_away', 'map_outline');
    expect([reply.status, html]).toEqual([200, expect.stringContaining('<div id="app"></div>')]);
    expect(html).not.toContain('first-view');
    expect((await page(pointPage(point!.id))).html).toContain('first-view');
  });

  it.each([
    '/tabs/affairs/index',
    '/tabs/map/index?words=%E7%A4%BE%E4%BF%9D',
    pointPage('0190f3a0-0000-7000-8000-000000000000'),
    '/pages/service-map/point/index?id=nothing',
  ])('%s waits for its scripts', async (address) => {
    const { reply, html } = await page(address);
    expect(reply.status).toBe(200);
    expect(html).toContain('<div id="app"></div>');
    expect(html).not.toContain('first-view');
  });
});
