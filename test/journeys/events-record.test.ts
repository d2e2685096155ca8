import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, gone, openAs, presses, sees, soon } from './browser.ts';

const TITLE = '便民服务中心开放日：窗口能办哪些事';
const DECISION = '把镇上能办的事列成单子，放大字印出来发到各村';
const QUESTION = '村里的代办员什么时候在？';
/** What everybody reads is kept for some seconds. */
const PUBLIC_REPLIES_LAST = 6_000;

/** A chessboard of black and white: whatever is covered turns grey. */
const chessboard = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 400;
    const pen = canvas.getContext('2d')!;
    for (let at = 0; at < 1600; at += 1) {
      pen.fillStyle = (Math.floor(at / 40) + at) % 2 ? '#000000' : '#ffffff';
      pen.fillRect((at % 40) * 10, Math.floor(at / 40) * 10, 10, 10);
    }
    return canvas.toDataURL('image/png').split(',')[1]!;
  });

/** The darkest and lightest letters of grey in a part of a picture the page shows. */
const greysOf = (page: Page, label: string, part: { x: number; y: number }): Promise<[number, number]> =>
  page.evaluate(
    async ([name, { x, y }]) => {
      const shown = [...document.querySelectorAll<HTMLImageElement>(`img[alt="${name}"]`)].at(-1)!;
      const picture = new Image();
      picture.src = shown.src;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      const pen = canvas.getContext('2d')!;
      pen.drawImage(picture, 0, 0);
      const { data } = pen.getImageData(canvas.width * x - 15, canvas.height * y - 15, 30, 30);
      const greys = data.filter((_, at) => at % 4 === 0);
      return [Math.min(...greys), Math.max(...greys)] as [number, number];
    },
    [label, part] as const,
  );

describe('after an open day', () => {
  const at = countyInBrowser();
  let id: string;
  const opens = (whose: Page, path: string) => whose.goto(`${at.county.url}${path}`);
  const letsOut = async (page: Page) => {
    await page.getByLabel('保密审查意见').filter({ visible: true }).first().fill('不涉及秘密');
    await page.getByLabel('个人信息审查意见').filter({ visible: true }).first().fill('人脸已遮住，没有个人信息');
    await presses(page, '审查通过，公开');
  };

  beforeAll(async () => {
    const { items } = (await at.county.ask('GET', '/public/events?part=over&limit=100')).body;
    id = items.find(({ title }: { title: string }) => title === TITLE).id;
  });

  it('the officer writes the minutes and covers a face; another lets them out; residents never see the face', async () => {
    const officer = await openAs(at, '秦向阳');
    await opens(officer, `/pages/public-events/event/index?id=${id}`);
    await presses(officer, '看纪要，写新的一版');
    await presses(officer, '修改，写新的一版');
    await officer.getByLabel('到场情况').fill('');
    await presses(officer, '保存纪要');
    await sees(officer, '请填写到场情况');
    await officer.getByLabel('到场情况').fill('31 人，其中村民代表 6 人');
    const [chooser] = await Promise.all([
      officer.waitForEvent('filechooser'),
      officer.getByRole('button', { name: '加照片' }).click(),
    ]);
    const buffer = Buffer.from(await chessboard(officer), 'base64');
    await chooser.setFiles({ name: '现场.png', mimeType: 'image/png', buffer });
    await sees(officer, '没有要遮的');
    const picture = (await officer.locator('.draw-area').boundingBox())!;
    await officer.mouse.move(picture.x + picture.width * 0.2, picture.y + picture.height * 0.2);
    await officer.mouse.down();
    await officer.mouse.move(picture.x + picture.width * 0.45, picture.y + picture.height * 0.45, { steps: 4 });
    await officer.mouse.up();
    await presses(officer, '遮好 1 处');
    await officer.getByRole('img', { name: '照片 1' }).waitFor();
    // Nothing is written behind its back while it is on its way.
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    await officer.route('**/record/changes', async (route) => (await isLetGo, await route.continue()));
    await Promise.all([officer.waitForRequest('**/record/changes'), presses(officer, '保存纪要')]);
    await soon(async () => expect(await officer.getByLabel('到场情况').isDisabled()).toBe(true));
    letGo();
    await presses(officer, '提交审查');
    await sees(officer, '待审查');
    await officer.context().close();

    const lead = await openAs(at, '段立新');
    await opens(lead, `/pages/public-events/record/index?id=${id}`);
    await sees(lead, /逐张看照片/);
    await letsOut(lead);
    await sees(lead, '已公开');
    await lead.context().close();

    const resident = await openAs(at, null);
    await resident.waitForTimeout(PUBLIC_REPLIES_LAST);
    await opens(resident, `/pages/public-events/event/index?id=${id}`);
    await sees(resident, '到场 31 人，其中村民代表 6 人');
    expect(await resident.getByText('主办单位办理').count()).toBe(0);
    const [dark, light] = await greysOf(resident, '活动照片 1', { x: 0.32, y: 0.32 });
    expect(light - dark).toBeLessThan(60);
    const [black, white] = await greysOf(resident, '活动照片 1', { x: 0.8, y: 0.8 });
    expect(white - black).toBeGreaterThan(200);
    await resident.context().close();
  });

  it('a question is noted, answered, let out, and read with its answer', async () => {
    const officer = await openAs(at, '秦向阳');
    await opens(officer, '/pages/public-events/questions/index');
    await officer.getByRole('button', { name: `答复：${QUESTION}` }).click();
    await officer
      .getByRole('dialog')
      .getByLabel('答复')
      .last()
      .fill('每周一、三、五上午在村委会，其他时间打村里的电话。');
    await officer.getByRole('dialog').getByRole('button', { name: '提交审查' }).click();
    await sees(officer, '没有待答复的');
    await opens(officer, `/pages/public-events/record/index?id=${id}`);
    await presses(officer, '记一条');
    await officer.getByRole('textbox', { name: '问题或建议' }).fill('能不能给看不清字的老人备一副老花镜？');
    await officer.getByRole('dialog').getByRole('button', { name: '记下' }).click();
    await sees(officer, '能不能给看不清字的老人备一副老花镜？');
    await officer.context().close();

    const lead = await openAs(at, '段立新');
    await opens(lead, '/pages/public-events/questions/index');
    await presses(lead, '待审查');
    await sees(lead, QUESTION);
    await letsOut(lead);
    await sees(lead, '没有待审查的');
    await lead.context().close();

    const resident = await openAs(at, null);
    await resident.waitForTimeout(PUBLIC_REPLIES_LAST);
    await opens(resident, `/pages/public-events/event/index?id=${id}`);
    await sees(resident, '青石镇答：每周一、三、五上午在村委会，其他时间打村里的电话。');
    await sees(resident, '还有 1 个正在答复');
    await resident.context().close();
  });

  it('the report on the plan’s task has the event in it, behind the words begun before', async () => {
    const officer = await openAs(at, '秦向阳');
    await opens(officer, `/pages/public-events/record/index?id=${id}`);
    await officer
      .getByRole('button', { name: /^带着活动情况填报/ })
      .or(officer.getByRole('link', { name: /^带着活动情况填报/ }))
      .first()
      .click();
    const note = officer.getByLabel('做了什么').filter({ visible: true });
    const holds = (words: RegExp) => soon(async () => expect(await note.inputValue()).toMatch(words));
    await holds(/^\d+年\d+月\d+日举行政务开放日“便民服务中心开放日.*纪要已公开。$/);
    await note.fill('另外在村里贴了海报。');
    await sees(officer, /已自动保存/);
    await officer.reload();
    await holds(/^另外在村里贴了海报。\n\d+年.*纪要已公开。$/);
    await presses(officer, '提交填报');
    await sees(officer, '已提交');
    await officer.context().close();
  });

  it('a decision goes on as a unit’s task', async () => {
    const supervisor = await openAs(at, '周正言', DESK);
    await opens(supervisor, `/pages/public-events/record/index?id=${id}`);
    await sees(supervisor, DECISION);
    await presses(supervisor, '转为任务');
    const sheet = supervisor.getByRole('dialog');
    await sheet.getByLabel('归到哪项任务').selectOption({ index: 3 });
    await sheet.getByLabel('找单位').fill('河东街道');
    await sheet.getByRole('checkbox', { name: '河东街道', exact: true }).click();
    await sheet.getByRole('button', { name: '转为任务' }).click();
    await presses(supervisor, '已转为河东街道的任务');
    await sees(supervisor, '河东街道');
    await supervisor.context().close();
  });
});

