import { describe, expect, it } from '@jest/globals';
import { SETTINGS, type Settings } from '../../server/src/config/settings.ts';
import { noteBackUp } from '../../server/src/last-back-up.ts';
import { countyInBrowser, gone, openAs, PHONE, presses, sees } from './browser.ts';

describe('an administrator who looks after the server', () => {
  const at = countyInBrowser();

  it('is told on one page what needs doing, until it has been done', async () => {
    const page = await openAs(at, '韩守成', PHONE);
    await presses(page, '运行状况');
    await sees(page, '没有备份的记录');
    await sees(page, /npm run back-up/);
    const queues = page.locator('.section', { hasText: '等着发出的提醒' }).locator('.row');
    await queues.nth(4).waitFor();
    expect(await queues.allInnerTexts()).toEqual([
      expect.stringMatching(/^放进站内提醒\s+(没有积压|最早的等了 \d+ 秒)$/),
      expect.stringMatching(/^等着选发送方式\s+没有积压$/),
      expect.stringMatching(/^微信\s+未开通$/),
      expect.stringMatching(/^邮件\s+未开通$/),
      expect.stringMatching(/^短信\s+未开通$/),
    ]);
    const { DATA_DIR } = at.county.app.get<Settings>(SETTINGS);
    await noteBackUp(DATA_DIR, at.county.clock.now());
    await presses(page, '重新查看');
    await gone(page.getByText('没有备份的记录'));
    await page.context().close();
  });

  it('is nobody else: others do not see the way there, and are told whose page it is', async () => {
    const page = await openAs(at, '段立新', PHONE);
    await sees(page, '工作日历');
    expect(await page.getByText('运行状况', { exact: true }).count()).toBe(0);
    await page.goto(`${at.county.url}/pages/operation/index/index`);
    await sees(page, '这项操作由管理员进行');
    await page.context().close();
  });
});
