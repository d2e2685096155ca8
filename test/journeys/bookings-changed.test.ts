import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { gate } from '../support/gate.ts';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const CENTRE = '青石镇便民服务中心';
const [FROM, TO] = ['2026-11-26', '2026-11-27'];

describe('bookings in days on which the centre is closed', () => {
  const at = countyInBrowser();
  let officer: Page;
  let lead: Page;
  let manages: Page;
  let pointId: string;

  beforeAll(async () => {
    const { items } = (await at.county.ask('GET', '/public/service-points?limit=500')).body;
    pointId = items.find(({ name }: { name: string }) => name === CENTRE).id;
    officer = await openAs(at, '秦向阳', PHONE);
  });
  afterAll(() => Promise.all([officer?.context().close(), lead?.context().close()]));

  const asOfficer = async (path: string) =>
    (await at.county.ask('GET', path, { token: await at.county.signIn('township-officer') })).body;
  const booked = async (day: string): Promise<StaffBookingView[]> =>
    (await asOfficer(`/service-points/${pointId}/bookings?from=${day}&to=${day}&limit=200`)).items;
  const fills = (label: string, words: string) =>
    officer.getByLabel(label).filter({ visible: true }).first().fill(words);
  const button = (name: string | RegExp) => officer.getByRole('button', { name }).filter({ visible: true }).first();

  it('are seen before it is closed, by the ones it breaks', async () => {
    await officer.goto(`${at.county.url}/pages/service-map/closure/index?id=${pointId}`);
    await fills('从哪天起', FROM);
    await fills('到哪天为止', TO);
    await fills('原因', '线路检修');
    await presses(officer, '先看影响');
    await sees(officer, /已有 \d+ 个预约/);
    await presses(officer, '看是哪些人，逐个决定');
    await sees(officer, '石大娘');
    await sees(officer, /139\*{4}0001/);
    await officer.goBack();
    await presses(officer, '确认停办');
    await sees(officer, /要决定的（\d+）/);
  });

  it('are pressed on the unit’s lead, who may have come by no other way, with their number', async () => {
    const count = (await booked(FROM)).length + (await booked(TO)).length;
    lead = await openAs(at, '段立新', PHONE);
    await presses(lead, `${count} 个预约约在不办理的时间，请决定怎么办`);
    await sees(lead, `要决定的（${count}）`);
    // What was written when the days were closed is not asked for again.
    expect(await lead.getByLabel('原因').filter({ visible: true }).inputValue()).toBe('线路检修');
    manages = await lead.context().newPage();
    await manages.goto(`${at.county.url}/pages/appointments/manage/index`);
    await sees(manages, `${count} 个待决定`);
  });

  it('are moved, cancelled and kept, each by a choice; who can only be rung is listed with the number', async () => {
    const before = [...(await booked(FROM)), ...(await booked(TO))];
    const [first, second, third] = before;
    await button(`${first!.name}：取消`).click();
    await button(`${second!.name}：照常办`).click();
    const lookedFor = gate();
    await officer.context().route(/\/bookable-services\/[^/]+\/times/, async (route) => {
      await lookedFor.promise;
      await route.continue();
    });
    await presses(officer, '没选的都改到最近的空位');
    // Decided by hand while times are looked for: that stands.
    await button(`${third!.name}：取消`).click();
    lookedFor.resolve();
    await sees(officer, /^改到 11月30日/);
    await button(`${third!.name}：取消，已选`).waitFor();
    await officer.context().unroute(/\/bookable-services\/[^/]+\/times/);
    await presses(officer, '按这样安排，告诉大家');
    await sees(officer, /照常办 1 个/);
    await presses(officer, '确定，告诉大家');
    await sees(officer, `已安排 ${before.length} 个预约`);
    await sees(officer, '照常办的（1）');
    expect((await booked(FROM)).map(({ id }) => id)).toEqual([second!.id]);
    expect(await booked(TO)).toEqual([]);
    await presses(officer, '看要打电话的名单');
    await sees(officer, /石大娘 13900000001/);
    await sees(officer, /线路检修/);
    await button(`已经告诉${first!.name}`).click();
    await sees(officer, /陈建国/);
    const toRing = async () => (await asOfficer(`/service-points/${pointId}/bookings-to-ring`)).items;
    await soon(async () => expect(await toRing()).toHaveLength(before.length - 1));
  });

  it('press on nobody once all are decided', async () => {
    await lead.goBack();
    await gone(lead.getByText(/约在不办理的时间/));
    await presses(manages, '约在不办理时间的');
    await sees(manages, '没有要决定的预约');
    await manages.goBack();
    await gone(manages.getByText(/个待决定/));
  });
});

describe('a booking that the place itself changes', () => {
  const at = countyInBrowser();
  let officer: Page;
  const times = () => officer.locator('.time-press').filter({ visible: true });

  beforeAll(async () => {
    officer = await openAs(at, '秦向阳', DESK);
    await officer.goto(`${at.county.url}/pages/appointments/manage/index`);
    await presses(officer, '今天的预约和叫号');
  });
  afterAll(() => officer?.context().close());

  it('is moved to a free time with a reason', async () => {
    await officer
      .getByText(/陈建国/)
      .filter({ visible: true })
      .first()
      .click();
    await presses(officer, '选时间');
    await times().last().click();
    await sees(officer, /^改到 11月25日/);
    await officer.getByLabel('改期原因').filter({ visible: true }).fill('本人来电要求');
    await officer.getByRole('button', { name: '改期', exact: true }).filter({ visible: true }).click();
    await sees(officer, /从 11月25日 周三 9:50 改到 11月25日/);
    await sees(officer, '请打电话告诉这位群众');
  });

  it('stands above the places at a full time, with its reason', async () => {
    await officer.goBack();
    await presses(officer, '替人预约');
    await officer.getByRole('dialog').filter({ visible: true }).getByText('参加居民医保').first().click();
    const takes = async (name: string) => {
      await officer.getByLabel('来办的人的姓名').filter({ visible: true }).fill(name);
      await presses(officer, '确定预约');
    };
    await times().last().getByText('剩 1 个').click();
    await takes('李大爷');
    await sees(officer, '约好了，请把下面的写给本人');
    await presses(officer, '返回');
    // The times are fetched anew on the way back; until then the last one shows the places of before.
    await officer.getByText('约满，加号').filter({ visible: true }).first().click();
    await sees(officer, '这个时间约满了，只能加号');
    await takes('赵大爷');
    await sees(officer, /请填写加号原因/);
    await officer.getByLabel('加号原因').filter({ visible: true }).fill('老人行动不便');
    await presses(officer, '确定预约');
    await sees(officer, '约好了，请把下面的写给本人');
  });
});
