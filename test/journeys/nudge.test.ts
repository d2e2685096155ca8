import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, openAs, PHONE, presses, sees, soon } from './browser.ts';

const TICK_SECRET = 'a-secret-of-the-timer-in-this-journey';
const WORDS = '请今天下班前把月度公开情况报上来，有困难打督查室电话。';

describe('a nudge of late work', () => {
  const at = countyInBrowser(async () => ({ TICK_SECRET }));

  let supervisor: Page;
  let lineId: string;

  it('begins in the ledger: late lines are filtered and ticked, and the sheet says whom it reaches', async () => {
    const { id: planId } = await at.county.planAtWork();
    const token = await at.county.signIn('village-officer');
    const { items } = (await at.county.ask('GET', `/assignments?limit=200&breakdownId=${planId}`, { token })).body;
    const line = items.find(({ status }: { status: string }) => status === 'in-progress' || status === 'acknowledged');
    lineId = line.id;

    supervisor = await openAs(at, '周正言', DESK);
    const ledger = `${at.county.url}/pages/tasks/ledger/index?id=${planId}`;
    await supervisor.goto(`${ledger}&withHandedDown=yes&unitId=${line.unitId}`);
    await presses(supervisor, '催办');
    await sees(supervisor, '已选 0 项');
    await supervisor.getByRole('checkbox', { name: line.task.mainTask.slice(0, 20) }).click();
    await presses(supervisor, '催办选中的 1 项');
    await sees(supervisor, '将催办 1 项任务：1 个单位，通知 1 人');
  });

  it('keeps the words while they are written, and is sent with them', async () => {
    await presses(supervisor, '请抓紧办理，今天下班前填报最新进展。');
    await supervisor.getByLabel('催办的话').fill(WORDS);
    await sees(supervisor, '已自动保存');
    await presses(supervisor, '催办 1 项任务');
    await sees(supervisor, '催办 1 项任务');
    await sees(supervisor, WORDS);
    await sees(supervisor, '未读');
    await at.county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
  });

  it('is in the inbox of the unit’s own people, one tap from the line, whose history has it too', async () => {
    const officer = await openAs(at, '罗小满', PHONE);
    await officer.goto(`${at.county.url}/pages/reminders/inbox/index`);
    const told = officer.getByText(WORDS);
    await soon(async () => expect(await told.count()).toBe(1));
    await told.click();
    await officer.waitForURL((url) => url.pathname === '/pages/tasks/line/index' && url.search.includes(lineId));
    await sees(officer, WORDS);
    await officer.context().close();
  });

  it('shows the sender that it was read, and is refused a second time that day', async () => {
    await supervisor.reload();
    await sees(supervisor, '已读');
    await supervisor.goto(`${at.county.url}/pages/tasks/line/index?id=${lineId}`);
    await sees(supervisor, /今天 \d+:\d+ 周正言已催办过/);
    await supervisor.context().close();
  });
});
