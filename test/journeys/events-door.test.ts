import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Page } from 'playwright-core';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { DoorEntry, PublicDraw, SignUpView, StaffSignUpView } from '@county/shared/public-events/sign-up';
import { EventCounty, good } from '../support/event-county.ts';
import { gone, openAs, presses, sees, setUpInBrowser, soon } from './browser.ts';

const TABLET = { width: 1024, height: 768 };

const at = setUpInBrowser(EventCounty);

const officer = () => openAs(at, '秦向阳', TABLET);
const opens = (page: Page, name: string, { id }: { id: string }) =>
  page.goto(`${at.county.url}/pages/public-events/${name}/index?id=${id}`);
const fills = (page: Page, label: string, words: string, at = 0) =>
  page.getByRole('textbox', { name: label }).filter({ visible: true }).nth(at).fill(words);
const searches = (page: Page, words: string) =>
  page.getByRole('searchbox', { name: '姓名、手机尾号或报名号' }).filter({ visible: true }).first().fill(words);
const pressesButton = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();

/** What everybody reads is kept for some seconds. */
async function knowsOfDraw({ id }: { id: string }): Promise<void> {
  const isDrawn = async () => good<{ isDrawn: boolean }>(await at.here.ask('GET', `/public/events/${id}`)).isDrawn;
  await soon(async () => expect(await isDrawn()).toBe(true));
}

describe('people whom staff sign up from paper', () => {
  it('come in several at once, are found by a phone’s last digits, move up with the seats, and step back', async () => {
    at.here.map.at('2026-11-26');
    const event = await at.here.event({ groups: [{ key: newId(), name: '居民', who: '', seats: 2 }] });
    await at.here.signedUp(event, { names: ['周长顺'], phone: '13900007777' });
    const page = await officer();
    await opens(page, 'event', event);
    await presses(page, '替人报名');
    await sees(page, '请先念给本人听');
    await presses(page, '报名');
    await sees(page, '请填写姓名');
    await fills(page, '姓名', '石大娘');
    await presses(page, '再加一个人');
    await fills(page, '姓名', '罗大爷', 1);
    await fills(page, '手机号', '13900001234');
    await presses(page, '报名 2 人');
    await sees(page, '报名了，有人要等候补；请把下面的告诉本人');
    await sees(page, '候补第 1 位');

    await opens(page, 'attendees', event);
    await searches(page, '7777');
    await sees(page, '周长顺');
    await gone(page.getByText('罗大爷').filter({ visible: true }));
    await searches(page, '1234');
    await sees(page, /139\*\*\*\*1234/);
    await presses(page, /名额 2 · 报上 2 · 候补 1/);
    await page.getByRole('dialog').getByRole('textbox').fill('1');
    await sees(page, /已报上的 2 人都保留，不赶走任何人/);
    await page.getByRole('dialog').getByRole('textbox').fill('4');
    await sees(page, '候补的前 1 位马上递补，并告诉他们；还空 1 个。');
    await sees(page, '罗大爷（候补第 1 位）');
    await presses(page, '改好了，马上生效');
    await sees(page, /名额 4 · 报上 3 · 还空 1/);

    await presses(page, '石大娘、罗大爷');
    await sees(page, '13900001234');
    await page.getByRole('checkbox', { name: '石大娘' }).click();
    await fills(page, '原因', '本人来电，家里有事');
    await presses(page, '替石大娘退出');
    await page.getByRole('dialog').getByText('退出', { exact: true }).click();
    await sees(page, /退出：本人来电，家里有事（1 人），秦向阳/);
    const { items } = good<{ items: StaffSignUpView[] }>(
      await at.here.as('township-officer', 'GET', `/events/${event.id}/sign-ups`),
    );
    const paper = items.find(({ via }) => via === 'paper')!;
    expect(paper.attendees.map(({ name, state }) => [name, state])).toEqual([
      ['石大娘', 'withdrawn'],
      ['罗大爷', 'confirmed'],
    ]);
    await page.context().close();
  });
});

