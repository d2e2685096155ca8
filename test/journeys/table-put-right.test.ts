import { describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees } from './browser.ts';

describe('a table another office drew up in its own way', () => {
  const at = countyInBrowser();

  const paste = async (page: Page, rows: string[]) => {
    await page.goto(`${at.county.url}/pages/tasks/breakdowns/index`);
    await presses(page, '粘贴表格文字');
    await page.getByRole('textbox', { name: '表格文字' }).fill(rows.join('\n'));
    await presses(page, '识别');
    await page.getByRole('heading', { name: '导入预览' }).filter({ visible: true }).waitFor();
  };
  const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

  it('is put right on a phone: its columns, a unit, a day, a row that is none; good rows go in first', async () => {
    const page = await openAs(at, '周正言', PHONE);
    await paste(page, [
      '次第\t干什么\t谁来干\t啥时候完',
      '1\t公示低保名单\t县民政局\t2026年12月20日',
      '2\t修好村道\t县交通\t2026年12月前',
      '抄送\t各科室\t\t',
    ]);
    await sees(page, '没有认出这个表格');
    await presses(page, '说明各列的含义');
    for (const [column, meaning] of [
      ['第 1 列“次第”', '序号'],
      ['第 2 列“干什么”', '主要任务'],
      ['第 3 列“谁来干”', '责任单位'],
      ['第 4 列“啥时候完”', '完成时限'],
    ] as const)
      await dialog(page).getByLabel(column).selectOption({ label: meaning });
    await presses(page, '保存并重新识别');
    await sees(page, /要核对 2/);

    await page.getByRole('button', { name: '改正' }).filter({ visible: true }).last().click();
    await presses(page, '这一行不是任务');
    await sees(page, /要核对 1/);
    await presses(page, '先交办没有疑点的 1 项');
    await page.getByRole('heading', { name: '台账' }).filter({ visible: true }).waitFor();
    await page.goBack();
    await page.goto(`${at.county.url}/pages/tasks/breakdowns/index`);
    await sees(page, /1 项任务/);
    await page.context().close();
  });

  it('keeps what was put right, learns another name, and confirms the rest into the same table', async () => {
    const page = await openAs(at, '周正言', DESK);
    await paste(page, ['序号\t类别\t主要任务\t责任单位\t完成时限', '1\t甲\t修好村道\t县交通\t2026年12月前']);
    const address = page.url();
    await presses(page, '改正');
    await presses(page, '它是某个单位的另一个名称');
    await dialog(page).getByLabel('找单位').first().fill('交通');
    await dialog(page).getByRole('checkbox', { name: '县交通运输局' }).first().click();
    await presses(page, '记住这个名称');
    await gone(page.getByText('待明确：县交通').filter({ visible: true }));
    await presses(page, '改正');
    await dialog(page).getByRole('tab', { name: '时限' }).click();
    await dialog(page).getByLabel('完成时限').fill('2026-11-30');
    await presses(page, '保存');
    await sees(page, '没有要核对的');
    await page.goto(address);
    await presses(page, '全部任务 1');
    await sees(page, /2026年12月前 → 2026年11月30日/);
    await presses(page, '确认交办 1 项任务');
    await page.getByRole('heading', { name: '台账' }).filter({ visible: true }).waitFor();
    await sees(page, '县交通运输局');
    await page.context().close();
  });

  it('comes again with a row less: the supervisor sees what changes and says why', async () => {
    const page = await openAs(at, '周正言', DESK);
    const head = '序号\t类别\t主要任务\t责任单位\t完成时限';
    const rows = [
      '1\t甲\t植树两千亩\t县林业局\t2026年12月',
      '2\t甲\t清理河道\t县水利局\t2026年12月',
      '3\t甲\t修缮学校\t县教育局\t2026年12月',
    ];
    await paste(page, [head, ...rows]);
    await presses(page, '确认交办 3 项任务');
    await page.getByRole('heading', { name: '台账' }).filter({ visible: true }).waitFor();
    await paste(page, [head, rows[0]!.replace('12月', '11月'), rows[1]!]);
    await presses(page, '是它的修订');
    await sees(page, '确认后撤销，已有的进展和经过仍可查看');
    await presses(page, '确认修订 2 项');
    await presses(page, '确认修订，撤销 1 项');
    await sees(page, '修订后少了 1 项任务，请写明撤销理由');
    await page.getByLabel('撤销理由').fill('并入教育专项');
    await presses(page, '确认修订，撤销 1 项');
    await page.getByRole('heading', { name: '台账' }).filter({ visible: true }).waitFor();
    await sees(page, '县林业局');
    await gone(page.getByText('修缮学校').filter({ visible: true }));
    await page.context().close();
  });
});
