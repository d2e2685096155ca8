import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { countyInBrowser, DESK, openAs, PHONE, sees } from './browser.ts';
import { focused, standsOn, tabTo } from './keyboard.ts';

const press = (page: Page, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

describe('by the keyboard alone', () => {
  const at = countyInBrowser();

  it('a resident goes from home to a guide, books a time, corrects the form, and comes back', async () => {
    const { body } = await at.county.ask('GET', '/public/bookable-services?limit=200');
    const service = (body.items as PublicBookableService[]).find(({ guideId, firstFree }) => guideId && firstFree)!;
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/service-guides/guide/index?id=${service.guideId}`);
    await sees(page, '预约办理');
    await tabTo(page, '跳到正文');
    await press(page, 'Enter');
    await tabTo(page, '预约办理');
    await press(page, 'Enter');
    await sees(page, '去哪里办');
    await standsOn(page, /./, 'h1');
    await tabTo(page, service.pointName);
    await press(page, 'Enter');
    await page.locator('.time-press').filter({ visible: true }).first().waitFor();
    await standsOn(page, /./, 'h1');
    await tabTo(page, /^\d+:\d\d/);
    await press(page, 'Space');
    await standsOn(page, '填写预约', 'h1');
    await tabTo(page, '我自己去办');
    await press(page, 'ArrowDown');
    await standsOn(page, '替家人约');
    await press(page, 'ArrowUp');
    await tabTo(page, '确定预约');
    await press(page, 'Enter');
    // What is wrong is where the keyboard stands, and is said with the field.
    await standsOn(page, '您的姓名', 'input');
    await expect(describedAs(page)).resolves.toMatch(/姓名/);
    await page.keyboard.type('石大娘');
    await tabTo(page, '手机号');
    await page.keyboard.type('13800000031');
    await tabTo(page, '确定预约');
    await press(page, 'Enter');
    await sees(page, '到窗口报这个号，或报姓名和手机号');
    await standsOn(page, /./, 'h1');
    await tabTo(page, '取消预约');
    await press(page, 'Enter');
    await standsOn(page, /取消/, '[role=dialog]');
    // The dialog holds the keyboard: all the way round, both ways.
    await tabTo(page, '关闭');
    await press(page, 'Shift+Tab');
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
    await press(page, 'Escape');
    await standsOn(page, '取消预约', 'button');
    await page.context().close();
  });

  it('an officer files a report, and comes back to where it was begun', async () => {
    const page = await openAs(at, '罗小满', PHONE);
    const { id: planId } = await at.county.planAtWork();
    const token = await at.county.signIn('village-officer');
    const { items } = (await at.county.ask('GET', `/assignments?limit=200&breakdownId=${planId}`, { token })).body;
    const line = items.find(({ status }: { status: string }) => ['in-progress', 'acknowledged'].includes(status));
    await page.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await sees(page, '填报进展');
    await tabTo(page, '填报进展');
    await press(page, 'Enter');
    await standsOn(page, '填报进展', 'h1');
    await tabTo(page, /完成百分比加 10/);
    await press(page, 'Space');
    await tabTo(page, '提交填报');
    await press(page, 'Enter');
    await standsOn(page, '做了什么', 'textarea');
    await page.keyboard.type('用键盘填的：公开栏已更新。');
    await tabTo(page, '提交填报');
    await press(page, 'Enter');
    await sees(page, '已提交');
    await standsOn(page, '填报进展', 'h1');
    await tabTo(page, '返回任务');
    await press(page, 'Enter');
    await standsOn(page, '填报进展');
    await sees(page, '用键盘填的：公开栏已更新。');
    await page.context().close();
  });

  it('a supervisor reminds a unit from the task’s page, at a desk', async () => {
    const page = await openAs(at, '周正言', DESK);
    const { id: planId } = await at.county.planAtWork();
    const token = await at.county.signIn('township-officer');
    const { items } = (await at.county.ask('GET', `/assignments?limit=200&breakdownId=${planId}`, { token })).body;
    const line = items.find(({ status }: { status: string }) => ['in-progress', 'acknowledged'].includes(status));
    await page.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await sees(page, /催办/);
    await tabTo(page, /^催办$/);
    const opener = (await focused(page)).name;
    await press(page, 'Enter');
    await standsOn(page, '催办', '[role=dialog]');
    await sees(page, /将催办 1 项任务/);
    await press(page, 'Escape');
    await standsOn(page, opener, 'button');
    await press(page, 'Enter');
    await sees(page, /将催办 1 项任务/);
    await tabTo(page, '催办的话');
    await page.keyboard.type('请周五前报上来。');
    await tabTo(page, /催办 1 项任务/);
    await press(page, 'Enter');
    await page.waitForURL(/nudges\/nudge/);
    await standsOn(page, /./, 'h1');
    await sees(page, '请周五前报上来。');
    await page.context().close();
  });
});

/** What a screen reader adds to the name of the field. */
const describedAs = (page: Page): Promise<string> =>
  page.evaluate(() =>
    (document.activeElement?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText ?? '')
      .join(' '),
  );
