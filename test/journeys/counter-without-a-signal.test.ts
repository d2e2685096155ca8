import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PointDay, StaffBookingView } from '@county/shared/appointments/staff-booking';
import { countyInBrowser, gone, openAs, presses, sees } from './browser.ts';

const TABLET = { width: 1024, height: 768 };

describe('the counter, while the network is cut', () => {
  const at = countyInBrowser();
  let page: Page;
  let token: string;
  let pointId: string;

  beforeAll(async () => {
    token = await at.county.signIn('township-officer');
    const { body } = await at.county.ask('GET', '/bookable-services?limit=1', { token });
    pointId = body.items[0].pointId;
    page = await openAs(at, '秦向阳', TABLET);
    // Without a signal the tablet's own clock has to do.
    await page.clock.install({ time: at.county.clock.now() });
    await page.goto(`${at.county.url}/pages/appointments/day/index?point=${pointId}`);
    await sees(page, '叫下一位');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await sees(page, '叫下一位');
  });
  afterAll(() => page?.context().close());

  const day = async (): Promise<PointDay> =>
    (await at.county.ask('GET', `/service-points/${pointId}/day`, { token })).body;
  const stateOf = async (name: string) => (await day()).bookings.find((one) => one.name === name)?.state;
  const pressOf = (name: string, words: string) =>
    page
      .getByRole('button', { name: `${name}${words}`, exact: true })
      .filter({ visible: true })
      .first()
      .click();

  let first: StaffBookingView;
  let second: StaffBookingView;

  it('goes on: people check in by name and number, are called, served; walk-ins get in line', async () => {
    [first, second] = (await day()).bookings.filter(({ state }) => state === 'booked') as [
      StaffBookingView,
      StaffBookingView,
    ];
    await page.context().setOffline(true);
    await pressOf(first.name!, '到了');
    await sees(page, '1 人在等');
    await presses(page, '叫下一位');
    await sees(page, `请 ${first.name} 到窗口`);
    await pressOf(first.name!, '开始办');
    await page.getByLabel('预约号签到').filter({ visible: true }).first().fill(second.code.toLowerCase());
    await presses(page, '签到');
    await sees(page, `${second.name} 到了，有信号后自动报上`);
    await presses(page, '现场取号');
    await presses(page, '参加居民医保');
    await sees(page, '2 人在等');
    await sees(page, /没有信号，5 步存在这台设备上/);
    expect([await stateOf(first.name!), await stateOf(second.name!)]).toEqual(['booked', 'booked']);
  });

  it('keeps it through a restart without a signal', async () => {
    await page.reload();
    await sees(page, '2 人在等');
    await pressOf(first.name!, '办完了');
    await sees(page, /没有信号，6 步存在这台设备上/);
  });

  it('goes on where the device is full as well, and says plainly that this is kept nowhere', async () => {
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await presses(page, '现场取号');
    await presses(page, '参加居民医保');
    await sees(page, '3 人在等');
    await sees(page, '这台设备存满了，有 1 步没有存下');
    await sees(page, /没有信号，6 步存在这台设备上/);
  });

  it('tells it all in order once the signal is back; what another counter did meanwhile stands', async () => {
    const happenedAt = at.county.clock.now();
    for (const to of ['arrived', 'called', 'serving']) {
      const body = { id: crypto.randomUUID(), to, happenedAt };
      await at.county.ask('POST', `/staff-bookings/${second.id}/steps`, { token, body });
    }
    await page.context().setOffline(false);
    await gone(page.getByText(/没有信号/).filter({ visible: true }));
    await sees(page, '2 人在等');
    const { bookings } = await day();
    expect([await stateOf(first.name!), await stateOf(second.name!)]).toEqual(['done', 'serving']);
    const walkIns = bookings.filter(({ via, state }) => via === 'walk-in' && state === 'arrived');
    expect(walkIns.map(({ serviceName }) => serviceName)).toEqual(['参加居民医保', '参加居民医保']);
    // The step that the other counter had taken as well is nothing to look after.
    await gone(page.getByText('没有记上').filter({ visible: true }));
    await sees(page, walkIns[0]!.code.slice(0, 3));
  });
});
