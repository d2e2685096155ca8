import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { countyInBrowser, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const NAME = '王春花';

describe('a resident who closes the account', () => {
  const at = countyInBrowser();

  const onTheDevice = (page: Page) =>
    page.evaluate((name) => Object.entries(localStorage).filter(([, kept]) => String(kept).includes(name)), NAME);
  const books = async (page: Page) => {
    const { items } = (await at.county.ask('GET', '/public/bookable-services?limit=200')).body;
    const service = (items as PublicBookableService[]).find(({ firstFree }) => firstFree)!;
    await page.goto(`${at.county.url}/pages/appointments/times/index?service=${service.id}`);
    await page.locator('.time-press').filter({ visible: true }).first().click();
    await page.getByLabel('您的姓名').filter({ visible: true }).first().fill(NAME);
    await page.getByLabel('手机号').filter({ visible: true }).first().fill('13800000061');
    await presses(page, '确定预约');
    await sees(page, '到窗口报这个号，或报姓名和手机号');
    return page.locator('.booking-code-sign').filter({ visible: true }).innerText();
  };
  const signsUp = async (page: Page) => {
    const now = at.county.clock.now();
    const { items } = (await at.county.ask('GET', '/public/events?limit=100')).body;
    for (const one of items) {
      const { content, counts } = (await at.county.ask('GET', `/public/events/${one.id}`)).body;
      const { signUp } = content;
      const isOpen = signUp && signUp.opensAt <= now && now < signUp.closesAt && !one.isCancelled;
      if (!isOpen || signUp.fields.length || counts.length !== 1 || one.kind === 'hearing') continue;
      await page.goto(`${at.county.url}/pages/public-events/sign-up/index?id=${one.id}`);
      await page.getByRole('textbox', { name: '姓名' }).first().fill(NAME);
      await page.getByRole('textbox', { name: '手机号' }).fill('13800000061');
      await page
        .getByRole('button', { name: /^(提交报名|排候补)$/ })
        .filter({ visible: true })
        .click();
      await sees(page, /到场报这个号签到|还没有名额/);
      return;
    }
    throw new Error('there is no event to sign up for');
  };

  it('leaves no name on the device for whoever takes it next, and what was booked stands', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/people/sign-in/index`);
    await page.getByText('王大娘').first().click();
    await page.waitForFunction(() => localStorage.getItem('session') !== null);
    const code = await books(page);
    await signsUp(page);
    await soon(async () => expect((await onTheDevice(page)).length).toBeGreaterThan(1));

    await page.goto(`${at.county.url}/pages/about/own-data/index`);
    await page.getByRole('button', { name: '注销账号' }).filter({ visible: true }).click();
    await sees(page, /这台设备上存的预约和报名也一并删去，请先记下预约号/);
    await page.getByRole('dialog').getByRole('button', { name: '注销', exact: true }).click();
    await soon(async () => expect(await onTheDevice(page)).toEqual([]));

    await page.goto(`${at.county.url}/pages/appointments/mine/index`);
    await sees(page, '没有要去办的预约');
    await gone(page.getByText(code).filter({ visible: true }));
    await page.goto(`${at.county.url}/tabs/events/index`);
    await sees(page, '月历');
    await gone(page.getByText('我报了名的').filter({ visible: true }));

    await page.goto(`${at.county.url}/pages/appointments/mine/index`);
    await page.getByLabel('预约号').filter({ visible: true }).first().fill(code);
    await page.getByLabel('手机号').filter({ visible: true }).first().fill('13800000061');
    await presses(page, '找回');
    await sees(page, code);
    await page.context().close();
  });
});
