import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { presses, sees, soon } from '../journeys/browser.ts';
import { startCounty, type County } from '../support/county.ts';
import { startWechatStandIn, type WechatStandIn } from '../support/wechat-stand-in.ts';
import { Phone, type Wechat } from './host/phone.ts';

const SETDATA_ADVICE_BYTES = 256 * 1024;

describe('a village officer with the mini-program', () => {
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

  const signIn = async (wechat: Wechat): Promise<void> => {
    const page = await wechat.open('/tabs/home/index');
    await presses(page, '工作人员登录');
    await page.getByText('罗小满').click();
    await sees(page, '我的工作');
    await page.close();
  };
  const openLine = async (): Promise<string> => {
    const { body } = await county.ask('GET', '/assignments?limit=50', {
      token: await county.signIn('village-officer'),
    });
    return body.items.find(({ status }: { status: string }) => status === 'in-progress').id as string;
  };
  const reportsOf = async (line: string) =>
    (await county.ask('GET', `/assignments/${line}`, { token: await county.signIn('village-officer') })).body.reports;
  const noErrors = async (wechat: Wechat, page: Page) => {
    const { errors, warnings, setDataBytes } = await wechat.account(page);
    expect([errors, warnings]).toEqual([[], []]);
    expect(Math.max(...setDataBytes)).toBeLessThan(SETDATA_ADVICE_BYTES);
  };

  it('taps from the home page to a task, files a report and finds it in the history', async () => {
    const wechat = await phone.somebody();
    await signIn(wechat);
    const page = await wechat.open('/tabs/home/index');
    await presses(page, '我的任务');
    await presses(page, '办理中');
    await presses(page, '填报进展');
    await page.getByRole('button', { name: '完成百分比加 10' }).click();
    await page.getByRole('textbox', { name: '做了什么' }).fill('牌子挂好了，代办员在岗。');
    await presses(page, '提交填报');
    await sees(page, '已提交');
    await presses(page, '返回任务');
    await sees(page, '牌子挂好了，代办员在岗。');
    expect((await wechat.account(page)).pages).toEqual([
      'tabs/home/index',
      'pages/tasks/my/index',
      'pages/tasks/line/index',
    ]);
    await noErrors(wechat, page);
  });

  it('opens a task by its address, as a reminder does, and sends a photo without its place', async () => {
    const wechat = await phone.somebody();
    await signIn(wechat);
    const line = await openLine();
    const shot = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#0b6b5b' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 0/1 0/1' } })
      .jpeg()
      .toBuffer();
    const page = await wechat.open(`/pages/tasks/report/index?id=${line}`, {
      photos: [`data:image/jpeg;base64,${shot.toString('base64')}`],
    });
    await page.getByRole('textbox', { name: '做了什么' }).fill('拍了窗口的照片。');
    await presses(page, '加照片');
    await page.locator('.wx-img').first().waitFor();
    await presses(page, '提交填报');
    await sees(page, '已提交');
    await noErrors(wechat, page);
    const [report] = await reportsOf(line);
    expect([report.note, report.photos.length]).toEqual(['拍了窗口的照片。', 1]);
    const { body } = await county.ask('GET', report.photos[0].url.replace(/^\/api/, ''));
    const meta = await sharp(body as Buffer).metadata();
    expect([meta.width, meta.exif]).toEqual([1600, undefined]);
  });

  it('files without a signal, closes the app, and the report goes when it is opened with a signal again, once', async () => {
    const wechat = await phone.somebody();
    await signIn(wechat);
    const line = await openLine();
    const before = (await reportsOf(line)).length;
    const page = await wechat.open(`/pages/tasks/report/index?id=${line}`);
    await page.getByRole('textbox', { name: '做了什么' }).fill('山里没有信号，先存着。');
    await wechat.context.setOffline(true);
    await presses(page, '提交填报');
    await sees(page, /有网络时自动发送/);
    await page.close();
    await wechat.context.setOffline(false);
    const again = await wechat.open('/tabs/home/index');
    await soon(async () => expect(await reportsOf(line)).toHaveLength(before + 1));
    const [report] = await reportsOf(line);
    expect(report.note).toBe('山里没有信号，先存着。');
    await noErrors(wechat, again);
  });

  it('signs in by WeChat once bound, and is told in words when WeChat refuses the code', async () => {
    const wechat = await phone.somebody();
    const page = await wechat.open('/pages/people/sign-in/index', { code: 'a code nobody gave out' });
    await presses(page, '微信登录');
    await sees(page, /微信登录凭证已失效/);
    expect(wechatServer.asked.at(-1)!.get('js_code')).toBe('a code nobody gave out');
    await noErrors(wechat, page);
  });
});
