import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

const MARK = 'whole-guides-mark';

describe('a phone that was once in the county with a signal', () => {
  const at = countyInBrowser();
  let phone: Page;
  let guides: { id: string; plainTitle: string }[];
  let handbook: { id: string; matter: string };

  const opens = (path: string) => phone.goto(`${at.county.url}${path}`);

  it('keeps every guide and handbook quietly, by one file', async () => {
    guides = (await at.county.ask('GET', '/public/service-guides?limit=200')).body.items;
    handbook = (await at.county.ask('GET', '/public/handbooks')).body.items[0];
    phone = await openAs(at, null, PHONE);
    const asked: string[] = [];
    phone.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await opens('/tabs/affairs/index');
    await phone.waitForFunction((mark) => localStorage.getItem(mark) !== null, MARK);
    expect(asked.filter((path) => path === '/api/public/whole-guides')).toHaveLength(1);
    expect(asked.filter((path) => path.startsWith('/api/public/service-guides/'))).toEqual([]);
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  });

  it('asks for it again only by its mark', async () => {
    const again = phone.waitForResponse(/whole-guides/);
    await phone.reload();
    expect((await again).status()).toBe(304);
  });

  it('opens each of them without a signal, though none was ever opened', async () => {
    await phone.context().setOffline(true);
    for (const { id, plainTitle } of [guides[0]!, guides[Math.floor(guides.length / 2)]!, guides.at(-1)!]) {
      await opens(`/pages/service-guides/guide/index?id=${id}`);
      await phone.getByRole('heading', { name: plainTitle }).first().waitFor();
      await sees(phone, /下面的内容更新于 .*\d\d:\d\d/);
      await sees(phone, '收费情况');
    }
    await opens(`/pages/service-guides/handbook/index?id=${handbook.id}`);
    await phone.getByRole('heading', { name: handbook.matter }).first().waitFor();
  });

  it('asks a guide’s questions and makes the list, which is kept', async () => {
    const card = guides.find(({ plainTitle }) => plainTitle === '办社保卡')!;
    await opens(`/pages/service-guides/guide/index?id=${card.id}`);
    await presses(phone, '几个问题，得出我的清单');
    await presses(phone, '卡丢了');
    await presses(phone, '给孩子办');
    await presses(phone, '看我的清单');
    await sees(phone, '还差 3 样，共 3 样');
  });

  it('says above each page what is so there: what is kept, or that what is written goes later', async () => {
    await opens('/tabs/map/index');
    await sees(phone, '没有网络：能看的是这台设备上存下的内容');
    await opens('/pages/complaints/new/index');
    await sees(phone, '没有网络：可以继续填写，恢复后自动发送');
    await phone.context().close();
  });
});

describe('what was sent without a signal', () => {
  const at = countyInBrowser();

  it('says that it has gone once it has, on the page that said it waits', async () => {
    const { items } = (await at.county.ask('GET', '/public/service-points')).body;
    const forms = [
      {
        path: `/pages/service-map/correction/index?id=${items[0].id}`,
        fills: async (page: Page) => {
          await page.getByRole('radio', { name: '电话不对' }).click();
          await page.getByLabel('应该是怎样').fill('应是 0800-5501299');
        },
      },
      {
        path: '/pages/complaints/new/index',
        fills: async (page: Page) => {
          await page.getByRole('textbox').first().fill('村里的公开栏三个月没有换过了');
        },
      },
    ];
    for (const { path, fills } of forms) {
      const page = await openAs(at, null, PHONE);
      await page.goto(`${at.county.url}${path}`);
      await fills(page);
      await page.context().setOffline(true);
      await presses(page, '提交');
      await sees(page, '已存下，有网络时自动发送');
      await page.context().setOffline(false);
      await sees(page, '已送出，谢谢您');
      await page.context().close();
    }
  });

  it('has the number of a home visit there once it has one', async () => {
    const { items } = (await at.county.ask('GET', '/public/home-visit-services')).body;
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/appointments/home-visits/ask/index?serviceId=${items[0].id}`);
    await page.getByRole('checkbox', { name: '我看过了，同意这样使用' }).click();
    await page.getByLabel('老人（残疾人）姓名').fill('石大娘');
    await page.getByLabel('联系电话').fill('13800000021');
    await page.getByLabel('村（社区）').selectOption({ index: 1 });
    await page.getByLabel('怎么找到家').fill('四组，石拱桥边上');
    await page.context().setOffline(true);
    await presses(page, '提交申请');
    await sees(page, '已存下，有网络时自动发送');
    await page.context().setOffline(false);
    await sees(page, /^已收到，申请号 [A-Z2-9]{6}$/);
    await page.context().close();
  });
});
