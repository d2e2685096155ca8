import { describe, expect, it } from '@jest/globals';
import { TOTP, URI } from 'otpauth';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { countyInBrowser, openAs, presses, sees } from './browser.ts';

const PHONE_NUMBER = '19800003001';
const PASSWORD = '青石板上慢慢走路十步';

describe('a new administrator on the web', () => {
  const setting = countyInBrowser();
  let page: Page;
  let address: string;
  let code: string;

  const later = (seconds: number) =>
    setting.county.clock.set(new Date(Date.parse(setting.county.clock.now()) + seconds * 1000).toISOString());
  const fill = (label: string, value: string) => page.getByLabel(label).filter({ visible: true }).fill(value);
  /** What the authenticator shows, told the secret by hand. */
  const shown = () => (URI.parse(address) as TOTP).generate({ timestamp: Date.parse(setting.county.clock.now()) });
  const signsInAgain = async () => {
    await page.goto(`${setting.county.url}/pages/people/sign-in/index`);
    await fill('手机号', PHONE_NUMBER);
    await fill('密码', PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };

  it('takes the invitation and sets up the second factor by the key shown', async () => {
    const token = await setting.county.signIn('administrator');
    const { unitId } = (await setting.county.ask('GET', '/sessions/current', { token })).body.actor;
    const body = { id: newId(), name: '管系统的', phone: PHONE_NUMBER, unitId, role: 'administrator' };
    await setting.county.ask('POST', '/people', { token, body });
    const invited = await setting.county.ask('POST', `/people/${body.id}/invitations`, {
      token,
      body: { reset: false },
    });
    code = invited.body.code;
    page = await openAs(setting, null);
    await page.goto(`${setting.county.url}/pages/people/invitation/index?code=${code}`);
    await fill('手机号', PHONE_NUMBER);
    await fill('设置密码', PASSWORD);
    await presses(page, '设置密码并登录');
    await sees(page, '还差一步：设置动态验证码');
    // Off to install an authenticator; the page is thrown away meanwhile.
    await page.reload();
    await sees(page, '手机号和密码已经设好');
    await presses(page, '去登录，接着设置');
    await fill('手机号', PHONE_NUMBER);
    await fill('密码', PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await sees(page, '还差一步：设置动态验证码');
    await presses(page, '显示设置用的二维码');
    await page.getByRole('img', { name: '设置动态验证码的二维码' }).waitFor();
    const secret = (
      await page
        .getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
        .first()
        .innerText()
    ).replace(/ /g, '');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await presses(page, '复制密钥');
    await sees(page, '密钥已复制，请粘贴到验证器里');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    address = `otpauth://totp/x:y?secret=${secret}&issuer=x`;
  });

  it('who takes the code up again elsewhere is told that it is theirs, and where to go on', async () => {
    const other = await openAs(setting, null);
    await other.goto(`${setting.county.url}/pages/people/invitation/index?code=${code}`);
    await other.getByLabel('手机号').fill(PHONE_NUMBER);
    await other.getByLabel('设置密码').fill(PASSWORD);
    await presses(other, '设置密码并登录');
    await sees(other, /这个邀请码您已经用过了/);
    await presses(other, '邀请码用过了？');
    await sees(other, '第一次使用？');
    await other.context().close();
  });

  it('is told beside the field that a code is wrong, and enters with a right one', async () => {
    await fill('动态验证码', '12345');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await sees(page, '动态验证码是 6 位数字');
    await fill('动态验证码', String((Number(shown()) + 1) % 1_000_000).padStart(6, '0'));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await sees(page, /动态验证码不对或已经用过/);
    await fill('动态验证码', shown());
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await sees(page, '管系统的，您好');
  });

  it('is asked for the code at the next sign-in, elsewhere too', async () => {
    const first = page;
    later(60);
    page = await openAs(setting, null);
    await signsInAgain();
    await fill('动态验证码', shown());
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await sees(page, '管系统的，您好');
    await page.goto(`${setting.county.url}/pages/people/sign-in-safety/index`);
    await presses(page, '退出其他地方');
    await presses(page, '都退出');
    await sees(page, '其他地方都已退出');
    await first.goto(`${setting.county.url}/pages/people/sign-in-safety/index`);
    await sees(first, /登录已过期|请先登录/);
  });

  it('changes the password, and goes over to a new telephone', async () => {
    await fill('现在的密码', 'falsch-falsch');
    await fill('新密码', '另一个足够长的新密码');
    await page.getByRole('button', { name: '修改密码' }).click();
    await sees(page, '现在的密码不对，请重新输入；连续错 5 次将锁定 30 分钟');
    await fill('现在的密码', PASSWORD);
    await fill('新密码', '另一个足够长的新密码');
    await page.getByRole('button', { name: '修改密码' }).click();
    await sees(page, '密码已修改，其他地方都已退出');
    later(60);
    await fill('动态验证码', shown());
    await presses(page, '取消旧手机的验证码');
    await sees(page, '已取消，下次登录时重新设置');
    const signedIn = { kind: 'password', phone: PHONE_NUMBER, password: '另一个足够长的新密码' };
    const answer = await setting.county.ask('POST', '/sessions', { body: signedIn });
    expect(answer.body.code).toBe('second-factor-missing');
  });
});
