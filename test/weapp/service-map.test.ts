import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { soon } from '../journeys/browser.ts';
import { startCounty, type County } from '../support/county.ts';
import { BUILT, Phone, type Wechat } from './host/phone.ts';
import type { DrawnMap } from './host/wx-map.ts';

/** WeChat's documents ask for less than 256 KB; two thousand markers by setData would be 700 KB. */
const MOST_SET_DATA_BYTES = 80 * 1024;
const MOST_IN_A_BATCH = 200;
const HALL = '示例县政务服务大厅';

interface Point {
  id: string;
  name: string;
  places: { gcj02: { longitude: number; latitude: number } } | null;
}

describe('the map in WeChat', () => {
  let county: County;
  let phone: Phone;
  let wechat: Wechat;
  let points: Point[];
  let placed: Point[];

  beforeAll(async () => {
    // A Thursday, ten o'clock.
    county = await startCounty({ now: '2026-11-26T02:00:00.000Z' });
    phone = await Phone.switchOn(county.url);
    wechat = await phone.somebody();
    points = (await county.ask('GET', '/public/service-points?limit=500')).body.items;
    placed = points.filter(({ places }) => places !== null);
  }, 120_000);
  afterAll(async () => {
    await phone?.switchOff();
    await county?.close();
  });

  const drawn = (page: Page) => page.evaluate(() => (window as unknown as { __map__: DrawnMap }).__map__);
  const hasDrawn = (page: Page, count: number) =>
    page.waitForFunction(
      (wanted) => (window as unknown as { __map__: DrawnMap }).__map__.markers.length === wanted,
      count,
    );
  const opened = async () => {
    const page = await wechat.open('/tabs/map/index');
    await page.getByText(HALL).first().waitFor();
    return page;
  };

  it('has every placed point as a marker of its own, in batches that never pass through the page', async () => {
    const page = await opened();
    await hasDrawn(page, placed.length);
    const { markers, batches, isClustered } = await drawn(page);
    expect(placed.length).toBeGreaterThan(100);
    expect(Math.max(...batches)).toBeLessThanOrEqual(MOST_IN_A_BATCH);
    expect(isClustered).toBe(true);
    const hall = placed.find(({ name }) => name === HALL)!;
    expect(markers.find(({ title }) => title === HALL)).toMatchObject({ ...hall.places!.gcj02, joinCluster: true });
    expect(new Set(markers.map(({ id }) => id)).size).toBe(placed.length);
    for (const icon of new Set(markers.map(({ iconPath }) => iconPath)))
      expect([icon, existsSync(path.join(BUILT, icon))]).toEqual([icon, true]);
    const { setDataBytes, errors } = await wechat.account(page);
    expect(Math.max(...setDataBytes)).toBeLessThan(MOST_SET_DATA_BYTES);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('loads what comes into view, and shows the point that is tapped', async () => {
    const page = await opened();
    await hasDrawn(page, placed.length);
    const hall = placed.find(({ name }) => name === HALL)!;
    const { longitude, latitude } = hall.places!.gcj02;
    const near = 0.01;
    await page.evaluate(
      ({ southwest, northeast }) => {
        Object.assign(window, { __region__: { southwest, northeast } });
        (document.querySelector('map') as unknown as { __move(): void }).__move();
      },
      {
        southwest: { longitude: longitude - near, latitude: latitude - near },
        northeast: { longitude: longitude + near, latitude: latitude + near },
      },
    );
    await soon(async () => expect((await drawn(page)).markers.length).toBeLessThan(placed.length / 2));
    await soon(async () => expect((await drawn(page)).markers.map(({ title }) => title)).toContain(HALL));
    const marker = (await drawn(page)).markers.find(({ title }) => title === HALL)!;
    await page.evaluate(
      (id) => (document.querySelector('map') as unknown as { __tap(id: number): void }).__tap(id),
      marker.id,
    );
    await page.locator('.map-part').getByText(HALL).click();
    await page.getByText('能办什么').waitFor();
    await page.getByText('现在开着，17:00 关门').first().waitFor();
    await page.getByText('去这里').click();
    await page.waitForFunction(() => (window as unknown as { __map__: DrawnMap }).__map__.opened.length === 1);
    expect((await drawn(page)).opened[0]).toMatchObject({ longitude, latitude, name: HALL });
    expect((await wechat.account(page)).errors).toEqual([]);
    await page.close();
  });

  it('asks where the person is only when tapped, goes on without an answer, and sorts by distance with one', async () => {
    const page = await opened();
    expect((await wechat.account(page)).calls).not.toContain('getLocation');
    await page.getByText('离我近').click();
    await page.getByText('您没有允许使用位置').waitFor();
    await page.getByText('去设置里允许').waitFor();
    await page.evaluate((place) => void Object.assign(window, { __place__: place }), placed.at(-1)!.places!.gcj02);
    await page.getByText('去设置里允许').click();
    await page
      .locator('.point-row')
      .first()
      .getByText(/\d (米|公里) · /)
      .waitFor();
    await page.close();
  });

  it('shows the whole county again without a signal', async () => {
    const before = await opened();
    await before.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('kept-county-points')));
    await before.close();
    await wechat.context.route('**/api/**', (route) => route.abort());
    const page = await opened();
    await page
      .getByText(/下面是存在这台设备上的内容/)
      .first()
      .waitFor();
    await hasDrawn(page, placed.length);
    await wechat.context.unroute('**/api/**');
    await page.close();
  });
});
