import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { gate } from '../support/gate.ts';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const SERVICE = '社保待遇资格认证上门';
const field = (whose: Page, label: string) => whose.getByLabel(label).filter({ visible: true }).first();

describe('help at home', () => {
  const at = countyInBrowser();
  const page = (name: string) => `${at.county.url}/pages/appointments/home-visits/${name}/index`;

  it('is asked for by village staff, accepted, planned, and its result told by the township', async () => {
    const villager = await openAs(at, '罗小满', PHONE);
    await villager.goto(page('services'));
    await villager.getByLabel(`申请上门：${SERVICE}`).filter({ visible: true }).first().click();
    await sees(villager, '怎样使用这些信息');
    await presses(villager, '提交申请');
    await sees(villager, '请先看“怎样使用这些信息”，再勾选');
    await villager
      .getByText(/已当面或电话说明/)
      .filter({ visible: true })
      .click();
    await field(villager, '老人（残疾人）姓名').fill('石长庚');
    await field(villager, '怎么找到家').fill('四组，石拱桥边上');
    await presses(villager, '提交申请');
    await sees(villager, /已收到，申请号 [A-Z2-9]{6}/);
    await villager.context().close();

    const officer = await openAs(at, '秦向阳', DESK);
    await officer.goto(page('requests'));
    await officer
      .getByText(/石长庚 · 青石镇石桥村/)
      .filter({ visible: true })
      .click();
    await sees(officer, /村（社区）工作人员代为申请（罗小满）/);
    await sees(officer, '没有电话，请村（社区）转告');
    await officer.getByRole('button', { name: '受理', exact: true }).filter({ visible: true }).click();
    await sees(officer, '安排上门');
    const today = '2026-11-25';
    await field(officer, '哪天去').fill(today);
    await presses(officer, '排进这一天');
    await sees(officer, '看这天的安排');
    await officer.goto(`${page('plan')}?day=${today}`);
    await sees(officer, /1\. 石长庚 · 青石镇石桥村/);
    await officer.getByLabel('填结果：石长庚').filter({ visible: true }).click();
    await presses(officer, '办好了');
    await presses(officer, '提交结果');
    await sees(officer, '办好了');

    const token = await at.county.signIn('village-officer');
    await soon(async () => {
      const { items } = (await at.county.ask('GET', '/home-visit-requests?part=on-behalf', { token })).body;
      expect(items[0]).toMatchObject({ name: '石长庚', state: 'done', askedAs: 'village-staff' });
    });
    await officer.context().close();
  });

  it('hears at the door why a result was not taken, and writes on', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(`${page('plan')}?day=2026-11-25`);
    await officer.getByRole('button', { name: /^排进/ }).filter({ visible: true }).first().click();
    await officer
      .getByRole('button', { name: /^填结果/ })
      .filter({ visible: true })
      .first()
      .click();
    const token = await at.county.signIn('township-officer');
    const { visits } = (await at.county.ask('GET', '/home-visit-plans/2026-11-25', { token })).body;
    const visit = visits.find(({ state }: { state: string }) => state === 'planned');
    // A colleague at the office takes the door off the plan meanwhile.
    const removal = { id: newId(), reason: '家属来电说不在家' };
    await at.county.ask('POST', `/home-visits/${visit.id}/removals`, { token, body: removal });
    await presses(officer, '家里没人');
    await presses(officer, '提交结果');
    await sees(officer, /这一户的安排已经取消；确实去过的，请重新安排再填结果/);
    await gone(officer.getByText('等待发送').filter({ visible: true }));
    await officer.context().close();
  });

  it('hears at the door why setting out was not taken', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(`${page('plan')}?day=2026-11-25`);
    await officer.getByRole('button', { name: /^排进/ }).filter({ visible: true }).first().click();
    const setsOut = officer
      .getByRole('button', { name: /^出发去/ })
      .filter({ visible: true })
      .first();
    await setsOut.waitFor();
    const token = await at.county.signIn('township-officer');
    const { visits } = (await at.county.ask('GET', '/home-visit-plans/2026-11-25', { token })).body;
    const visit = visits.find(({ state }: { state: string }) => state === 'planned');
    const removal = { id: newId(), reason: '家属来电说不在家' };
    await at.county.ask('POST', `/home-visits/${visit.id}/removals`, { token, body: removal });
    await setsOut.click();
    await sees(officer, /^没有记上：/);
    await officer.getByRole('button', { name: '知道了' }).filter({ visible: true }).click();
    await officer.context().close();
  });

  it('shows the day that is looked at, though an answer of another day comes late', async () => {
    const officer = await openAs(at, '秦向阳', DESK);
    await officer.goto(`${page('plan')}?day=2026-12-20`);
    await officer.getByRole('button', { name: /^排进/ }).filter({ visible: true }).first().waitFor();
    const answered = gate();
    await officer.route('**/api/home-visits', async (route) => {
      const response = await route.fetch();
      await answered.promise;
      await route.fulfill({ response });
    });
    const planned = officer.waitForEvent(
      'requestfinished',
      (request) => request.method() === 'POST' && request.url().endsWith('/api/home-visits'),
    );
    await officer.getByRole('button', { name: /^排进/ }).filter({ visible: true }).first().click();
    await presses(officer, '后一天');
    await sees(officer, '这一天还没有安排');
    answered.resolve();
    await planned;
    await sees(officer, '已排进这一天');
    await sees(officer, '这一天还没有安排');
    await presses(officer, '前一天');
    await sees(officer, /^1\. /);
    await officer.context().close();
  });

  it('erases a card by the word of whoever said so, not of whoever once agreed', async () => {
    const token = await at.county.signIn('township-officer');
    const { id } = (await at.county.ask('GET', '/elder-cards', { token })).body.items[0];
    const officer = await openAs(at, '秦向阳', PHONE);
    await officer.goto(`${page('card')}?id=${id}`);
    await presses(officer, '本人撤回同意，删去这张卡');
    const erases = officer.getByRole('button', { name: '撤回同意并删去' }).filter({ visible: true });
    await soon(async () => expect(await erases.isDisabled()).toBe(true));
    for (const word of ['家人', '电话']) await officer.getByRole('dialog').getByText(word, { exact: true }).click();
    const said = officer.waitForRequest(/consent-withdrawals/);
    await erases.click();
    expect((await said).postDataJSON()).toMatchObject({ by: 'family', way: 'telephone' });
    await sees(officer, '已删去');
    expect((await at.county.ask('GET', `/elder-cards/${id}`, { token })).status).toBe(404);
    await officer.context().close();
  });
});
