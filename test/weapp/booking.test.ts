import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { presses, sees } from '../journeys/browser.ts';
import { startCounty, type County } from '../support/county.ts';
import { startWechatStandIn, type WechatStandIn } from '../support/wechat-stand-in.ts';
import { Phone, type Wechat } from './host/phone.ts';

const SETDATA_ADVICE_BYTES = 256 * 1024;
const HELP = '社保待遇资格认证上门';

describe('a time of one’s own, in WeChat', () => {
  let county: County;
  let wechatServer: WechatStandIn;
  let phone: Phone;

  beforeAll(async () => {
    wechatServer = await startWechatStandIn();
    county = await startCounty({
      environment: {
        WECHAT_APP_ID: 'wx0',
        WECHAT_APP_SECRET: 'a secret of the test',
        WECHAT_API_BASE: wechatServer.url,
      },
    });
    phone = await Phone.switchOn(county.url);
  }, 120_000);
  afterAll(async () => {
    await phone?.switchOff();
    await county?.close();
    await wechatServer?.close();
  });

  const fills = (page: Page, label: string, words: string) =>
    page
      .getByRole('textbox', { name: new RegExp(`^${label}`) })
      .first()
      .fill(words);
  const noErrors = async (wechat: Wechat, page: Page) => {
    const { errors, warnings, setDataBytes } = await wechat.account(page);
    expect([errors, warnings]).toEqual([[], []]);
    expect(Math.max(...setDataBytes)).toBeLessThan(SETDATA_ADVICE_BYTES);
  };

  it('is chosen from the guide, kept, confirmed, found again among one’s own, and given back', async () => {
    const { items } = (await county.ask('GET', '/public/bookable-services?limit=200')).body;
    const service = (items as PublicBookableService[]).find(({ guideId, firstFree }) => guideId && firstFree)!;
    const wechat = await phone.somebody();
    const page = await wechat.open(`/pages/service-guides/guide/index?id=${service.guideId}`);
    await presses(page, '预约办理');
    await sees(page, '去哪里办');
    await presses(page, service.pointName);
    await page.locator('.time-press').first().click();
    await sees(page, /已为您留到 \d+:\d\d/);
    await fills(page, '您的姓名', '石大娘');
    await fills(page, '手机号', '13800000021');
    await presses(page, '确定预约');
    await sees(page, '到窗口报这个号，或报姓名和手机号');
    const code = (await page.locator('.booking-code-sign').first().innerText()).trim();
    expect(code).toMatch(/^\w{3} \w{3}$/);
    await sees(page, '要带什么');
    await noErrors(wechat, page);
    await page.close();

    const own = await wechat.open('/pages/appointments/mine/index');
    await presses(own, `${service.name} · ${service.pointName}`);
    await sees(own, code);
    await presses(own, '取消预约');
    await own.getByRole('dialog').getByText('取消预约', { exact: true }).click();
    await sees(own, '已取消');
    await noErrors(wechat, own);
    await own.close();
  });

  it('is asked for at the door by village staff, for somebody without a phone', async () => {
    const wechat = await phone.somebody();
    const home = await wechat.open('/tabs/home/index');
    await presses(home, '工作人员登录');
    await home.getByText('罗小满').click();
    await sees(home, '我的工作');
    await home.close();
    const page = await wechat.open('/pages/appointments/home-visits/services/index');
    await page.getByLabel(`申请上门：${HELP}`).first().click();
    await sees(page, '怎样使用这些信息');
    await page.getByText(/已当面或电话说明/).click();
    await fills(page, '老人（残疾人）姓名', '石长庚');
    await fills(page, '怎么找到家', '四组，石拱桥边上');
    await presses(page, '提交申请');
    await sees(page, /已收到，申请号 [A-Z2-9]{6}/);
    await noErrors(wechat, page);
    const token = await county.signIn('village-officer');
    const { items } = (await county.ask('GET', '/home-visit-requests?part=on-behalf', { token })).body;
    expect(items[0]).toMatchObject({ name: '石长庚', askedAs: 'village-staff' });
    await page.close();
  });
});
