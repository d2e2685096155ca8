import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startMailStandIn, type MailStandIn } from '../support/mail-stand-in.ts';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

/** The server finds fault with one field, shown in the form or not. */
const refusesOnce = (page: Page, field: string, message: string) =>
  page.route(
    (url) => url.pathname.endsWith('/mail-address/codes'),
    (route) =>
      route.fulfill({
        status: 400,
        json: { code: 'invalid-input', message, issues: [{ path: [field], message }], reference: 'one-fault' },
      }),
    { times: 1 },
  );

describe('an officer’s mail address', () => {
  let mail: MailStandIn;
  const at = countyInBrowser(async () => {
    mail = await startMailStandIn();
    return { SMTP_URL: mail.url, MAIL_FROM: 'noreply@county.example' };
  });
  afterAll(() => mail?.close());
  let officer: Page;

  it('is typed wrong, then right, and a code is mailed to it', async () => {
    officer = await openAs(at, '罗小满', PHONE);
    await officer.goto(`${at.county.url}/tabs/me/index`);
    await presses(officer, '提醒方式');
    await sees(officer, '县里还没有开通微信提醒');
    await officer.getByLabel('邮箱地址').fill('luo.xiaoman');
    await presses(officer, '发送验证码');
    await sees(officer, '邮箱地址不对，应像 name@example.gov.cn');
    await officer.getByLabel('邮箱地址').fill('luo.xiaoman@example.gov.cn');
    await refusesOnce(officer, 'address', '这个邮箱不收');
    await presses(officer, '发送验证码');
    await sees(officer, '这个邮箱不收');
    expect(await officer.getByText('这个邮箱不收').count()).toBe(1);
    await refusesOnce(officer, 'id', '编号不对，请从列表里重新打开');
    await presses(officer, '发送验证码');
    await sees(officer, '编号不对，请从列表里重新打开');
    await presses(officer, '发送验证码');
    await sees(officer, '验证码已发到 l***@example.gov.cn');
  });

  it('is confirmed by the code, after a slip', async () => {
    const code = /验证码：(\d{6})/.exec(mail.mails[0]!.text)![1]!;
    await officer.getByLabel('验证码').fill(code === '000000' ? '000001' : '000000');
    await presses(officer, '确认邮箱');
    await sees(officer, '验证码不对，还可以试 4 次');
    await officer.getByLabel('验证码').fill(code);
    await presses(officer, '确认邮箱');
    await sees(officer, 'l***@example.gov.cn');
    await sees(officer, '更换邮箱');
  });

  it('is deleted when its person wants no more mail', async () => {
    await presses(officer, '删除邮箱');
    await presses(officer, '删除');
    await sees(officer, '登记邮箱后，微信送不到的提醒会发到邮箱');
    const token = await at.county.signIn('village-officer');
    const { body } = await at.county.ask('GET', '/people/me/reminder-ways', { token });
    expect(body.mail.address).toBeNull();
    await officer.context().close();
  });
});
