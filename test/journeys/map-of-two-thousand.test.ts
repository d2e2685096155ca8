import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { growPointsTo } from '../support/many-points.ts';
import { countyInBrowser, openAs, PHONE, soon } from './browser.ts';

const POINTS = 2000;
const PANS = 10;

interface Seen {
  /** Marks that lie in the frame, and how many points they stand for. */
  marks: number;
  points: number;
  /** All the page holds, in sight or not. */
  nodes: number;
  heap: number;
}

describe('a map of two thousand points on a phone', () => {
  const at = countyInBrowser();
  beforeAll(() => growPointsTo(at.county, POINTS));

  async function look(page: Page): Promise<Seen> {
    const debug = await page.context().newCDPSession(page);
    await debug.send('HeapProfiler.collectGarbage');
    const { usedSize: heap } = await debug.send('Runtime.getHeapUsage');
    await debug.detach();
    return { ...(await page.evaluate(marksInFrame)), heap };
  }

  async function drag(page: Page, [east, north]: readonly [number, number]): Promise<void> {
    const frame = (await page.locator('.county-map').filter({ visible: true }).boundingBox())!;
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + east, y + north, { steps: 6 });
    // At rest before the finger lifts: the map then stops where it is.
    await page.waitForTimeout(250);
    await page.mouse.up();
  }

  /** Waits until the map stands still and has drawn all it has to: a big group of marks is drawn in parts. */
  async function atRest(page: Page): Promise<Seen> {
    let before = await look(page);
    await soon(async () => {
      await page.waitForTimeout(300);
      const now = await look(page);
      const [{ marks, points, nodes }, isMoving] = [before, await page.locator('.leaflet-zoom-anim').count()];
      before = now;
      expect([now, isMoving]).toMatchObject([{ marks, points, nodes }, 0]);
    });
    return before;
  }

  it('shows them all, draws only what is near, and panned ten times holds no more than before', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/tabs/map/index`);
    await page.locator('.map-cluster').first().waitFor();
    await soon(async () => expect((await look(page)).points).toBe(POINTS));
    expect((await look(page)).marks).toBeLessThan(60);

    for (let step = 0; step < 3; step += 1) {
      await page.getByRole('button', { name: '放大', exact: true }).click();
      await atRest(page);
    }
    const near = await atRest(page);
    expect(near.points).toBeLessThan(POINTS / 4);
    for (let pan = 0; pan < PANS; pan += 1) {
      await drag(page, pan % 2 ? [-120, -60] : [120, 60]);
      await atRest(page);
    }
    const after = await atRest(page);
    expect(after).toMatchObject({ marks: near.marks, points: near.points });
    expect(after.nodes).toBeLessThan(near.nodes * 1.1);
    expect(after.heap).toBeLessThan(near.heap * 1.2);
    await page.context().close();
  });
});

/** Runs in the page. */
function marksInFrame(): Omit<Seen, 'heap'> {
  const frame = [...document.querySelectorAll('.county-map')].at(-1)!.getBoundingClientRect();
  const marks = [...document.querySelectorAll('.map-pin, .map-cluster')].filter((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
  });
  const standsFor = (mark: Element) =>
    mark.classList.contains('map-cluster') ? Number(mark.querySelector('[aria-hidden]')!.textContent) : 1;
  return {
    marks: marks.length,
    points: marks.reduce((sum, mark) => sum + standsFor(mark), 0),
    nodes: document.querySelectorAll('*').length,
  };
}
