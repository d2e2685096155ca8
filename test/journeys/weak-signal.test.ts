import { describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { countyInBrowser, gone, openAs, PHONE, presses, sees, signsIn, soon } from './browser.ts';

interface Line {
  id: string;
  status: string;
  dueOn: string;
  unitName: string;
}

describe('a weak signal', () => {
  const at = countyInBrowser();

  const linesOf = async (person: string): Promise<Line[]> => {
    const token = await at.county.signIn(person);
    // Of the plan, whose lines have been reported on; the findings of an inspection begin without a percent.
    const { id } = await at.county.planAtWork();
    return (await at.county.ask('GET', `/assignments?limit=200&breakdownId=${id}`, { token })).body.items;
  };
  const atWork = async (person: string): Promise<Line> =>
    (await linesOf(person)).find(({ status }) => ['acknowledged', 'in-progress'].includes(status))!;
  const reportsOf = async (id: string, person: string): Promise<{ note: string; filedByName: string }[]> =>
    (await at.county.ask('GET', `/assignments/${id}`, { token: await at.county.signIn(person) })).body.reports;
  const writes = async (page: Page, line: Line, words: string) => {
    await page.goto(`${at.county.url}/pages/tasks/report/index?id=${line.id}`);
    await page.getByLabel('做了什么').fill(words);
  };
  const submits = (page: Page) => page.getByRole('button', { name: '提交填报' }).click();
  /** The same device after its app was closed. */
  const reopened = async (context: BrowserContext, path: string): Promise<Page> => {
    for (const page of context.pages()) await page.close();
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    await page.goto(`${at.county.url}${path}`);
    return page;
  };

  it('two officers without a signal: both reports are kept, the later phone is told, either may be taken up again', async () => {
    const line = await atWork('unit-lead');
    const [lead, officer] = [await openAs(at, '段立新', PHONE), await openAs(at, '秦向阳', PHONE)];
    await writes(lead, line, '负责人写的：已开会部署。');
    await writes(officer, line, '经办人写的：材料已备齐。');
    for (const page of [lead, officer]) {
      await page.context().setOffline(true);
      await submits(page);
      await sees(page, /有网络时自动发送/);
    }
    await lead.context().setOffline(false);
    const later = await reopened(lead.context(), '/pages/tasks/outbox/index');
    await sees(later, '已发送');
    await officer.context().setOffline(false);
    const told = await reopened(officer.context(), '/pages/tasks/outbox/index');
    await sees(told, /段立新在.*也填报了一份，两份都保留/);
    const notes = (await reportsOf(line.id, 'unit-lead')).map(({ note, filedByName }) => `${filedByName} ${note}`);
    expect(notes.slice(0, 2)).toEqual(['秦向阳 经办人写的：材料已备齐。', '段立新 负责人写的：已开会部署。']);
    await told.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await told.getByRole('link', { name: '以这份为底稿再填一份' }).nth(1).click();
    await soon(async () => expect(await told.getByLabel('做了什么').inputValue()).toBe('负责人写的：已开会部署。'));
    await lead.context().close();
    await officer.context().close();
  });

  it('a photo that has not arrived is missing on both sides, and then it is there', async () => {
    const line = await atWork('village-officer');
    const page = await openAs(at, '罗小满', PHONE);
    const context = page.context();
    await context.route('**/api/files', (route) => route.abort());
    await writes(page, line, '窗口已挂牌，见照片。');
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#375' } })
      .jpeg()
      .toBuffer();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /照片/ }).first().click(),
    ]);
    await chooser.setFiles({ name: '窗口.jpg', mimeType: 'image/jpeg', buffer: picture });
    await page.getByRole('button', { name: '去掉照片 1' }).first().waitFor();
    await submits(page);
    await sees(page, /还有 1 张照片/);
    const supervisor = await openAs(at, '周正言', PHONE);
    await supervisor.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await sees(supervisor, '缺 1 张照片，等手机送达');
    await page.goto(`${at.county.url}/pages/tasks/outbox/index`);
    await sees(page, '文字已送达');
    await gone(page.getByText('全部已发送').filter({ visible: true }));
    await context.unroute('**/api/files');
    const again = await reopened(context, '/pages/tasks/outbox/index');
    await sees(again, '已发送');
    await supervisor.reload();
    await supervisor
      .getByRole('button', { name: /看大图/ })
      .first()
      .waitFor();
    await supervisor.context().close();
    await context.close();
  });

  it('words that do not get through are told of by the phone, apart from a task nobody has begun', async () => {
    const line = await atWork('village-officer');
    const page = await openAs(at, '罗小满', PHONE);
    const context = page.context();
    await context.route('**/reports', (route) => route.fulfill({ status: 502, body: 'bad gateway' }));
    await writes(page, line, '网关不通时写的。');
    await submits(page);
    await sees(page, /有网络时自动发送/);
    const supervisor = await openAs(at, '周正言', PHONE);
    await supervisor.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await sees(supervisor, '已提交、尚未发出');
    await sees(supervisor, /罗小满.*在手机上提交了一份填报/);
    await context.unroute('**/reports');
    const again = await reopened(context, '/pages/tasks/outbox/index');
    await sees(again, '已发送');
    await supervisor.reload();
    await sees(supervisor, '网关不通时写的。');
    await gone(supervisor.getByText('已提交、尚未发出').filter({ visible: true }));
    await supervisor.context().close();
    await context.close();
  });

  it('an expired sign-in keeps the words, and they go once after signing in again', async () => {
    const line = await atWork('village-officer');
    const page = await openAs(at, '罗小满', PHONE);
    await writes(page, line, '登录过期前写的话。');
    await at.county.database.work((db) => db.query('DELETE FROM `session`'));
    await submits(page);
    await sees(page, '请先登录');
    const context = page.context();
    const again = await reopened(context, '/pages/people/sign-in/index');
    await signsIn(again, '罗小满');
    await again.goto(`${at.county.url}/pages/tasks/outbox/index`);
    await sees(again, '已发送');
    const kept = (await reportsOf(line.id, 'village-officer')).filter(({ note }) => note === '登录过期前写的话。');
    expect(kept).toHaveLength(1);
    await context.close();
  });

  it('a draft 48 hours before the day is called unreported, stays after it, and is no report', async () => {
    const line = await atWork('village-officer');
    const day = (offset: number) =>
      new Date(Date.parse(`${line.dueOn}T02:00:00.000Z`) + offset * 86_400_000).toISOString();
    at.county.clock.set(day(-1));
    const page = await openAs(at, '罗小满', PHONE);
    await writes(page, line, '写了一半');
    await sees(page, /已自动保存 \d\d:\d\d，尚未提交/);
    const context = page.context();
    const before = await reportsOf(line.id, 'village-officer');
    const home = await reopened(context, '/tabs/home/index');
    await sees(home, '有一份草稿还没有上报');
    await sees(home, /时限 .*（还有 1 天）/);
    at.county.clock.set(day(1));
    const mine = await openAs(at, '罗小满', PHONE);
    await mine.context().close();
    const late = await reopened(context, '/pages/people/sign-in/index');
    await signsIn(late, '罗小满');
    await late.goto(`${at.county.url}/pages/tasks/my/index`);
    await sees(late, '只有草稿，还没有上报');
    await late.goto(`${at.county.url}/pages/tasks/outbox/index`);
    await sees(late, '草稿 1 份');
    await presses(late, '继续填写');
    await soon(async () => expect(await late.getByLabel('做了什么').inputValue()).toBe('写了一半'));
    expect(await reportsOf(line.id, 'village-officer')).toHaveLength(before.length);
    await context.close();
  });
});
