import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

const PLAIN = '办食品小摊点备案';
/** A public reply may be handed out again for five seconds. */
const PUBLIC_REPLIES_LAST = 6_000;
const MISTAKE = '只带了复印件，白跑一趟。';

describe('a guide for a resident', () => {
  const at = countyInBrowser();
  let resident: Page;

  it('is found by a mistyped word, and says first what to bring, where, how long and how much', async () => {
    resident = await openAs(at, null, PHONE);
    await resident.goto(`${at.county.url}/tabs/affairs/index`);
    await resident.getByRole('searchbox').fill('办社宝卡');
    await presses(resident, '办社保卡');
    await sees(resident, '社会保障卡申领、补领、换领');
    for (const words of ['带什么', '去哪办', '多久', '多少钱']) await sees(resident, words);
    await sees(resident, '收费情况');
  });

  it('asks a few questions, one a screen, with the way back, and gives this person’s own list', async () => {
    await presses(resident, '几个问题，得出我的清单');
    await sees(resident, '您要怎么办？');
    await presses(resident, '第一次办');
    await sees(resident, '给谁办？');
    await presses(resident, '退回上一问');
    await presses(resident, '卡丢了');
    await presses(resident, '给孩子办');
    await presses(resident, '看我的清单');
    await sees(resident, '先打12333和银行电话挂失。');
    const papers = resident.getByRole('group', { name: '备好一样，勾一样' }).getByRole('checkbox');
    await papers.first().waitFor();
    expect(await papers.allInnerTexts()).toEqual([
      expect.stringContaining('居民身份证'),
      expect.stringContaining('户口簿'),
      expect.stringContaining('监护人居民身份证'),
    ]);
    await papers.nth(1).click();
    await sees(resident, '还差 2 样，共 3 样');
  });

  it('keeps the list with its ticks when it is opened again without a signal', async () => {
    // The web's shell is fetched by the service worker in the background.
    await resident.evaluate(() => navigator.serviceWorker.ready);
    await resident.reload();
    await sees(resident, '还差 2 样，共 3 样');
    await resident.context().setOffline(true);
    await resident.reload();
    await sees(resident, '还差 2 样，共 3 样');
    await sees(resident, /下面是 .* 存下的清单/);
    const papers = resident.getByRole('group', { name: '备好一样，勾一样' }).getByRole('checkbox');
    await papers.nth(0).click();
    await sees(resident, '还差 1 样，共 3 样');
    await resident.goto(`${at.county.url}/tabs/affairs/index`);
    await sees(resident, '还差 1 样，共 3 样');
    await resident.getByRole('searchbox').fill('社宝卡');
    await sees(resident, '没有连上网络，在存下的指南里查找');
    await sees(resident, '办社保卡');
    await resident.context().close();
  });

  it('is written by an officer, whose faults stand beside their fields, and goes to another person', async () => {
    const officer = await openAs(at, '孟文静', PHONE);
    await officer.goto(`${at.county.url}/pages/service-guides/edit/index`);
    await presses(officer, '保存并提交审查');
    await sees(officer, /还有 \d+ 处要改/);
    await sees(officer, '请填写通俗名称');
    await writesGuide(officer);
    await sees(officer, /已自动存在这台设备上/);
    await presses(officer, '保存并提交审查');
    await sees(officer, '待审查');
    await sees(officer, '由本单位或上级单位的负责人、督查员审查');
    await officer.context().close();
  });

  it('is let out by the unit’s lead after both checks, and then everybody finds it', async () => {
    const lead = await openAs(at, '贺敏', PHONE);
    await lead.goto(`${at.county.url}/pages/service-guides/manage/index?part=to-review`);
    await presses(lead, PLAIN);
    await sees(lead, MISTAKE);
    await lead.getByLabel('保密审查意见').fill('不涉及秘密');
    await lead.getByLabel('个人信息审查意见').fill('只有窗口电话');
    await presses(lead, '审查通过，公开');
    await sees(lead, '第 1 版');
    await lead.context().close();

    const neighbour = await openAs(at, null, PHONE);
    await neighbour.goto(`${at.county.url}/tabs/affairs/index`);
    await neighbour.getByRole('searchbox').fill('摆摊');
    await presses(neighbour, PLAIN);
    await sees(neighbour, MISTAKE);
    await sees(neighbour, '3 个工作日');
    await neighbour.context().close();
  });

  it('is taken back with a reason, and says so to who opens it', async () => {
    const lead = await openAs(at, '贺敏', PHONE);
    await lead.goto(`${at.county.url}/pages/service-guides/manage/index`);
    await presses(lead, PLAIN);
    const shown = lead.getByRole('link', { name: '看群众看到的' });
    const address = await shown.getAttribute('href');
    await presses(lead, '撤下');
    await lead.getByLabel('撤下原因').fill('并入“开小店”一份');
    await presses(lead, '确认撤下');
    await sees(lead, '已撤下，群众看到的是撤下说明');
    await lead.waitForTimeout(PUBLIC_REPLIES_LAST);
    await lead.goto(`${at.county.url}${address}`);
    await sees(lead, '这份指南已撤下，不要照着办');
    await sees(lead, /并入“开小店”一份/);
    await lead.context().close();
  });
});

/** All that a guide needs, part by part; the first part is open. */
async function writesGuide(page: Page): Promise<void> {
  await page.getByLabel('通俗名称').fill(PLAIN);
  await page.getByLabel('事项名称').fill('食品小摊点备案');
  await presses(page, '登记备案');
  await presses(page, '企业');
  await page.getByLabel('大家怎么说').fill('摆摊\n小吃摊');
  await presses(page, '二、依据和机构');
  await page.getByLabel('办理依据').fill('《中华人民共和国食品安全法》第三十六条');
  await presses(page, '三、申请资料');
  await presses(page, '加一样材料');
  await page.getByLabel('材料名称').fill('居民身份证');
  await presses(page, '四、基本流程');
  await page.getByLabel('步骤', { exact: true }).fill('申请');
  await presses(page, '五、时限、收费和网上办理');
  await page.getByRole('textbox', { name: '承诺办理时限' }).fill('3');
  await presses(page, '不收费');
  await presses(page, '六、常见问题、咨询人');
  await page.getByLabel('咨询人').fill('邓小兰');
  await page.getByLabel('咨询电话').fill('0800-5513000');
  await page.getByLabel('常见错误').fill(MISTAKE);
}