describe('around the year', () => {
  const at = countyInBrowser();

  it('a unit sets its plan, changes it and takes it back; what was held stands as held', async () => {
    const officer = await openAs(at, '秦向阳');
    await officer.goto(`${at.county.url}/pages/public-events/plan/index`);
    await sees(officer, TITLE);
    await sees(officer, '已举行');
    await presses(officer, '加一项计划');
    await presses(officer, '保存');
    await sees(officer, '请填写月份');
    await officer.getByLabel('月份').selectOption('12');
    await officer.getByLabel('主题').fill('年底医保缴费开放日');
    await presses(officer, '保存');
    await presses(officer, '年底医保缴费开放日');
    await officer.getByLabel('主题').fill('年底医保缴费讲解日');
    await presses(officer, '保存');
    await presses(officer, '年底医保缴费讲解日');
    await presses(officer, '写这次活动的通知');
    await sees(officer, '一、办什么');
    await sees(officer, /年底医保缴费讲解日/);
    // The sheet of the plan is still open beneath.
    await officer.goBack();
    await presses(officer, '去掉');
    await officer.getByRole('dialog').last().getByRole('button', { name: '去掉' }).click();
    await gone(officer.getByText('年底医保缴费讲解日').filter({ visible: true }));
    await officer.context().close();
  });

  it('a resident looks through the month, opens a day, and takes the calendar along', async () => {
    const resident = await openAs(at, null);
    await resident.goto(`${at.county.url}/tabs/events/index`);
    await presses(resident, '月历');
    await presses(resident, '下个月');
    const days = resident.getByRole('button', { name: /场活动$/ });
    await days.first().waitFor();
    const shown = resident.getByRole('heading', { name: /^\d+月\d+日 周.$/ });
    await soon(async () => expect(await shown.count()).toBeGreaterThan(1));
    await days.first().click();
    await soon(async () => expect(await shown.count()).toBe(1));
    await presses(resident, '订阅到日历');
    const address = await resident.locator('.feed-address').innerText();
    expect(new URL(address).origin).toBe(at.county.url);
    const feed = await (await fetch(address)).text();
    expect(feed).toMatch(/^BEGIN:VCALENDAR/);
    expect(feed).toContain('政务开放日：');
    await resident.context().close();
  });
});
