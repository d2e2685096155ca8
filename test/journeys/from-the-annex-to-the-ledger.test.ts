import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { originalPath } from '@county/seeds/tasks';
import { countyInBrowser, DESK, openAs, PHONE, presses, sees } from './browser.ts';

describe('from the annex to the ledger', () => {
  const at = countyInBrowser();

  const upload = async (page: Page, name: 'annex-1-task-breakdown.docx' | 'annex-1-task-breakdown.xlsx') => {
    await page.goto(`${at.county.url}/pages/tasks/breakdowns/index`);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '上传任务分解表' }).click(),
    ]);
    await chooser.setFiles(originalPath(name));
    await sees(page, '识别结果');
  };

  it('a supervisor uploads the Word file, sees what was understood, and confirms; in Excel again nothing changes', async () => {
    const page = await openAs(at, '周正言', DESK);
    await upload(page, 'annex-1-task-breakdown.docx');
    await sees(page, '24 项任务，5 个类别');
    await sees(page, /待明确：.*附件2/);
    // The archive has the same tasks: whether this is its revision is asked first.
    await presses(page, '是新的计划');
    await page.getByRole('button', { name: '确认交办 24 项任务' }).click();
    await page.getByRole('heading', { name: '台账' }).filter({ visible: true }).waitFor();
    await sees(page, '城关街道');
    await upload(page, 'annex-1-task-breakdown.xlsx');
    await sees(page, '这份表已经导入过');
    await page.context().close();
  });

  it('a village officer files a report on a phone and sees it in the history; the lead completes; the supervisor returns it', async () => {
    const officer = await openAs(at, '罗小满', PHONE);
    await officer.goto(`${at.county.url}/pages/tasks/my/index`);
    await presses(officer, '办理中');
    await presses(officer, '填报进展');
    await officer.getByRole('button', { name: '完成百分比加 10' }).click();
    await officer.getByLabel('做了什么').fill('今天把窗口的牌子挂好了，代办员在岗。');
    await officer.getByRole('button', { name: '提交填报' }).click();
    await sees(officer, '已提交');
    await officer.getByRole('button', { name: '返回任务' }).click();
    await sees(officer, '今天把窗口的牌子挂好了，代办员在岗。');
    const address = officer.url();

    const lead = await openAs(at, '段立新', PHONE);
    await lead.goto(address);
    await presses(lead, '确认办结');
    await lead.getByLabel('办结说明').fill('窗口已运行');
    await lead.getByLabel('办结依据').fill('公开栏照片');
    await lead.getByRole('button', { name: '确认办结' }).filter({ visible: true }).click();
    await sees(lead, '已办结，待销号');

    const supervisor = await openAs(at, '周正言', DESK);
    await supervisor.goto(address);
    await presses(supervisor, '退回');
    await supervisor.getByLabel('退回理由').fill('请补一张窗口照片');
    await supervisor.getByRole('checkbox', { name: '做了什么' }).click();
    await supervisor.getByLabel('对“做了什么”的意见').fill('请写明挂牌日期');
    await supervisor.getByRole('button', { name: '退回' }).filter({ visible: true }).click();
    await sees(supervisor, '退回待改');

    await officer.reload();
    await sees(officer, '请补一张窗口照片');
    await presses(officer, '填报进展');
    await sees(officer, '周正言的意见：请写明挂牌日期');
    for (const page of [officer, lead, supervisor]) await page.context().close();
  });

  it('another unit finds the button greyed, with the reason beside it', async () => {
    const { body } = await at.county.ask('GET', '/assignments?limit=50', {
      token: await at.county.signIn('village-officer'),
    });
    const page = await openAs(at, '田春生', PHONE);
    await page.goto(`${at.county.url}/pages/tasks/line/index?id=${body.items[0].id}`);
    await sees(page, '这是其他单位的任务，只有责任单位可以填报进展');
    await sees(page, '填报内容只对本单位、上级单位和督查员显示');
    await page.context().close();
  });

  it('anybody sees the public plan unsigned, and nothing internal', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/tasks/public/index`);
    await sees(page, '推行重大行政决策预公开');
    expect(await page.getByText('代办员在岗').count()).toBe(0);
    await page.context().close();
  });

  it('the supervisor takes the ledger along as a workbook', async () => {
    const page = await openAs(at, '周正言', DESK);
    await page.goto(`${at.county.url}/pages/tasks/breakdowns/index`);
    await presses(page, '看台账');
    await page.getByRole('heading', { name: '台账' }).filter({ visible: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.context().close();
  });

  it('the supervisor narrows the heat table, takes it along and hands its link on', async () => {
    const page = await openAs(at, '周正言', DESK);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: at.county.url });
    await page.goto(`${at.county.url}/pages/tasks/breakdowns/index`);
    await presses(page, '进展一览表');
    await page.getByLabel('灯号').filter({ visible: true }).selectOption({ label: '已逾期' });
    await sees(page, '筛选：灯号：已逾期');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel' }).filter({ visible: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await presses(page, '复制链接');
    await sees(page, '链接已复制');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(`${at.county.url}/tabs/home/index`);
    await page.goto(link);
    await sees(page, '筛选：灯号：已逾期');
    await page.context().close();
  });
});
