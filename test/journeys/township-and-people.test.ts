import { describe, expect, it } from '@jest/globals';

import { originalPath } from '@county/seeds/tasks';
import { countyInBrowser, DESK, openAs, PHONE, presses, sees } from './browser.ts';

interface Line {
  id: string;
  status: string;
  dueOn: string | null;
  handDown: object | null;
}

describe('a township, its villages and its people', () => {
  const at = countyInBrowser();

  const linesOf = async (person: string, query = ''): Promise<Line[]> =>
    (await at.county.ask('GET', `/assignments?limit=200${query}`, { token: await at.county.signIn(person) })).body
      .items;

  it('hands a task down to every village on a phone, and sees who has reported', async () => {
    const line = (await linesOf('unit-lead', '&scope=own-unit')).find(
      ({ status, handDown, dueOn }) =>
        handDown === null && dueOn! > '2026-12-01' && ['assigned', 'acknowledged', 'in-progress'].includes(status),
    )!;
    const lead = await openAs(at, '段立新', PHONE);
    await lead.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await presses(lead, '分解到村');
    await sees(lead, '接收单位');
    await presses(lead, '全选');
    await lead.getByLabel('工作要求').fill('本月底前报进展');
    await lead.getByRole('button', { name: /^分解给 \d+ 个单位$/ }).click();
    await sees(lead, /\d+ 个.*：已报 0，未报 \d+/);
    await lead.context().close();

    const officer = await openAs(at, '罗小满', PHONE);
    await officer.goto(`${at.county.url}/pages/tasks/my/index`);
    await officer.getByText('已交办').filter({ visible: true }).first().click();
    await sees(officer, '本月底前报进展');
    await officer.context().close();
  });

  it('asks for a later day on a phone; a supervisor grants it, and the day is the new one', async () => {
    const line = (await linesOf('unit-lead', '&scope=own-unit')).find(
      ({ status, dueOn }) => dueOn! > '2026-12-01' && ['assigned', 'acknowledged', 'in-progress'].includes(status),
    )!;
    const lead = await openAs(at, '段立新', PHONE);
    await lead.goto(`${at.county.url}/pages/tasks/line/index?id=${line.id}`);
    await presses(lead, '申请延期');
    await lead.getByLabel('延期到').fill('2027-12-30');
    await lead.getByLabel('延期理由').fill('汛期道路中断，推迟一个月。');
    await lead.getByRole('button', { name: '提交申请' }).click();
    await sees(lead, '已申请延期到 2027年12月30日 周四，等督查员审批');

    const supervisor = await openAs(at, '周正言', DESK);
    await supervisor.goto(`${at.county.url}/pages/tasks/extensions/index`);
    await supervisor.getByText('青石镇：').filter({ visible: true }).first().click();
    await presses(supervisor, '同意延期');
    await sees(supervisor, '已同意，时限改为 2027-12-30');

    await lead.reload();
    await sees(lead, /12月30日/);
    await sees(lead, '同意延期');
    for (const page of [lead, supervisor]) await page.context().close();
  });

  it('gets a unit that the plan had left unclear', async () => {
    const { body } = await at.county.ask('GET', '/tasks?unsettled=yes&limit=200', {
      token: await at.county.signIn('supervisor'),
    });
    const task = body.items.find(({ unresolvedPhrase }: { unresolvedPhrase: string | null }) => unresolvedPhrase);
    const supervisor = await openAs(at, '周正言', DESK);
    await supervisor.goto(`${at.county.url}/pages/tasks/task/index?id=${task.id}`);
    await presses(supervisor, '添加责任单位');
    await supervisor.getByLabel('找单位').fill('教育');
    await supervisor
      .getByRole('checkbox', { name: /^县教育/ })
      .filter({ visible: true })
      .first()
      .click();
    await supervisor.getByLabel('添加依据').fill('按附件2');
    await presses(supervisor, '添加 1 个单位');
    await sees(supervisor, /县教育/);
    await supervisor.context().close();
  });

  it('keeps a report filed without a signal though the page is closed, and sends it once when there is one', async () => {
    const line = (await linesOf('village-officer')).find(({ status }) => status === 'in-progress')!;
    const reports = async (): Promise<{ note: string }[]> =>
      (await at.county.ask('GET', `/assignments/${line.id}`, { token: await at.county.signIn('village-officer') })).body
        .reports;
    const officer = await openAs(at, '罗小满', PHONE);
    const context = officer.context();
    await officer.goto(`${at.county.url}/pages/tasks/report/index?id=${line.id}`);
    await officer.getByLabel('做了什么').fill('路上没有信号，先存下。');
    await context.setOffline(true);
    await officer.getByRole('button', { name: '提交填报' }).click();
    await sees(officer, /有网络时自动发送/);
    await officer.close();

    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${at.county.url}/pages/tasks/outbox/index`);
    await sees(again, '已发送');
    const sent = (await reports()).filter(({ note }) => note === '路上没有信号，先存下。');
    expect(sent).toHaveLength(1);
    await context.close();
  });

  it('takes a roster in after showing what would become of each row', async () => {
    const administrator = await openAs(at, '韩守成', DESK);
    await administrator.goto(`${at.county.url}/pages/people/roster/index`);
    const [chooser] = await Promise.all([
      administrator.waitForEvent('filechooser'),
      administrator.getByRole('button', { name: '选择名册' }).click(),
    ]);
    await chooser.setFiles(originalPath('roster-example.xlsx'));
    await administrator.getByRole('button', { name: /^写入 [1-9]\d* 人$/ }).click();
    await sees(administrator, /请逐个发邀请/);
    await administrator.context().close();
  });
});
