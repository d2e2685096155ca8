import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { gate } from '../support/gate.ts';
import { countyInBrowser, DESK, openAs, presses, sees, soon } from './browser.ts';

describe('what the device keeps of what somebody was shown', () => {
  const at = countyInBrowser();
  let page: Page;
  let booking: { id: string; name: string; phone: string };
  let pointId: string;

  beforeAll(async () => {
    const token = await at.county.signIn('township-officer');
    const { body } = await at.county.ask('GET', '/bookable-services?limit=1', { token });
    pointId = body.items[0].pointId;
    const day = await at.county.ask('GET', `/service-points/${pointId}/day`, { token });
    const { id } = day.body.bookings.find(({ phone }: { phone: string | null }) => phone);
    booking = (await at.county.ask('GET', `/staff-bookings/${id}`, { token })).body;
    page = await openAs(at, '秦向阳', DESK);
  });
  afterAll(() => page?.context().close());

  const answers = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('answer:'))
        .map(([key, answer]) => `${key} ${String(answer)}`),
    );
  const opens = (path: string) => page.goto(`${at.county.url}${path}`);

  it('is nothing of a page whose every look is recorded, and without a signal that page tells nothing', async () => {
    await opens(`/pages/appointments/staff-booking/index?id=${booking.id}`);
    await sees(page, booking.phone);
    expect((await answers()).filter((kept) => kept.includes(booking.phone))).toEqual([]);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.reload();
    await sees(page, '没有连上网络');
    expect(await page.getByText(booking.phone).filter({ visible: true }).count()).toBe(0);
    await page.context().setOffline(false);
  });

  it('is the counter’s day as long as the session lasts, and nothing once the session has ended', async () => {
    await opens(`/pages/appointments/day/index?point=${pointId}`);
    await sees(page, '叫下一位');
    const kept = async () => (await answers()).filter((answer) => answer.includes(booking.name));
    await soon(async () => expect(await kept()).toHaveLength(1));
    await at.county.database.work((db) => db.query('DELETE FROM `session`'));
    await page.reload();
    await sees(page, '登录');
    await page.waitForFunction(() => localStorage.getItem('session') === null);
    await soon(async () => expect(await kept()).toEqual([]));
  });

  it('is nothing of an answer that comes once its asker has signed out', async () => {
    const other = await openAs(at, '秦向阳', DESK);
    const told = gate();
    const signedOut = gate();
    await other.route(/\/api\/waiting-items/, async (route) => {
      const response = await route.fetch();
      told.resolve();
      await signedOut.promise;
      await route.fulfill({ response });
    });
    await other.goto(`${at.county.url}/tabs/me/index`);
    await told.promise;
    await presses(other, '退出登录');
    await presses(other, '退出');
    await sees(other, '还没有登录');
    const answered = other.waitForEvent('requestfinished', (request) => request.url().includes('waiting-items'));
    signedOut.resolve();
    await answered;
    await other.goto(`${at.county.url}/tabs/home/index`);
    await sees(other, '首页');
    const kept = await other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('answer:')));
    expect(kept.filter((key) => key.endsWith('/waiting-items') && key !== 'answer:/waiting-items')).toEqual([]);
    await other.context().close();
  });
});
