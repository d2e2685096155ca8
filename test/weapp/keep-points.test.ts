import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { presses, sees } from '../journeys/browser.ts';
import { startWechatCounty, type WechatCounty } from '../support/wechat-county.ts';
import { Phone, type Wechat } from './host/phone.ts';

const CENTRE = '青石镇便民服务中心';
/** What WeChat's documents ask setData to stay below. */
const SETDATA_ADVICE_BYTES = 256 * 1024;

describe('an officer who keeps the points in WeChat', () => {
  let setting: WechatCounty;
  let phone: Phone;
  let wechat: Wechat;
  let centreId: string;
  let page: Page;

  beforeAll(async () => {
    setting = await startWechatCounty();
    phone = await Phone.switchOn(setting.county.url);
    wechat = await phone.somebody();
    const home = await wechat.open('/tabs/home/index');
    await presses(home, '工作人员登录');
    await home.getByText('秦向阳').click();
    await sees(home, '我的工作');
    await home.close();
    const { items } = (await setting.county.ask('GET', '/public/service-points?limit=500')).body;
    centreId = items.find(({ name }: { name: string }) => name === CENTRE).id;
  }, 120_000);
  afterAll(async () => {
    await phone?.switchOff();
    await setting?.close();
  });

  const isInOrder = async () => {
    const { errors, warnings, setDataBytes } = await wechat.account(page);
    expect([errors, warnings]).toEqual([[], []]);
    expect(Math.max(...setDataBytes)).toBeLessThan(SETDATA_ADVICE_BYTES);
  };
  const kept = async () => {
    const token = await setting.county.signIn('township-officer');
    return (await setting.county.ask('GET', `/service-points/${centreId}`, { token })).body;
  };

  it('goes from the list to a point, writes its hours in one sentence, and is back in the list', async () => {
    page = await wechat.open('/pages/service-map/manage/index');
    await presses(page, CENTRE);
    await page.getByRole('dialog').getByText('修改', { exact: true }).click();
    await presses(page, '用一句话写');
    await page.getByRole('textbox', { name: /^用一句话写/ }).fill('周一至周六 9:00-12:00；节假日休息');
    await presses(page, '照这句话填');
    await presses(page, '保存，马上公开');
    await sees(page, '新增服务点');
    expect((await wechat.account(page)).pages).toEqual(['pages/service-map/manage/index']);
    await isInOrder();
    const { hours } = await kept();
    expect(hours.seasons[0].week[5]).toEqual([{ from: '09:00', to: '12:00' }]);
    await page.close();
  });

  it('sees both codes for the door: the one of WeChat and the one any phone reads', async () => {
    page = await wechat.open(`/pages/service-map/codes/index?id=${centreId}`);
    await sees(page, /扫码看办什么/);
    await sees(page, '微信或浏览器扫一扫');
    await isInOrder();
    await page.close();
  });
});