describe('the door of a hall without a signal', () => {
  let event: PublicEventDraft;
  let page: Page;
  let alone: SignUpView;
  let pair: SignUpView;
  let elsewhere: SignUpView;
  const door = async () =>
    good<{ items: DoorEntry[] }>(await at.here.as('township-officer', 'GET', `/events/${event.id}/door`)).items;
  const cameAt = async () =>
    Object.fromEntries((await door()).map(({ name, arrivedAt }) => [name ?? '', arrivedAt !== null]));

  beforeAll(async () => {
    at.here.map.at('2026-11-26');
    event = await at.here.event();
    alone = await at.here.signedUp(event, { names: ['李秀兰'] });
    pair = await at.here.signedUp(event, { names: ['王德贵', '赵玉梅'] });
    elsewhere = await at.here.signedUp(event, { names: ['陈建国'] });
    at.here.map.at('2026-12-15', '08:50');
    page = await officer();
    // Without a signal the tablet's own clock has to do.
    await page.clock.install({ time: at.county.clock.now() });
    await opens(page, 'door', event);
    await sees(page, '到了 0 人');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await sees(page, '到了 0 人');
  });
  afterAll(() => page?.context().close());

  it('notes who comes by name, by the number of two, and whoever just comes, and says that it is unsent', async () => {
    await page.context().setOffline(true);
    await pressesButton(page, '李秀兰到了');
    await sees(page, '到了 1 人');
    await fills(page, '报名号', pair.code.toLowerCase());
    await pressesButton(page, '签到');
    await sees(page, '这个号报了 2 人');
    await presses(page, '2 位到了');
    await sees(page, '到了 3 人');
    await presses(page, '没报名就来的');
    await presses(page, '登记一位');
    await sees(page, '报上 4 人，另有现场来的 1 人');
    await pressesButton(page, '陈建国到了');
    await sees(page, '5 条签到待发送，存在这台设备上');
    await gone(page.getByText('都已记下').filter({ visible: true }));
    expect(Object.values(await cameAt())).not.toContain(true);
  });

  it('has it still after a restart without a signal, and takes back what was noted by mistake', async () => {
    await page.reload();
    await sees(page, '到了 4 人');
    await pressesButton(page, '撤回王德贵的签到');
    await page.getByRole('dialog').getByText('撤回', { exact: true }).click();
    // The other of the same number stays.
    await sees(page, '4 条签到待发送，存在这台设备上');
    await sees(page, '到了 3 人');
  });

  it('tells it all once the signal is back; whom another door let in earlier came then', async () => {
    const earlier = new Date(Date.parse(at.county.clock.now()) - 60_000).toISOString();
    const [sessionKey, code] = [event.content.sessions[0]!.key, elsewhere.code];
    const body = { id: newId(), sessionKey, code, happenedAt: earlier };
    good(await at.here.as('township-officer', 'POST', `/events/${event.id}/check-ins`, body));
    await fills(page, '报名号', 'ABC234');
    await pressesButton(page, '签到');
    await sees(page, '存下的名单里没有 ABC234');
    await presses(page, '先按这个号记下');
    await sees(page, '5 条签到待发送，存在这台设备上');
    await page.context().setOffline(false);
    // What the server would not take is told, and all is not said to be noted until it was read.
    await sees(page, '签到：报名号 ABC234，没有记上');
    await gone(page.getByText('都已记下').filter({ visible: true }));
    await presses(page, '知道了');
    await sees(page, '这台设备上的签到都已记下');
    const come = await door();
    expect(await cameAt()).toMatchObject({ 李秀兰: true, 陈建国: true, 王德贵: false, 赵玉梅: true });
    expect(come.find(({ name }) => name === '陈建国')!.arrivedAt).toBe(earlier);
    expect(come.filter(({ via, arrivedAt }) => via === 'walk-in' && arrivedAt !== null)).toHaveLength(1);
    await sees(page, '08:49 已记下');
    await fills(page, '报名号', alone.code);
    await pressesButton(page, '签到');
    await sees(page, /李秀兰 08:5\d 已经签到过了/);
  });

  it('takes back what the server has already, with a signal and without; whoever comes after all is noted again', async () => {
    await fills(page, '报名号', '');
    await pressesButton(page, '撤回李秀兰的签到');
    await page.getByRole('dialog').getByText('撤回', { exact: true }).click();
    await sees(page, '李秀兰 的签到撤回了');
    expect((await cameAt())['李秀兰']).toBe(false);
    await page.context().setOffline(true);
    await pressesButton(page, '撤回赵玉梅的签到');
    await page.getByRole('dialog').getByText('撤回', { exact: true }).click();
    await sees(page, '到了 1 人');
    await pressesButton(page, '李秀兰到了');
    await sees(page, '到了 2 人');
    await page.reload();
    await sees(page, '到了 2 人');
    await page.context().setOffline(false);
    await sees(page, '这台设备上的签到都已记下');
    expect(await cameAt()).toMatchObject({ 李秀兰: true, 陈建国: true, 王德贵: false, 赵玉梅: false });
    await page.reload();
    await sees(page, '到了 2 人');
  });
});

