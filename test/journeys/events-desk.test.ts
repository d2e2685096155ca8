import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const TITLE = '走进青石镇便民服务中心';
const OFFICER = '秦向阳';
const LEAD = '段立新';
/** A public reply may be handed out again for five seconds. */
const PUBLIC_REPLIES_LAST = 6_000;

describe('an open day from the first word to the public', () => {
  const at = countyInBrowser();

  const opensKept = async (page: Page, part: string) => {
    await page.goto(`${at.county.url}/pages/public-events/kept/index?part=${part}`);
    await presses(page, TITLE);
    await sees(page, '看公告的样子');
  };
  const idOn = (page: Page) => new URL(page.url()).searchParams.get('id');
  let eventId: string | null = null;

  it('is written by an officer on a phone, whose faults stand beside their fields', async () => {
    const officer = await openAs(at, OFFICER, PHONE);
    await officer.goto(at.county.url);
    await presses(officer, '活动管理');
    await presses(officer, '新办一次活动');
    await presses(officer, '保存并提交审查');
    await sees(officer, /还有 \d+ 处要改/);
    await sees(officer, '请填写主题');
    await writesNotice(officer);
    await sees(officer, /已自动存在这台设备上/);
    await officer.reload();
    await soon(async () =>
      expect(await officer.getByRole('textbox', { name: '主题', exact: true }).inputValue()).toBe(TITLE),
    );
    await presses(officer, '保存并提交审查');
    await sees(officer, '下一步：等另一人审查');
    await sees(officer, '由本单位或上级单位的负责人、督查员审查');
    await sees(officer, '青石镇便民服务中心');
    await officer.context().close();
  });

  it('is let out by the unit’s lead after both checks; a resident finds it and signs up', async () => {
    const lead = await openAs(at, LEAD, DESK);
    await lead.goto(at.county.url);
    await presses(lead, /份待审查的活动通知、纪要/);
    await presses(lead, TITLE);
    await sees(lead, '还没有公开过，请从头看到尾');
    await lead.getByLabel('保密审查意见').fill('不涉及秘密');
    await lead.getByLabel('个人信息审查意见').fill('只有办公电话');
    await presses(lead, '审查通过，公开');
    await sees(lead, /第 1 版/);
    eventId = idOn(lead);
    await lead.context().close();

    const resident = await openAs(at, null, PHONE);
    await resident.goto(`${at.county.url}/pages/public-events/event/index?id=${eventId}`);
    await sees(resident, '正在报名');
    await presses(resident, '我要报名');
    await resident.getByRole('textbox', { name: '姓名', exact: true }).fill('石大娘');
    await resident.getByRole('textbox', { name: '手机号' }).fill('13800000001');
    await resident.getByRole('textbox', { name: '怎么来' }).fill('走路');
    await presses(resident, '提交报名');
    await sees(resident, '到场报这个号签到');
    await resident.context().close();
  });

  it('is changed: the lead sees what changed and whom it concerns, and lets it out', async () => {
    const officer = await openAs(at, OFFICER, PHONE);
    await opensKept(officer, 'coming');
    await presses(officer, '变更活动');
    await presses(officer, '二、什么时候');
    await officer.getByLabel('开始时间').fill('10:00');
    await presses(officer, '保存并提交审查');
    await sees(officer, '下一步：等另一人审查');
    // What nobody has reviewed is on no paper.
    await officer.emulateMedia({ media: 'print' });
    await sees(officer, /9:00–11:00/);
    await gone(officer.getByText(/10:00–11:00/).filter({ visible: true }));
    await officer.context().close();

    const lead = await openAs(at, LEAD, DESK);
    await opensKept(lead, 'to-review');
    await sees(lead, '公开后马上告知已报名的 1 人：时间有变动');
    await sees(lead, '改了 1 处');
    await lead.getByLabel('保密审查意见').fill('不涉及秘密');
    await lead.getByLabel('个人信息审查意见').fill('只有办公电话');
    await presses(lead, '审查通过，公开');
    await sees(lead, '1 份报名要打电话告知');
    await lead.waitForTimeout(PUBLIC_REPLIES_LAST);
    await lead.goto(`${at.county.url}/pages/public-events/event/index?id=${eventId}`);
    await sees(lead, '有变动：时间');
    await lead.context().close();
  });

  it('has more places at once, and it is said beforehand what comes of it', async () => {
    const lead = await openAs(at, LEAD, PHONE);
    await opensKept(lead, 'coming');
    await presses(lead, '改名额');
    const sheet = lead.getByRole('dialog');
    await sheet.getByRole('textbox').fill('0');
    await sees(lead, /人都保留，不赶走任何人/);
    await sheet.getByRole('textbox').fill('26');
    await sees(lead, /没有人候补；改后还空 \d+ 个。/);
    await presses(lead, '改好了，马上生效');
    await sees(lead, /^名额 26 · 报上 \d+/);
    await lead.context().close();
  });

  it('is printed in the official form, with nothing of the page around it', async () => {
    const lead = await openAs(at, LEAD, DESK);
    await opensKept(lead, 'coming');
    await lead.emulateMedia({ media: 'print' });
    await sees(lead, '青石镇关于政务开放日活动的公告');
    await gone(lead.getByText('变更活动').filter({ visible: true }));
    await lead.context().close();
  });

  it('of the year’s plan is begun with what the plan says', async () => {
    const unitId = (await at.county.ask('GET', `/public/events/${eventId}`)).body.unitId as string;
    const token = await at.county.signIn('township-officer');
    const item = { id: newId(), unitId, year: 2027, month: 3, kind: 'meeting', theme: '镇长办公会请您来听' };
    await at.county.ask('POST', '/event-plan-items', { token, body: item });
    const officer = await openAs(at, OFFICER, PHONE);
    await officer.goto(`${at.county.url}/pages/public-events/edit/index`);
    await officer
      .getByLabel('年度计划里的哪一项')
      .selectOption({ label: '2027年3月 镇长办公会请您来听（列席旁听会议）' });
    await soon(async () => {
      expect(await officer.getByRole('textbox', { name: '主题', exact: true }).inputValue()).toBe(item.theme);
      expect(await officer.getByRole('radio', { name: /列席旁听会议/ }).isChecked()).toBe(true);
    });
    await officer.context().close();
  });

  it('is held again every month, as drafts of their own', async () => {
    const officer = await openAs(at, OFFICER, PHONE);
    await opensKept(officer, 'coming');
    await presses(officer, '照样再办');
    await presses(officer, '每月一次');
    await officer.getByLabel('第一次的日期').fill('2027-01-12');
    await sees(officer, /2027年1月12日.*2027年2月12日.*2027年3月12日/);
    await presses(officer, '起草 3 份');
    await officer.waitForURL((url) => url.searchParams.get('part') === 'draft');
    await sees(officer, /2027年2月12日/);
    await officer.context().close();
  });

  it('is cancelled with a reason, which its page says to whoever comes', async () => {
    const lead = await openAs(at, LEAD, DESK);
    await opensKept(lead, 'coming');
    await presses(lead, '取消活动');
    await lead.getByLabel('取消原因').fill('当天有暴雨预警，改期另行公告');
    await presses(lead, '确认取消');
    await sees(lead, '已取消，群众看得到原因');
    await presses(lead, '看要打电话的');
    await sees(lead, '石大娘');
    await opensKept(lead, 'to-ring');
    await lead.waitForTimeout(PUBLIC_REPLIES_LAST);
    await presses(lead, '看群众看到的');
    await sees(lead, '活动已取消，请不要前往');
    await sees(lead, /当天有暴雨预警/);
    await lead.context().close();
  });
});

