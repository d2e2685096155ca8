import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkFile } from '../../server/src/audit/audit-file.ts';
import { countyInBrowser, openAs, PHONE, presses, sees } from './browser.ts';

describe('an administrator who looks up who did what', () => {
  const at = countyInBrowser();

  it('finds it by month, kind and name in plain words, and takes the month along', async () => {
    for (const person of ['village-officer', 'unit-lead']) await at.county.signIn(person);
    const lead = await at.county.signIn('unit-lead');
    const { unitId } = (await at.county.ask('GET', '/sessions/current', { token: lead })).body.actor;
    const newcomer = { id: '0199c0de-0000-7000-8000-000000000001', name: '何新来', phone: '19800007002' };
    const { status } = await at.county.ask('POST', '/people', {
      token: lead,
      body: { ...newcomer, unitId, role: 'officer' },
    });
    expect(status).toBe(201);

    const page = await openAs(at, '韩守成', PHONE);
    await presses(page, '操作日志');
    await sees(page, '只能看，谁也不能改；每次查看和下载也记在这里');
    await sees(page, '添加人员：何新来');
    await page.getByRole('combobox', { name: '操作种类' }).selectOption({ label: '登录和账号' });
    await page.getByText('添加人员：何新来').waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: '按姓名找' }).fill('罗小满');
    await page.getByRole('searchbox', { name: '按姓名找' }).press('Enter');
    await page.getByText(/段立新（青石镇）/).waitFor({ state: 'detached' });
    await sees(page, /罗小满（/);
    for (const title of await page.locator('.row-title').allInnerTexts()) expect(title).not.toMatch(/[a-z]/i);

    const [download] = await Promise.all([page.waitForEvent('download'), presses(page, '下载2026年11月全部')]);
    expect(download.suggestedFilename()).toBe('操作日志 2026-11.csv');
    const file = checkFile(readFileSync(await download.path(), 'utf8'));
    expect(file).toMatchObject({ broken: null });
    expect(file.entries).toBeGreaterThan(4);

    await page.getByRole('combobox', { name: '月份' }).selectOption({ label: '2026年10月' });
    await sees(page, '没有找到记录');
    // There is always a month: it can be changed, and not be left out.
    expect(await page.getByRole('option', { name: '请选择' }).count()).toBe(0);
    await page.context().close();
  });

  it('finds whoever stands in the field, whatever else is chosen; what was taken reads in words', async () => {
    const token = await at.county.signIn('administrator');
    await at.county.signIn('village-officer');
    await at.county.ask('GET', '/audit-entries.csv?month=2026-11', { token });
    const breakdownId = (await at.county.ask('GET', '/task-breakdowns', { token })).body.items[0].id;
    expect((await at.county.ask('GET', `/task-breakdowns/${breakdownId}/heat-table.xlsx`, { token })).status).toBe(200);

    const page = await openAs(at, '韩守成', PHONE);
    await presses(page, '操作日志');
    await sees(page, /罗小满（/);
    const field = page.getByRole('searchbox', { name: '按姓名找' });
    expect(await field.getAttribute('maxlength')).toBe('30');
    await field.fill('韩守成');
    await page.getByRole('combobox', { name: '操作种类' }).selectOption({ label: '查看个人信息和日志' });
    await page.locator('.row', { hasText: '下载操作日志' }).getByText('2026年11月', { exact: true }).first().waitFor();
    await page.getByRole('combobox', { name: '操作种类' }).selectOption({ label: '任务' });
    await sees(page, /^下载进展一览表/);
    await field.fill('罗小满');
    await page.getByRole('combobox', { name: '操作种类' }).selectOption({ label: '登录和账号' });
    await sees(page, /罗小满（/);
    expect(await page.getByText(/韩守成（|韩守成 ·/).count()).toBe(0);
    await page.context().close();
  });

  it('finds nothing of it on the device without a network', async () => {
    const page = await openAs(at, '韩守成', PHONE);
    await presses(page, '操作日志');
    await sees(page, /韩守成（/);
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(kept).not.toMatch(/audit-entries/);
    await page.context().setOffline(true);
    await page.goBack();
    await presses(page, '操作日志');
    await sees(page, '没有网络');
    expect(await page.getByText(/韩守成（/).count()).toBe(0);
    await page.context().close();
  });

  it('is nobody else', async () => {
    const page = await openAs(at, '周正言', PHONE);
    await page.goto(`${at.county.url}/pages/audit/index/index`);
    await sees(page, '这项操作由管理员进行');
    await page.context().close();
  });
});