describe('a draw for scarce seats', () => {
  it('is made once by the number of the notice, and whoever wants makes it again', async () => {
    at.here.map.at('2026-11-26');
    const event = await at.here.event({
      title: '列席镇长办公会的居民',
      groups: [{ key: newId(), name: '居民', who: '', seats: 2 }],
      signUp: {
        ...at.here.content().signUp!,
        draw: { seedSource: '12月13日公布的公开数字', drawnOn: '2026-12-13' },
      },
    });
    for (let one = 0; one < 5; one += 1) await at.here.signedUp(event);
    at.here.map.at('2026-12-13', '10:00');
    const page = await officer();
    await opens(page, 'draw', event);
    await fills(page, '公开数字', '310245');
    await fills(page, '再输一遍', '310254');
    await pressesButton(page, '抽签');
    await sees(page, '两遍输入的数字不一样，请核对');
    await fills(page, '再输一遍', '310245');
    await pressesButton(page, '抽签');
    await sees(page, '用 310245 抽签？');
    await presses(page, '抽签并公布');
    await sees(page, /2 个名额，2 人有名额，3 人候补/);
    await page.context().close();

    const { pools } = good<PublicDraw>(await at.here.ask('GET', `/public/events/${event.id}/draw`));
    const winner = pools[0]!.lots[0]!.number;
    const resident = await openAs(at, null);
    await knowsOfDraw(event);
    await opens(resident, 'event', event);
    await presses(resident, '看抽签结果');
    await sees(resident, '这台设备重算过了：5 个编号的签和次序都对');
    await fills(resident, '您自己查到的公开数字', '999999');
    await sees(resident, '用 999999 算出来，结果不一样');
    await fills(resident, '您自己查到的公开数字', '310245');
    await sees(resident, '用 310245 算出来，结果一样');
    await fills(resident, '抽签编号', String(winner));
    await sees(resident, `居民 ${winner} 号抽中了`);
    await resident.context().close();
  });
});

describe('a hearing', () => {
  it('has its papers noted in time, and its speakers published in the order that was set', async () => {
    at.here.map.at('2026-11-26');
    const event = await at.here.hearing();
    const agreed = { over: { agreesToNames: true } };
    await at.here.signedUp(event, { names: ['石大娘'], ...agreed });
    await at.here.signedUp(event, { names: ['陈建国'], ...agreed });
    at.here.map.at('2026-12-10');
    const page = await officer();
    await opens(page, 'hearing', event);
    const paper = page.getByRole('link', { name: '材料：水价调整方案' }).filter({ visible: true }).first();
    const file = await fetch(new URL((await paper.getAttribute('href'))!, page.url()));
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await presses(page, '登记材料送达');
    await sees(page, '请选择送达日期');
    await page.getByLabel('送达日期').filter({ visible: true }).first().fill('2026-12-10');
    await presses(page, '登记材料送达');
    await presses(page, '都送到了');
    await sees(page, '已于 2026年12月10日 送达，参加人都已告知');
    await sees(page, '1. 石大娘');
    await pressesButton(page, '陈建国往前');
    await sees(page, '1. 陈建国');
    await presses(page, '公布名单');
    await page.getByRole('dialog').getByText('公布', { exact: true }).click();
    await sees(page, '重新公布名单');
    const { participants, papersSentOn } = await at.here.public(event);
    expect([papersSentOn, participants.map(({ name }) => name)]).toEqual(['2026-12-10', ['陈建国', '石大娘']]);
    await page.context().close();
  });
});
