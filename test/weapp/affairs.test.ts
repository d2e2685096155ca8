import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { presses, sees } from '../journeys/browser.ts';
import { startCounty, type County } from '../support/county.ts';
import { Phone } from './host/phone.ts';

let county: County;
let phone: Phone;
beforeAll(async () => {
  county = await startCounty();
  phone = await Phone.switchOn(county.url);
}, 120_000);
afterAll(async () => {
  await phone?.switchOff();
  await county?.close();
});

it('a resident finds a guide in WeChat, answers its questions and sends the list to the family', async () => {
  const wechat = await phone.somebody();
  const page = await wechat.open('/tabs/affairs/index');
  await presses(page, '办社保卡');
  await sees(page, '社会保障卡申领、补领、换领');
  await sees(page, '别人常办错的');
  await presses(page, '几个问题，得出我的清单');
  await presses(page, '卡丢了');
  await presses(page, '给孩子办');
  await presses(page, '看我的清单');
  await sees(page, '还差 3 样，共 3 样');
  await page.getByText('监护人居民身份证').filter({ visible: true }).first().click();
  await sees(page, '还差 2 样，共 3 样');
  const shared = await page.evaluate(() => {
    const { instances } = (
      window as unknown as {
        __pages__: { instances: { onShareAppMessage(of: object): { title: string; path: string } }[] };
      }
    ).__pages__;
    return instances.at(-1)!.onShareAppMessage({ from: 'button' });
  });
  expect(shared.title).toBe('办社保卡要带的材料');
  // Whoever gets it sees the same papers, none of them ticked, without having answered anything.
  const family = await (await phone.somebody()).open(shared.path);
  await sees(family, '还差 3 样，共 3 样');
  await sees(family, '监护人居民身份证');
  expect((await wechat.account(page)).errors).toEqual([]);
});

it('without a signal every guide and handbook is there, opened before or not, with the time it is from', async () => {
  const { items } = (await county.ask('GET', '/public/service-guides?limit=200')).body;
  const guide = items.find(({ plainTitle }: { plainTitle: string }) => plainTitle === '办居住证');
  const [handbook] = (await county.ask('GET', '/public/handbooks')).body.items;
  const wechat = await phone.somebody();
  const page = await wechat.open('/tabs/affairs/index');
  await sees(page, '办社保卡');
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.includes('whole-guides-mark')));
  await wechat.context.setOffline(true);
  await wechat.launch(page, `/pages/service-guides/guide/index?id=${guide.id}`);
  await sees(page, guide.title);
  await sees(page, '本人近期一寸照片');
  await sees(page, /更新于/);
  await wechat.launch(page, `/pages/service-guides/handbook/index?id=${handbook.id}`);
  await sees(page, '第 1 步');
  await sees(page, /更新于/);
  expect((await wechat.account(page)).errors).toEqual([]);
});
