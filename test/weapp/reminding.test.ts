import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { presses, sees, soon } from '../journeys/browser.ts';
import { startWechatCounty, type WechatCounty } from '../support/wechat-county.ts';
import { Phone, type Wechat } from './host/phone.ts';

const TICK_SECRET = 'a-secret-of-the-timer-in-tests';

describe('an officer who wants to be reminded by WeChat', () => {
  let setting: WechatCounty;
  let phone: Phone;
  let wechat: Wechat;
  let page: Page;

  beforeAll(async () => {
    setting = await startWechatCounty();
    await setting.bind('village-officer', 'openid-of-the-officer');
    phone = await Phone.switchOn(setting.county.url);
    wechat = await phone.somebody();
    const home = await wechat.open('/tabs/home/index');
    await presses(home, '工作人员登录');
    await home.getByText('罗小满').click();
    await sees(home, '我的工作');
    await home.close();
    page = await wechat.open('/tabs/me/index');
    await presses(page, '提醒方式');
    await sees(page, '没有可用次数');
  }, 120_000);
  afterAll(async () => {
    await phone?.switchOff();
    await setting?.close();
  });

  const credits = () => setting.creditsOf('village-officer');

  it('taps, agrees, and has one message more each time', async () => {
    await wechat.willAnswer(page, 'accept');
    await presses(page, '开启微信提醒');
    await sees(page, '微信提醒还剩 1 次，点此续订');
    await presses(page, '微信提醒还剩 1 次，点此续订');
    await sees(page, '微信提醒还剩 2 次，点此续订');
    expect(await credits()).toBe(2);
    const { calls } = await wechat.account(page);
    expect(calls.filter((name) => name === 'requestSubscribeMessage')).toHaveLength(2);
  });

  it('refuses: nothing is added, and the page says where to change one’s mind', async () => {
    await wechat.willAnswer(page, 'reject');
    await presses(page, '微信提醒还剩 2 次，点此续订');
    await sees(page, '这次没有同意');
    expect(await credits()).toBe(2);
  });

  it('is led to the settings where all messages are switched off', async () => {
    await wechat.willAnswer(page, 20_004);
    await presses(page, '微信提醒还剩 2 次，点此续订');
    await sees(page, '您在微信里关闭了本小程序的订阅消息');
    await presses(page, '打开设置');
    await soon(async () => expect((await wechat.account(page)).calls).toContain('openSetting'));
  });

  it('is told of a template WeChat does not open, and of a question that did not come up', async () => {
    await wechat.willAnswer(page, 'ban');
    await presses(page, '微信提醒还剩 2 次，点此续订');
    await sees(page, '微信没有开放这个提醒模板');
    await wechat.willAnswer(page, 20_005);
    await presses(page, '微信提醒还剩 2 次，点此续订');
    await sees(page, '微信没有弹出询问');
    expect(await credits()).toBe(2);
  });

  it('agrees without a signal, and it counts once the signal is back', async () => {
    await wechat.willAnswer(page, 'accept');
    await wechat.context.setOffline(true);
    await presses(page, '微信提醒还剩 2 次，点此续订');
    await sees(page, '微信里已回答，点此登记');
    await wechat.context.setOffline(false);
    await presses(page, '微信里已回答，点此登记');
    await sees(page, '微信提醒还剩 3 次，点此续订');
    expect(await credits()).toBe(3);
  });

  it('sees what the other ways are worth, and nothing went wrong meanwhile', async () => {
    await sees(page, '县里还没有开通邮件提醒');
    await sees(page, '县里还没有开通短信提醒');
    const { errors, warnings } = await wechat.account(page);
    expect([errors, warnings]).toEqual([[], []]);
  });
});

describe('a resident who books in WeChat', () => {
  let setting: WechatCounty;
  let phone: Phone;
  beforeAll(async () => {
    setting = await startWechatCounty({ environment: { TICK_SECRET } });
    phone = await Phone.switchOn(setting.county.url);
  }, 120_000);
  afterAll(async () => {
    await phone?.switchOff();
    await setting?.close();
  });

  it('signs in while the time is kept, agrees to a message, and gets it when the place moves the time', async () => {
    const { county, wechat: platform } = setting;
    platform.gives('a code of hers', { openid: 'openid-of-the-resident' });
    const { items } = (await county.ask('GET', '/public/bookable-services?limit=200')).body;
    const service = (items as PublicBookableService[]).find(({ pointName }) => pointName === '青石镇便民服务中心')!;
    const wechat = await phone.somebody();
    const page = await wechat.open(`/pages/appointments/times/index?service=${service.id}`, { code: 'a code of hers' });
    await page.locator('.time-press').first().click();
    await sees(page, /已为您留到 \d+:\d\d/);
    const fills = (label: string, words: string) => page.getByRole('textbox', { name: label }).first().fill(words);
    await fills('您的姓名', '石大娘');
    await fills('手机号', '13800000022');
    // Signing in takes what is written along.
    await presses(page, '微信登录，提醒我');
    await sees(page, '同意一次提醒一次');
    await presses(page, '确定预约');
    await sees(page, '到窗口报这个号，或报姓名和手机号');
    platform.subscriptions.grant('openid-of-the-resident', 'template-of-work');
    await wechat.willAnswer(page, 'accept');
    await presses(page, '开启微信提醒');
    await sees(page, '微信提醒还剩 1 次，点此续订');
    const { errors, warnings } = await wechat.account(page);
    expect([errors, warnings]).toEqual([[], []]);

    const token = await county.signIn('township-officer');
    const [booking] = await county.database.read((db) =>
      db.query<{ id: string }[]>('SELECT `id` FROM `booking` WHERE `personId` IS NOT NULL AND `state` = ?', ['booked']),
    );
    const cancelled = { id: newId(), reason: '系统升级，当天不能办' };
    const path = `/staff-bookings/${booking!.id}/cancellations`;
    expect((await county.ask('POST', path, { token, body: cancelled })).status).toBeLessThan(300);
    const tick = { body: { secret: TICK_SECRET } };
    for (let turn = 0; turn < 3; turn += 1) await county.ask('POST', '/reminder-ticks', tick);
    expect(platform.subscriptions.taken.map(({ openid }) => openid)).toEqual(['openid-of-the-resident']);
  });
});
