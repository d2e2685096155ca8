import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startCounty, type County } from '../support/county.ts';
import { Phone } from './host/phone.ts';

interface Shared {
  title: string;
  path: string;
}

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

it.each([
  ['heat-table', '进展一览表'],
  ['ledger', '台账'],
])('%s is passed on in WeChat with the filters it was narrowed to', async (place, title) => {
  const token = await county.signIn('supervisor');
  const { body } = await county.ask('GET', '/task-breakdowns', { token });
  const plan = body.items.find((item: { title: string }) => item.title.startsWith('2026年'));
  const wechat = await phone.somebody();
  const page = await wechat.open('/pages/people/sign-in/index');
  await page.getByText('周正言').click();
  await page.getByText('我的工作').first().waitFor();
  await wechat.launch(page, `/pages/tasks/${place}/index?id=${plan.id}&light=red&period=2026-Q4`);
  await page.getByText('筛选：灯号：已逾期；时段：2026年第四季度').waitFor();
  await page.getByText('转发给同事').waitFor();
  const shared = await page.evaluate(() => {
    const { instances } = (
      window as unknown as { __pages__: { instances: { onShareAppMessage(of: object): Shared }[] } }
    ).__pages__;
    return instances.at(-1)!.onShareAppMessage({ from: 'button' });
  });
  expect(shared).toEqual({
    title: `${plan.title}${title}`,
    path: `/pages/tasks/${place}/index?id=${plan.id}&light=red&period=2026-Q4`,
  });
  // Whoever gets it opens the same.
  await wechat.launch(page, shared.path);
  await page.getByText('筛选：灯号：已逾期；时段：2026年第四季度').waitFor();
  expect((await wechat.account(page)).errors).toEqual([]);
});
