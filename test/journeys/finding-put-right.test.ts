import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

/** The page on top comes last in the document; the one beneath may still be seen while it goes. */
const button = (page: Page, name: string) => page.getByRole('button', { name }).filter({ visible: true }).last();

describe('a finding put right, on phones', () => {
  const at = countyInBrowser();
  let address: string;

  beforeAll(async () => {
    const token = await at.county.signIn('department-officer');
    const { body } = await at.county.ask('GET', '/assignments?limit=200', { token });
    const finding = body.items.find(({ breakdownKind }: { breakdownKind: string }) => breakdownKind === 'inspection');
    address = `${at.county.url}/pages/tasks/line/index?id=${finding.id}`;
  });

  const open = async (name: string): Promise<Page> => {
    const page = await openAs(at, name, PHONE);
    await page.goto(address);
    await sees(page, '三项办事指南所列材料与窗口实际要求不一致。');
    return page;
  };
  const complete = async (page: Page, words: string) => {
    await presses(page, '确认办结');
    await page.getByLabel('办结说明').fill(words);
    await page.getByLabel('办结依据').fill('县政府网站办事指南栏目');
    await button(page, '确认办结').click();
    await sees(page, '已办结，待销号');
  };
  const recheck = async (page: Page, outcome: '整改到位' | '未到位', words: string) => {
    await page.goto(address);
    await presses(page, '复查');
    await page.getByRole('radio', { name: outcome }).click();
    await page.getByRole('radio', { name: '现场复查' }).click();
    await page.getByLabel('复查情况').fill(words);
    await button(page, outcome === '整改到位' ? '记录复查' : '记录并退回').click();
  };

  it('the unit states its measure, a supervisor agrees, and only then is it called done', async () => {
    const officer = await open('孟文静');
    await officer.getByLabel('提出整改措施').fill('逐项核对指南，由业务股室签字后重新公布');
    await officer.getByLabel('哪一天前完成').fill('2026-12-10');
    await button(officer, '提交审核').click();
    await sees(officer, '等督查员审核');
    await presses(officer, '填报进展');
    await button(officer, '完成百分比加 10').click();
    await officer.getByLabel('做了什么').fill('三项指南已经改好，正在核对其余。');
    await button(officer, '提交填报').click();
    await sees(officer, '已提交');

    const lead = await open('贺敏');
    await sees(lead, '整改措施还没有审核同意，同意后才能办结');

    const supervisor = await open('周正言');
    await presses(supervisor, '审核整改措施');
    await button(supervisor, '同意').click();
    await sees(supervisor, '已同意');

    await lead.reload();
    await complete(lead, '全部指南已核对并公布');
    for (const page of [officer, lead, supervisor]) await page.context().close();
  });

  it('a recheck finds it undone and sends it back; the next one finds it in order, and it is struck off', async () => {
    const supervisor = await open('周正言');
    await sees(supervisor, '还没有复查，复查整改到位后才能销号');
    await recheck(supervisor, '未到位', '还有一项仍要求复印件');
    await sees(supervisor, '退回待改');

    const lead = await open('贺敏');
    await sees(lead, /还有一项仍要求复印件/);
    await complete(lead, '最后一项也已改正');

    await recheck(supervisor, '整改到位', '逐项对照，全部一致');
    await sees(supervisor, '复查 2 次');
    await presses(supervisor, '核验销号');
    await button(supervisor, '确认销号').click();
    await sees(supervisor, '已销号');
    for (const page of [lead, supervisor]) await page.context().close();
  });

  it('anybody sees the approved wording and that it is struck off, and none of the inside', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/tasks/public/index`);
    await page.getByRole('radio', { name: /督查整改/ }).click();
    const finding = page
      .locator('.card')
      .filter({ hasText: '部分办事指南所列材料与窗口实际要求不一致', visible: true });
    await finding.getByText('已销号').waitFor();
    expect(await page.getByText('还有一项仍要求复印件').count()).toBe(0);
    expect(await page.getByText('查询系统').count()).toBe(0);
    await page.context().close();
  });
});
