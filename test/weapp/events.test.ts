import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { DoorEntry } from '@county/shared/public-events/sign-up';
import { presses, sees, soon } from '../journeys/browser.ts';
import { EventCounty, good } from '../support/event-county.ts';
import { startWechatStandIn, type WechatStandIn } from '../support/wechat-stand-in.ts';
import { Phone, type Wechat } from './host/phone.ts';

const SETDATA_ADVICE_BYTES = 256 * 1024;
/** What everybody reads is kept for some seconds. */
const PUBLIC_REPLIES_LAST = 6_000;
const pages = (name: string, id: string) => `/pages/public-events/${name}/index?id=${id}`;

describe('an open day in WeChat, from the notice to the answers', () => {
  let here: EventCounty;
  let wechatServer: WechatStandIn;
  let phone: Phone;
  let officer: Wechat;
  let lead: Wechat;
  let resident: Wechat;
  let event: PublicEventDraft;
  let code: string;

  beforeAll(async () => {
    wechatServer = await startWechatStandIn();
    here = await EventCounty.start({
      environment: {
        WECHAT_APP_ID: 'wx0',
        WECHAT_APP_SECRET: 'a secret of the test',
        WECHAT_API_BASE: wechatServer.url,
      },
    });
    here.map.at('2026-11-26');
    phone = await Phone.switchOn(here.county.url);
    resident = await phone.somebody();
    await signInStaff();
    event = await here.draft();
  }, 240_000);
  afterAll(async () => {
    await phone?.switchOff();
    await here?.close();
    await wechatServer?.close();
  });

  async function signInStaff(): Promise<void> {
    [officer, lead] = [await phone.somebody(), await phone.somebody()];
    await signsIn(officer, '秦向阳');
    await signsIn(lead, '段立新');
  }
  async function signsIn(wechat: Wechat, name: string): Promise<void> {
    const home = await wechat.open('/tabs/home/index');
    await presses(home, '工作人员登录');
    await home.getByText(name).first().click();
    await sees(home, '我的工作');
    await home.close();
  }
  const fills = (page: Page, label: string, words: string) =>
    page
      .getByRole('textbox', { name: new RegExp(`^${label}`) })
      .filter({ visible: true })
      .first()
      .fill(words);
  const letsOut = async (page: Page) => {
    await fills(page, '保密审查意见', '不涉及秘密');
    await fills(page, '个人信息审查意见', '没有个人信息');
    await presses(page, '审查通过，公开');
  };
  /** Nothing went wrong on the page, and nothing too large was handed to its view. */
  const closes = async (wechat: Wechat, page: Page) => {
    const { errors, warnings, setDataBytes } = await wechat.account(page);
    expect([errors, warnings]).toEqual([[], []]);
    expect(Math.max(...setDataBytes)).toBeLessThan(SETDATA_ADVICE_BYTES);
    await page.close();
  };

  it('its notice goes to another, who lets it out', async () => {
    const writing = await officer.open(pages('manage', event.id));
    await presses(writing, '提交审查');
    await sees(writing, '下一步：等另一人审查');
    await closes(officer, writing);
    const reviewing = await lead.open(pages('manage', event.id));
    await sees(reviewing, '还没有公开过，请从头看到尾');
    await letsOut(reviewing);
    await sees(reviewing, /第 1 版/);
    await closes(lead, reviewing);
  });

  it('a resident signs up, and is let in at the door by the code on their phone', async () => {
    const page = await resident.open(pages('event', event.id));
    await presses(page, '我要报名');
    await fills(page, '姓名', '石大娘');
    await fills(page, '手机号', '13800000031');
    await presses(page, '提交报名');
    await sees(page, '到场报这个号签到');
    await closes(resident, page);
    const { items } = good<{ items: DoorEntry[] }>(
      await here.as('township-officer', 'GET', `/events/${event.id}/door`),
    );
    code = items[0]!.code;

    // Three weeks later those at work have to sign in again.
    here.map.at('2026-12-15', '08:50');
    await signInStaff();
    const door = await officer.open(pages('door', event.id));
    await sees(door, '到了 0 人');
    await presses(door, '扫码签到');
    // The person turns the camera away, then meets the code.
    await sees(door, '到了 0 人');
    await officer.willScan(door, code);
    await presses(door, '扫码签到');
    await sees(door, '石大娘 到了，已记下');
    await sees(door, '到了 1 人');
    await closes(officer, door);
  });

  it('says how it was; the minutes and an answer are written, let out, and read', async () => {
    here.map.at('2026-12-15', '11:30');
    const mine = await resident.open('/tabs/events/index');
    await presses(mine, event.content.title);
    await sees(mine, '参加以后，您觉得怎么样');
    await presses(mine, '满意');
    await presses(mine, '提交');
    await sees(mine, '您的意见收到了');
    await closes(resident, mine);

    const record = await officer.open(pages('record', event.id));
    await fills(record, '纪要', '看了沉淀池和化验室，厂长当面回答了水价的问题。');
    await presses(record, '保存纪要');
    await presses(record, '提交审查');
    await sees(record, '待审查');
    await presses(record, '记一条');
    await fills(record, '问题或建议', '老小区的水管什么时候换？');
    await presses(record, '记下');
    await sees(record, '老小区的水管什么时候换？');
    await closes(officer, record);

    const answering = await officer.open('/pages/public-events/questions/index');
    await answering.getByLabel('答复：老小区的水管什么时候换？').first().click();
    await fills(answering, '答复', '列入明年一季度的改造计划。');
    await answering.getByRole('dialog').getByText('提交审查', { exact: true }).click();
    await sees(answering, '已提交');
    await closes(officer, answering);

    const reviewing = await lead.open(pages('record', event.id));
    await letsOut(reviewing);
    await sees(reviewing, '已公开');
    await closes(lead, reviewing);
    const questions = await lead.open('/pages/public-events/questions/index');
    await presses(questions, '待审查');
    await sees(questions, '老小区的水管什么时候换？');
    await letsOut(questions);
    await closes(lead, questions);

    const reading = await resident.open(pages('event', event.id));
    await reading.waitForTimeout(PUBLIC_REPLIES_LAST);
    await resident.launch(reading, pages('event', event.id));
    await sees(reading, '看了沉淀池和化验室');
    await sees(reading, '列入明年一季度的改造计划。');
    await closes(resident, reading);
  });

  it('of two sessions weeks apart, each goes into the phone’s calendar as a time of its own', async () => {
    here.map.at('2026-12-16');
    const [first, second] = ['2027-01-12', '2027-01-26'].map((day) => ({
      key: newId(),
      name: '',
      day,
      from: '09:00',
      to: '11:00',
    }));
    const twice = await here.event({
      sessions: [first!, second!],
      signUp: { ...here.content().signUp!, closesAt: '2027-01-08T09:00:00.000Z' },
    });
    const page = await resident.open(pages('event', twice.id));
    await sees(page, /^加入日历：2027年1月12日/);
    await presses(page, /^加入日历：.*1月26日.*$/);
    await soon(async () => expect(await resident.calendar(page)).toHaveLength(1));
    const [entry] = await resident.calendar(page);
    expect([entry!.title, entry!.startTime, Number(entry!.endTime)]).toEqual([
      twice.content.title,
      Date.parse('2027-01-26T09:00:00+08:00') / 1000,
      Date.parse('2027-01-26T11:00:00+08:00') / 1000,
    ]);
    await closes(resident, page);
  });
});
