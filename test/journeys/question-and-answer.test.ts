import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

const ASKED = '我叫李秀兰，村里的便民窗口中午开不开门？';
const WORDING = '村里的便民窗口中午开不开门？';
const ANSWER = '中午有人值班，十二点到两点也能办事。';

describe('a resident’s question', () => {
  const at = countyInBrowser();

  const list = () => `${at.county.url}/pages/task-questions/list/index`;
  let taskPage: string;
  let resident: Page;

  it('is asked on a phone without signing in, after a word about the number written into it', async () => {
    const { items } = (await at.county.ask('GET', '/public/tasks?limit=200')).body;
    const task = items.find(({ number }: { number: number }) => number === 12);
    taskPage = `${at.county.url}/pages/task-questions/task/index?id=${task.id}`;
    resident = await openAs(at, null, PHONE);
    await resident.goto(taskPage);
    await sees(resident, '还没有公开的提问');
    await presses(resident, '我要提问');
    await resident.getByLabel('您的问题').fill(`${ASKED}手机 138 1234 5678`);
    await sees(resident, '问题里像是有手机号“138 1234 5678”');
    await resident.getByLabel('您的问题').fill(ASKED);
    await resident.getByLabel('电话').fill('137 1111 2222');
    await presses(resident, '提交');
    await sees(resident, '已收到，谢谢您');
    await presses(resident, '看我的提问');
    await sees(resident, '等待办理');
  });

  it('is passed on by a supervisor to the unit that can answer', async () => {
    const supervisor = await openAs(at, '周正言', PHONE);
    await supervisor.goto(list());
    await presses(supervisor, ASKED);
    await sees(supervisor, '13711112222');
    await presses(supervisor, '转给其他单位');
    await supervisor.getByLabel('转给的单位').selectOption({ label: '县行政审批局' });
    await supervisor.getByLabel('转办意见').fill('请说明窗口开放时间。');
    await presses(supervisor, '确认转办');
    await sees(supervisor, '已转给县行政审批局');
    await supervisor.context().close();
  });

  it('is answered by the unit’s officer, who may not let the answer out', async () => {
    const officer = await openAs(at, '孟文静', PHONE);
    await presses(officer, '群众提问');
    await presses(officer, ASKED);
    await officer.getByLabel('公开的问题').fill(WORDING);
    await officer.getByLabel('答复', { exact: true }).fill(ANSWER);
    await presses(officer, '提交审查');
    await sees(officer, '由单位负责人或督查员审查公开文字');
    await officer.context().close();
  });

  it('is public once the unit’s lead has approved, to its asker and to everybody, without the name in it', async () => {
    const lead = await openAs(at, '贺敏', PHONE);
    await lead.goto(list());
    await sees(lead, '答复待审查');
    await presses(lead, ASKED);
    await lead.getByLabel('保密审查意见').fill('不涉及秘密');
    await lead.getByLabel('个人信息审查意见').fill('姓名已去掉，不含个人信息');
    await presses(lead, '审查通过，公开');
    await sees(lead, '已公开');

    await resident.reload();
    await sees(resident, `县行政审批局答复：${ANSWER}`);
    await presses(resident, '删除我留的电话');
    await presses(resident, '删除');
    await sees(resident, '电话已删除');

    const neighbour = await openAs(at, null, PHONE);
    await neighbour.goto(taskPage);
    await sees(neighbour, `问：${WORDING}`);
    await sees(neighbour, `答：${ANSWER}`);
    expect(await neighbour.getByText('李秀兰').count()).toBe(0);
    for (const page of [lead, resident, neighbour]) await page.context().close();
  });
});
