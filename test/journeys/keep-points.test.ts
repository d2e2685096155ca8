import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const CENTRE = '青石镇便民服务中心';
/** A public reply may be handed out again for five seconds. */
const PUBLIC_REPLIES_LAST = 6_000;

interface Point {
  id: string;
  name: string;
  phone: string;
  landmark: string;
  position: { longitude: number; latitude: number } | null;
  version: number;
  hours: { exceptions: { from: string; to: string; reason: string }[] };
}

describe('who keeps the points of the map', () => {
  const at = countyInBrowser();
  let before: Point;

  const asKept = async (): Promise<Point> => {
    const token = await at.county.signIn('township-officer');
    return (await at.county.ask('GET', `/service-points/${before.id}`, { token })).body;
  };
  const page = (name: string) => `${at.county.url}/pages/service-map/${name}/index`;
  const ofCentre = (name: string) => `${page(name)}?id=${before.id}`;
  const residentSees = async (...words: (string | RegExp)[]) => {
    const resident = await openAs(at, null, PHONE);
    await resident.waitForTimeout(PUBLIC_REPLIES_LAST);
    await resident.goto(ofCentre('point'));
    for (const one of words) await sees(resident, one);
    await resident.context().close();
  };
  const dialog = (whose: Page) => whose.getByRole('dialog').filter({ visible: true });
  const field = (whose: Page, label: string) => whose.getByLabel(label).filter({ visible: true });
  const holds = (whose: Page, label: string, words: string) =>
    soon(async () => expect(await field(whose, label).inputValue()).toBe(words));

  beforeAll(async () => {
    // A Thursday, ten o'clock.
    at.county.clock.set('2026-11-26T02:00:00.000Z');
    const { items } = (await at.county.ask('GET', '/public/service-points?limit=500')).body;
    before = items.find(({ name }: Point) => name === CENTRE);
    before = await asKept();
  });

  it('changes the hours by a sentence, sees in the history what they were, and takes it back', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(page('manage'));
    await presses(officer, CENTRE);
    await dialog(officer).getByText('修改', { exact: true }).click();
    await presses(officer, '用一句话写');
    const sentence = officer.getByLabel('用一句话写').filter({ visible: true });
    await sentence.fill('周一到周五早上开');
    await presses(officer, '照这句话填');
    await sees(officer, /看不懂/);
    await sentence.fill('周一至周五 9:00-12:00,14:00-17:00；周六 9:00-11:30；节假日休息');
    await presses(officer, '照这句话填');
    await sees(officer, /周六 9:00–11:30/);
    await presses(officer, '保存，马上公开');
    await sees(officer, '已保存，群众马上看到');
    await residentSees('9:00–11:30');

    await officer.goto(ofCentre('history'));
    await sees(officer, '第 2 版，现在公开的');
    await sees(officer, /秦向阳/);
    await sees(officer, /^原来：周一至周五/);
    await sees(officer, /周六 9:00–11:30/);
    await presses(officer, '恢复到这一版');
    await dialog(officer).getByRole('button', { name: '恢复' }).click();
    await sees(officer, '第 3 版，现在公开的');
    expect((await asKept()).hours).toEqual(before.hours);
    await officer.context().close();
  });

  it('throws away what was changed and not sent, after a question', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(ofCentre('edit'));
    await field(officer, '附近标志').fill('写错了地方');
    await sees(officer, /已自动存在本机/);
    await presses(officer, '放弃修改');
    await dialog(officer).getByRole('button', { name: '取消' }).click();
    await holds(officer, '附近标志', '写错了地方');
    await presses(officer, '放弃修改');
    await dialog(officer).getByRole('button', { name: '放弃' }).click();
    await gone(officer.getByText('放弃修改'));
    await holds(officer, '附近标志', before.landmark);
    await officer.reload();
    await holds(officer, '附近标志', before.landmark);
    await officer.context().close();
  });

  it('loses nothing when two change the same point at once: the second hears who changed what, and chooses', async () => {
    const lead = await openAs(at, '段立新', PHONE);
    const officer = await openAs(at, '秦向阳', PHONE);
    for (const one of [lead, officer]) {
      await one.goto(ofCentre('edit'));
      await field(one, '电话').waitFor();
    }
    await field(officer, '电话').fill('0800-5501771');
    await officer.getByLabel('门宽').filter({ visible: true }).fill('95');
    await presses(officer, '保存，马上公开');
    await sees(officer, '已保存，群众马上看到');

    await field(lead, '电话').fill('0800-5501882');
    await field(lead, '附近标志').fill('老粮站对面');
    await presses(lead, '保存，马上公开');
    await sees(lead, /这个服务点在您打开之后被改过：秦向阳（.*）电话、无障碍/);
    await sees(lead, '您写的都还在。');
    await sees(lead, '并入别人改的：无障碍');
    await sees(lead, '两人都改了电话，用哪个？');
    await presses(lead, '对方的：0800-5501771');
    await presses(lead, '合并，再看一遍');
    await holds(lead, '电话', '0800-5501771');
    await presses(lead, '保存，马上公开');
    await sees(lead, '已保存，群众马上看到');
    expect(await asKept()).toMatchObject({
      phone: '0800-5501771',
      landmark: '老粮站对面',
      accessibility: { doorWidthCm: 95 },
      version: 5,
    });
    for (const one of [lead, officer]) await one.context().close();
  });

  it('puts right what a resident reports and answers with a word, which the resident reads at the point', async () => {
    const resident = await openAs(at, null, PHONE);
    await resident.goto(ofCentre('correction'));
    await presses(resident, '电话不对');
    await field(resident, '应该是怎样').fill('打过去是传真，应是 0800-5501299');
    await presses(resident, '提交');
    await sees(resident, '已收到，谢谢您');

    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(page('manage'));
    await presses(officer, '群众纠错 1 条待处理');
    await sees(officer, /打过去是传真/);
    await presses(officer, '说得对，确认');
    await sees(officer, /请填写答复/);
    await presses(officer, '去改服务点');
    await field(officer, '电话').fill('0800-5501299');
    await presses(officer, '保存，马上公开');
    await presses(officer, '已按您说的改好，谢谢。');
    await presses(officer, '说得对，确认');
    await sees(officer, '没有待处理的纠错');
    await officer.context().close();

    await resident.waitForTimeout(PUBLIC_REPLIES_LAST);
    await resident.goto(ofCentre('point'));
    await sees(resident, '单位答复：已按您说的改好，谢谢。');
    await sees(resident, /0800-5501299/);
    await resident.context().close();
  });

  it('closes a point for some days: what that breaks comes first, then residents read 停开 and why', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(ofCentre('closure'));
    await presses(officer, '先看影响');
    await sees(officer, '请选择起始日期');
    await field(officer, '从哪天起').fill('2026-11-26');
    await field(officer, '到哪天为止').fill('2026-11-29');
    await presses(officer, '线路检修');
    await presses(officer, '先看影响');
    await sees(officer, '停办会影响');
    await sees(officer, '要停 2 个工作日');
    await sees(officer, /^群众可以去：.+，离这里 [0-9.]+ 公里/);
    expect((await asKept()).hours.exceptions).toEqual([]);
    await presses(officer, '确认停办');
    // Those who are booked on these days come next.
    await sees(officer, /^已公布停办；还有 \d+ 个预约要逐个决定$/);
    await sees(officer, '停办时的预约');
    await officer.context().close();

    await residentSees('今天不开（线路检修），周一（11月30日）8:30 开门', '临时变动', /11月26日.*线路检修/);
    const neighbour = await openAs(at, null, PHONE);
    await neighbour.goto(`${at.county.url}/tabs/map/index?words=${encodeURIComponent(CENTRE)}`);
    const row = neighbour.locator('.map-list .point-row').filter({ hasText: CENTRE });
    await row.getByText('停开，周一 8:30 开门').waitFor();
    await neighbour.context().close();
  });

  it('takes a table: the bad cell is named, and the good rows go in', async () => {
    const headings = ['单位', '类别', '名称', '地址', '电话', '开放时间'];
    const hours = '周一至周五 8:30-12:00,14:30-17:30；节假日休息';
    const workbook = new ExcelJS.Workbook();
    workbook
      .addWorksheet('服务点')
      .addRows([
        headings,
        ['青石镇', '便民服务站', '青石镇河湾流动服务站', '河湾村口', '0800-5507001', hours],
        ['青石镇', '便民服务站', '青石镇渡口流动服务站', '渡口', '打村长手机', hours],
      ]);
    const buffer = Buffer.from(await workbook.xlsx.writeBuffer());

    const officer = await openAs(at, '秦向阳', DESK);
    await officer.goto(page('sheet'));
    const [chooser] = await Promise.all([
      officer.waitForEvent('filechooser'),
      officer.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles({
      name: '新设的点.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });
    await sees(officer, '有 1 处要改，这些行先不写入');
    await sees(officer, /工作表“服务点” 第 3 行 “电话” （E3）：电话只写数字/);
    await presses(officer, '写入 1 个，马上公开');
    await sees(officer, '已写入：新增 1 个，修改 0 个');
    await sees(officer, /还有 1 行没有写入/);
    await presses(officer, '回到服务点');
    await sees(officer, '青石镇河湾流动服务站');
    expect(await officer.getByText('青石镇渡口流动服务站').count()).toBe(0);
    await officer.context().close();
  });

  it('takes points other tools have written, lets doubles wait, and shows what went in on the map', async () => {
    const point = (name: string, coordinates: number[]) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { 单位: '青石镇', 类别: '便民服务站', 名称: name, 地址: '村口', 电话: '0800-5507002', 开放时间: '' },
    });
    const { longitude, latitude } = (await asKept()).position!;
    const collection = {
      type: 'FeatureCollection',
      features: [
        point('青石镇老粮站代办点', [longitude + 0.004, latitude + 0.004]),
        point(CENTRE, [longitude, latitude]),
      ],
    };
    const officer = await openAs(at, '秦向阳', DESK);
    await officer.goto(page('sheet'));
    const [chooser] = await Promise.all([
      officer.waitForEvent('filechooser'),
      officer.getByRole('button', { name: '选择文件' }).click(),
    ]);
    const buffer = Buffer.from(JSON.stringify(collection));
    await chooser.setFiles({ name: '外单位的点.geojson', mimeType: 'application/geo+json', buffer });
    await sees(officer, '1 行可能和已有的重复，先不写入');
    await sees(officer, new RegExp(`已有“${CENTRE}”，相距|已有同名的“${CENTRE}”`));
    await presses(officer, '写入 1 个，马上公开');
    await sees(officer, '已写入：新增 1 个，修改 0 个');
    await sees(officer, /还有 1 行没有写入/);
    await officer.context().close();

    const resident = await openAs(at, null, PHONE);
    await resident.waitForTimeout(PUBLIC_REPLIES_LAST);
    await resident.goto(`${at.county.url}/tabs/map/index?words=${encodeURIComponent('老粮站代办点')}`);
    await resident.locator('.map-list .point-row').filter({ hasText: '青石镇老粮站代办点' }).waitFor();
    await resident.context().close();
  });
});
