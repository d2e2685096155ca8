import { beforeAll, describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, openAs, PHONE, presses, sees } from './browser.ts';

describe('late work is named in a circular', () => {
  const at = countyInBrowser();
  const TITLE = '关于青石镇逾期事项的通报';
  let planId: string;

  beforeAll(async () => {
    ({ id: planId } = await at.county.planAtWork());
    const makeLate =
      "UPDATE `assignment` SET `dueOn` = '2026-09-01' WHERE `breakdownId` = ? AND `status` = 'in-progress'";
    await at.county.database.work((db) => db.query(makeLate, [planId]));
  });

  const open = async (page: Page) => {
    await page.goto(`${at.county.url}/pages/circulars/list/index`);
    await presses(page, TITLE);
    await sees(page, '下载 Word');
  };
  const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

  it('which a supervisor drafts from late lines and submits', async () => {
    const page = await openAs(at, '周正言', DESK);
    await page.goto(`${at.county.url}/pages/circulars/draft/index?breakdownId=${planId}`);
    await page.getByLabel('标题').fill(TITLE);
    await presses(page, '选择逾期任务');
    await dialog(page)
      .getByRole('checkbox', { name: /^青石镇：/ })
      .first()
      .click();
    await presses(page, '列入 1 项');
    await sees(page, /^青石镇：/);
    await presses(page, '保存');
    await sees(page, /^一、青石镇：第.+应于2026年.+完成/);
    await presses(page, '提交批准');
    await sees(page, '待批准');
    await page.context().close();
  });

  it('the head of the office approves it on a phone', async () => {
    const page = await openAs(at, '邹克勤', PHONE);
    await open(page);
    await presses(page, '批准印发');
    await dialog(page).getByLabel('发文字号').fill('青政督〔2026〕3号');
    await dialog(page).getByRole('button', { name: '批准印发' }).click();
    await sees(page, '已印发');
    await page.context().close();
  });

  it('the township receives it by opening it, and objects', async () => {
    const page = await openAs(at, '段立新', PHONE);
    await open(page);
    await sees(page, /2026-11-25 段立新 打开，2026-12-25 当天及以前可以提出异议/);
    await presses(page, '提出异议');
    await dialog(page).getByLabel('异议理由').fill('短');
    await presses(page, '提交异议');
    await sees(page, /异议理由至少 10/);
    await dialog(page).getByLabel('异议理由').fill('本镇已按期办结，因换人没有及时在系统里填报。');
    await presses(page, '提交异议');
    await sees(page, /等待复核，应在 2026-12-25 前作出/);
    await page.context().close();
  });

  it('a supervisor who did not make it reviews the objection; its author keeps out', async () => {
    const author = await openAs(at, '周正言', DESK);
    await open(author);
    await sees(author, /应当回避/);
    await author.context().close();

    const page = await openAs(at, '苏明远', DESK);
    await open(page);
    await page.getByRole('button', { name: '复核', exact: true }).click();
    await dialog(page).getByRole('radio', { name: '撤销该项通报' }).click();
    await dialog(page).getByLabel('复核意见').fill('经核实已按期办结，撤销该项。');
    await presses(page, '作出复核决定');
    await sees(page, /本项经复核已撤销/);
    await page.context().close();
  });
});
