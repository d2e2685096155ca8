import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

/** Titles of what home has, from above; each with the words of its rows. */
const partsOf = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('.page')].filter((one) => one.getClientRects().length > 0).at(-1)!;
    return [...shown.querySelectorAll('.section')].map((section) => ({
      title: section.querySelector('.section-title')?.textContent ?? '',
      rows: [...section.querySelectorAll('.row-title')].map((row) => row.textContent ?? ''),
    }));
  });

describe('home', () => {
  const at = countyInBrowser();

  it('has for a resident: what they look for, where, when, what is on, and whom to ring or write to', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/tabs/home/index`);
    await page.getByRole('searchbox', { name: '办什么事、去哪里' }).waitFor();
    await sees(page, '近期活动');
    const [ways, events] = await partsOf(page);
    expect(ways).toEqual({
      title: '现在可以',
      rows: ['政务地图', '哪里给我办', '预约办事', '活动', '公开的任务进展', '投诉建议', '拨打 12345 热线'],
    });
    expect(events!.rows.length).toBeGreaterThan(1);
    await presses(page, '预约办事');
    await page.getByRole('heading', { level: 1, name: /预约/ }).filter({ visible: true }).waitFor();
    await page.goBack();
    await page.getByRole('searchbox').filter({ visible: true }).first().fill('社保卡');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tabs\/map.*words=/);
    await page.context().close();
  });

  it.each([
    ['罗小满', '村的经办人'],
    ['秦向阳', '乡镇的经办人'],
    ['孟文静', '部门的经办人'],
    ['段立新', '乡镇负责人'],
    ['贺敏', '部门负责人'],
    ['周正言', '督查员'],
    ['邹克勤', '督查负责人'],
  ])('has first for %s (%s) what the unit owes, with its day, then what waits', async (name) => {
    const page = await openAs(at, name, PHONE);
    await page.goto(`${at.county.url}/tabs/home/index`);
    await sees(page, '看本单位的全部任务');
    await page.waitForFunction(() => !document.querySelector('.skeleton'));
    const [owed, waiting, work] = await partsOf(page);
    expect([owed!.title, waiting!.title, work!.title]).toEqual(['要办的任务', '等您处理', '我的工作']);
    expect(owed!.rows.length).toBeLessThanOrEqual(4);
    const days = page.locator('.section').first().locator('.row-about');
    for (const words of await days.allInnerTexts())
      expect(words).toMatch(/^(\d+年)?\d+月\d+日 周.（(还有 \d+ 天|逾期 \d+ 天|今天到期)）$|^无固定时限/);
    await page.context().close();
  });

  it('has for a village that owes something the task itself, one tap from its report', async () => {
    const page = await openAs(at, '罗小满', PHONE);
    await page.goto(`${at.county.url}/tabs/home/index`);
    await sees(page, '看本单位的全部任务');
    const first = page.locator('.section').first().locator('a[href*="/pages/tasks/line/"]').first();
    await first.click();
    await sees(page, '完成时限');
    await page.context().close();
  });

  it('has for an administrator what waits, and no tasks', async () => {
    const page = await openAs(at, '韩守成', PHONE);
    await page.goto(`${at.county.url}/tabs/home/index`);
    await sees(page, '等您处理');
    const [waiting, work] = await partsOf(page);
    expect([waiting!.title, work!.title]).toEqual(['等您处理', '我的工作']);
    await page.context().close();
  });
});
