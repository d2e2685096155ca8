import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { originalPath } from '@county/seeds/tasks';
import { startCounty, type County } from '../../../test/support/county.ts';

describe('a roster of people', () => {
  let county: County;
  let administrator: string;

  beforeAll(async () => {
    county = await startCounty();
    administrator = await county.signIn('administrator');
  });
  afterAll(() => county.close());

  const upload = (bytes: Buffer, token = administrator) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), '名册.xlsx');
    return county.ask('POST', '/rosters/previews', { token, body: form });
  };
  const confirm = (previewId: string) => county.ask('POST', '/rosters', { token: administrator, body: { previewId } });
  const outcomes = (rows: { outcome: string }[]) => [...new Set(rows.map((row) => row.outcome))];

  it('is tried first, goes in once, and changes nothing the second time', async () => {
    const bytes = readFileSync(originalPath('roster-example.xlsx'));
    const { body: preview } = await upload(bytes);
    expect([preview.rows.length, outcomes(preview.rows), preview.remarks]).toEqual([12, ['added'], []]);
    expect(JSON.stringify(preview)).not.toMatch(/19\d{9}/);
    expect(outcomes((await upload(bytes)).body.rows)).toEqual(['added']);
    expect((await confirm(preview.id)).body.rows).toHaveLength(12);
    const again = (await upload(bytes)).body;
    expect(outcomes(again.rows)).toEqual(['unchanged']);
    expect(outcomes((await confirm(again.id)).body.rows)).toEqual(['unchanged']);
  });

  it('names row and column of what is wrong; the good rows go in', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名册');
    sheet.addRow(['姓名', '手机号', '单位', '角色']);
    sheet.addRow(['甲', 19700000001, '县民政局', '经办人']);
    sheet.addRow(['乙', '1970000', '县民政局', '经办人']);
    sheet.addRow(['丙', '19700000003', '县没有局', '经办人']);
    sheet.addRow([]);
    sheet.addRow(['丁', '１９７０００００００４', '县人社局', '局长']);
    const { body } = await upload(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(body.remarks.map((remark: { row: number; column: string }) => [remark.row, remark.column])).toEqual([
      [3, '手机号'],
      [6, '角色'],
      [4, '单位'],
    ]);
    expect(body.rows.map((row: { name: string; outcome: string }) => [row.name, row.outcome])).toEqual([
      ['甲', 'added'],
      ['丙', 'refused'],
    ]);
  });

  it('of a unit lead holds only the own units', async () => {
    const lead = await county.signIn('unit-lead');
    const { body } = await upload(readFileSync(originalPath('roster-example.xlsx')), lead);
    expect(outcomes(body.rows)).toEqual(['refused']);
    expect((await confirm(body.id)).status).toBe(404);
  });
});