/** All that a notice needs, part by part; the first part is open. */
async function writesNotice(page: Page): Promise<void> {
  await presses(page, '政务开放日');
  await page.getByRole('textbox', { name: '主题', exact: true }).fill(TITLE);
  await page.getByLabel('领域').selectOption({ label: '政务服务' });
  await page.getByLabel('内容介绍').fill('看窗口怎样收件、怎样办结，镇长当面听意见。');
  await presses(page, '二、什么时候');
  await page.getByLabel('日期').fill('2026-12-16');
  await page.getByLabel('开始时间').fill('09:00');
  await page.getByLabel('结束时间').fill('11:00');
  await presses(page, '三、在哪里');
  await presses(page, '青石镇便民服务中心');
  await presses(page, '四、谁可以来');
  await page.getByRole('textbox', { name: '每场名额' }).fill('20');
  await presses(page, '五、怎么报名');
  await page.getByLabel('报名截止日期').fill('2026-12-14');
  await presses(page, '加一个问题');
  await page.getByLabel('问什么').fill('怎么来');
  await page.getByLabel('用途').fill('安排停车位');
  await presses(page, '六、联系人和注意事项');
  await page.getByLabel('联系人').fill('秦向阳');
  await page.getByLabel('联系电话').fill('0800-5501234');
}
