import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { countyInBrowser, openAs, presses, sees } from './browser.ts';

/** The narrowest phone still in use. */
const NARROW = { width: 320, height: 640 };

/** How many of its own signs stand beside one another in each value, and how far the page is wider than the screen. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('.fact-value')].filter((one) => one.checkVisibility());
    const signs = shown.map((one) => one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize));
    const rights = [...document.querySelectorAll('.fact, .card, .button')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.getBoundingClientRect().right);
    return { fewest: Math.floor(Math.min(...signs)), beyond: Math.max(0, ...rights) - innerWidth };
  });

describe('the largest letters on the narrowest phone', () => {
  const at = countyInBrowser();
  let page: Page;
  let service: PublicBookableService;

  beforeAll(async () => {
    const { body } = await at.county.ask('GET', '/public/bookable-services?limit=200');
    service = (body.items as PublicBookableService[]).find(({ firstFree }) => firstFree)!;
    page = await openAs(at, null, NARROW);
    await page.goto(`${at.county.url}/tabs/me/index`);
    await page.getByRole('switch', { name: '关怀模式' }).filter({ visible: true }).first().click();
    await presses(page, '特大');
  });
  afterAll(() => page?.context().close());

  const reads = async () => {
    const { fewest, beyond } = await measured(page);
    expect(fewest).toBeGreaterThanOrEqual(5);
    expect(beyond).toBeLessThanOrEqual(0);
  };

  it('leave what is said of home visits to be read in lines, not sign by sign', async () => {
    await page.goto(`${at.county.url}/pages/appointments/home-visits/services/index`);
    await sees(page, '服务哪些村');
    await reads();
  });

  it('leave a booking to be read, from the form to the number', async () => {
    await page.goto(`${at.county.url}/pages/appointments/times/index?service=${service.id}`);
    await page.locator('.time-press').filter({ visible: true }).first().click();
    await sees(page, '大约要');
    await reads();
    await page.getByLabel('您的姓名').filter({ visible: true }).first().fill('石大娘');
    await page.getByLabel('手机号').filter({ visible: true }).first().fill('13800000013');
    await presses(page, '确定预约');
    await sees(page, '到窗口报这个号，或报姓名和手机号');
    await reads();
  });
});
