import { describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees } from './browser.ts';

describe('a supervision order', () => {
  const at = countyInBrowser();
  const TITLE = '关于核实公开任务进展的督办单';
  const NUMBER = '政督办〔2026〕3号';

  const open = async (page: Page) => {
    await page.goto(`${at.county.url}/pages/supervision-orders/list/index`);
    await presses(page, TITLE);
    await sees(page, '下载 Word');
  };
  const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

  it('is issued by a supervisor from the page of a task', async () => {
    const token = await at.county.signIn('unit-lead');
    const { items } = (await at.county.ask('GET', '/assignments?limit=200', { token })).body;
    const line = items.find(
      ({ status, unitName }: { status: string; unitName: string }) => status === 'in-progress' && unitName === '青石镇',
    );
    const page = await openAs(at, '周正言', DESK);
    await page.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await presses(page, '下达督办单');
    await page.getByLabel('标题').fill(TITLE);
    await page.getByLabel('督办事由').fill('抽查发现填报的内容与现场不符。');
    await page.getByLabel('督办要求').fill('快办');
    await presses(page, '下达');
    await dialog(page).getByRole('button', { name: '下达' }).click();
    await sees(page, /督办要求至少/);
    await page.getByLabel('督办要求').fill('请逐项核实，写明问题和完成日期。');
    await presses(page, '下达');
    await dialog(page).getByRole('button', { name: '下达' }).click();
    await sees(page, NUMBER);
    await sees(page, '待签收');
    await page.context().close();
  });

  it('the township signs for it by opening it, and answers', async () => {
    const page = await openAs(at, '秦向阳', PHONE);
    await open(page);
    await sees(page, '待答复');
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await dialog(page).getByLabel('答复内容').fill('已核');
    await presses(page, '提交答复');
    await sees(page, /答复内容至少/);
    await dialog(page).getByLabel('答复内容').fill('已核实，十二月十日前补齐。');
    await presses(page, '提交答复');
    await sees(page, '待审核');
    await gone(page.getByRole('button', { name: '答复', exact: true }).filter({ visible: true }));
    await page.context().close();
  });

  it('another supervisor sends it back with a new day; the unit answers again', async () => {
    const other = await openAs(at, '苏明远', DESK);
    await open(other);
    await other.getByRole('button', { name: '退回', exact: true }).click();
    await dialog(other).getByLabel('退回理由').fill('没有写明存在的问题。');
    await presses(other, '退回，重新答复');
    await sees(other, '退回重新答复');
    await other.context().close();

    const page = await openAs(at, '段立新', PHONE);
    await open(page);
    await sees(page, '没有写明存在的问题。');
    await presses(page, '重新答复');
    await dialog(page).getByLabel('答复内容').fill('问题是台账缺两个月，已在补，十二月十日前完成。');
    await presses(page, '提交答复');
    await sees(page, '待审核');
    await page.context().close();
  });

  it('is accepted; both answers and the return stay in sight', async () => {
    const page = await openAs(at, '周正言', DESK);
    await open(page);
    await page.getByRole('button', { name: '审核通过', exact: true }).click();
    await dialog(page).getByLabel('审核意见').fill('同意办结。');
    await presses(page, '审核通过，办结');
    await sees(page, '已办结');
    for (const words of ['已核实，十二月十日前补齐。', '没有写明存在的问题。', /^问题是台账缺两个月/, '同意办结。'])
      await sees(page, words);
    await page.context().close();
  });
});
