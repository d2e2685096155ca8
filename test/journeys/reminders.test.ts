import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TelephoneEntry } from '@county/shared/reminders/reminder';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const TICK_SECRET = 'a-secret-of-the-timer-in-tests';
/** Thirty working days before the last day of 2027, on which the village's line is due. */
const REMINDED_ON = '2027-11-19T09:05:00+08:00';

describe('a reminder', () => {
  const at = countyInBrowser(() => Promise.resolve({ TICK_SECRET }));
  let officer: Page;
  const inbox = () => officer.goto(`${at.county.url}/pages/reminders/inbox/index`);
  const toRing = async (): Promise<TelephoneEntry[]> => {
    const token = await at.county.signIn('supervisor');
    return (await at.county.ask('GET', '/telephone-list?limit=200', { token })).body.items;
  };

  it('waits on the village officer’s home page, and one tap leads to the task', async () => {
    at.county.clock.set(new Date(REMINDED_ON).toISOString());
    const { status } = await at.county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
    expect(status).toBe(201);
    officer = await openAs(at, '罗小满', PHONE);
    await sees(officer, '等您处理');
    await presses(officer, '1 条提醒未读');
    await sees(officer, '未读');
    await officer
      .getByText(/^还有 30 个工作日到期（12月31日 周五）/)
      .filter({ visible: true })
      .click();
    await sees(officer, /编发“政务地图”/);
    await sees(officer, '接下来的提醒');
    await sees(officer, /^再过 20 个工作日（12月17日 周五）将提醒责任单位/);
    await sees(officer, '到期前 30 个工作日，提醒责任单位');
  });

  it('is read, and once the work is done nothing is left to do about it', async () => {
    await presses(officer, '填报进展');
    const more = officer.getByRole('button', { name: '完成百分比加 10' });
    for (let percent = 24; percent < 100; percent += 10) await more.click();
    await officer.getByLabel('做了什么').fill('政务地图已印发到户。');
    await officer.getByRole('button', { name: '提交填报' }).click();
    await sees(officer, '已提交');
    await officer.getByRole('button', { name: '返回任务' }).click();
    await sees(officer, '政务地图已印发到户。');

    const lead = await openAs(at, '段立新', PHONE);
    await lead.goto(officer.url());
    await presses(lead, '确认办结');
    await lead.getByLabel('办结说明').fill('地图已印发');
    await lead.getByLabel('办结依据').fill('发放登记表');
    await lead.getByRole('button', { name: '确认办结' }).filter({ visible: true }).click();
    await sees(lead, '已办结，待销号');
    await lead.context().close();

    await inbox();
    await sees(officer, '已办结，不用再办');
    await gone(officer.getByText('未读', { exact: true }).filter({ visible: true }));
    await presses(officer, '只看未读');
    await sees(officer, '没有未读的提醒');
    await officer.context().close();
  });

  it('reaches nobody by any channel here, so the supervisor rings each person once, about everything, and says so', async () => {
    const before = await toRing();
    const [first] = before;
    const ofFirst = before.filter(({ personId }) => personId === first!.personId);
    const supervisor = await openAs(at, '周正言', DESK);
    await supervisor.goto(`${at.county.url}/pages/reminders/telephone-list/index`);
    await sees(supervisor, [first!.personName, first!.unitName].filter(Boolean).join(' · '));
    await presses(supervisor, '已电话通知');
    await supervisor.getByLabel('通话情况').fill('已告知，下周填报');
    await supervisor.getByRole('button', { name: '登记', exact: true }).click();
    await sees(supervisor, '已登记');
    const after = await toRing();
    expect(after.filter(({ personId }) => personId === first!.personId)).toEqual([]);
    expect(after).toHaveLength(before.length - ofFirst.length);
    await supervisor.context().close();
  });

  it('goes to a colleague as well while its person is away', async () => {
    const away = await openAs(at, '秦向阳', PHONE);
    await away.goto(`${at.county.url}/pages/reminders/stand-ins/index`);
    await presses(away, '我要外出，请同事代收');
    await away.getByLabel('谁代收').selectOption({ label: '段立新（单位负责人）' });
    await presses(away, '确定');
    await sees(away, '请选择到哪天');
    await away.getByLabel('到哪天').fill('2027-11-30');
    await presses(away, '确定');
    await sees(away, '秦向阳的提醒，由段立新代收');
    await sees(away, '正在代收');
    await presses(away, '取消代收');
    await away.getByRole('dialog').getByRole('button', { name: '取消代收' }).click();
    await sees(away, '现在没有人设代收');
    await away.context().close();
  });

  it('comes when the supervisor says, and as usual again by one press', async () => {
    const { id } = await at.county.planAtWork();
    const token = await at.county.signIn('supervisor');
    const settings = async () =>
      (await at.county.ask('GET', `/task-breakdowns/${id}/reminder-settings`, { token })).body;
    const supervisor = await openAs(at, '周正言', DESK);
    await supervisor.goto(`${at.county.url}/pages/tasks/breakdowns/index`);
    await supervisor.getByRole('link', { name: '提醒设置' }).filter({ visible: true }).first().click();
    await supervisor.getByLabel('提前几个工作日').fill('20、五');
    await presses(supervisor, '保存');
    await sees(supervisor, '有几处要改，请看标红的地方');
    await supervisor.getByLabel('提前几个工作日').fill('20，5');
    await presses(supervisor, '保存');
    await sees(supervisor, '已保存，从下一次提醒起生效');
    expect((await settings()).before).toEqual([20, 5]);
    await presses(supervisor, '恢复通常的设置');
    await sees(supervisor, '已经是通常的设置');
    await presses(supervisor, '保存');
    await soon(async () => expect((await settings()).before).toEqual([30, 10, 3]));
    await supervisor.reload();
    await sees(supervisor, '已经是通常的设置');
    await supervisor.context().close();
  });
});
