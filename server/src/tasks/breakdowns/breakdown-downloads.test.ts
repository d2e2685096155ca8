import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { originalPath } from '@county/seeds/tasks';
import { startCounty, type County } from '../../../../test/support/county.ts';

describe('a breakdown taken out and brought back', () => {
  let county: County;
  let supervisor: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
  });
  afterAll(() => county.close());

  const upload = async (name: string, bytes: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return (await county.ask('POST', '/task-breakdowns/previews', { token: supervisor, body: form })).body;
  };
  const post = (path: string, body: object) => county.ask('POST', path, { token: supervisor, body });
  const download = async (id: string, format: string): Promise<Buffer> => {
    const { status, body } = await county.ask('GET', `/task-breakdowns/${id}/breakdown.${format}`, {
      token: supervisor,
    });
    expect(status).toBe(200);
    return body;
  };
  const everything = async () => {
    const read = async (path: string) => (await county.ask('GET', path, { token: supervisor })).body.items;
    return [await read('/tasks?limit=200'), (await read('/assignments?scope=all&limit=200')).length];
  };
  it.each(['xlsx', 'docx'])('the annex comes back as %s and changes nothing', async (format) => {
    const preview = await upload('附件1.docx', readFileSync(originalPath('annex-1-task-breakdown.docx')));
    await post(`/task-breakdowns/previews/${preview.id}/corrections`, { kind: 'revision', breakdownId: null });
    const { body: plan } = await post('/task-breakdowns', { previewId: preview.id });
    const before = await everything();
    const again = await upload(`导出.${format}`, await download(plan.id, format));
    expect(again.alreadyImportedAs?.id).toBe(plan.id);
    expect(again.tasks).toHaveLength(24);
    expect((await post('/task-breakdowns', { previewId: again.id })).status).toBe(200);
    expect(await everything()).toEqual(before);
  });

  it.each(['xlsx', 'docx'])(
    'the plan at work, carried forward and reported on, comes back as %s too',
    async (format) => {
      const plan = await county.planAtWork();
      const again = await upload(`导出.${format}`, await download(plan.id, format));
      expect(again.alreadyImportedAs?.id).toBe(plan.id);
    },
  );

  it('keeps the original columns in order, adds how it stands, and its cells stay text', async () => {
    // Without numbers, with lead and supporting units, and cells a spreadsheet would like to reckon with.
    const rows = [
      '类别,重点任务,牵头单位,配合单位,完成时间,备注,联系电话',
      '一、公开,公示低保名单,县民政局,县财政局,2026年12月,=1+1,0755-83330000',
      '一、公开,开放大厅,县教育局,,长期坚持,330102198801012345,',
    ];
    const preview = await upload('各县.csv', Buffer.from(rows.join('\n')));
    const { body: plan } = await post('/task-breakdowns', { previewId: preview.id });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await download(plan.id, 'xlsx')) as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0]!;
    const cells = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
    expect(cells(2).join(' ')).toBe(
      '序号 类别 重点任务 牵头单位 配合单位 完成时间 备注 联系电话 办理情况 各单位进度 最近进展',
    );
    expect(cells(3).slice(0, 8).join(' ')).toBe(
      '1 一、公开 公示低保名单 县民政局 县财政局 2026年12月 =1+1 0755-83330000',
    );
    expect(cells(3).slice(8)).toEqual(['2 个单位：已交办 2', '县民政局 未报；县财政局 未报', '无']);
    expect(sheet.getCell('G4').value).toBe('330102198801012345');
    for (const address of ['A3', 'G3', 'H3', 'G4']) expect(sheet.getCell(address).type).toBe(ExcelJS.ValueType.String);
    const again = await upload('导出.xlsx', await download(plan.id, 'xlsx'));
    expect(again.alreadyImportedAs?.id).toBe(plan.id);
    expect(again.columns.map(({ heading }: { heading: string }) => heading)).toEqual(cells(2).slice(0, 8));
  });

  it.each(['xlsx', 'docx'])('works under one merged number come back as %s with that number', async (format) => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('任务');
    sheet.addRow(['序号', '类别', '主要任务', '具体工作', '责任单位', '完成时限']);
    sheet.addRow([1, '公开', `规范目录${format}`, '编制', '县司法局', '2026年6月']);
    sheet.addRow([null, null, null, '公布', '县教育局', '2026年9月']);
    sheet.addRow([2, '公开', '办好专区', '设立', '县民政局', '2026年12月']);
    for (const column of ['A', 'B', 'C']) sheet.mergeCells(`${column}2:${column}3`);
    const preview = await upload('合并.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    const { body: plan } = await post('/task-breakdowns', { previewId: preview.id });
    const again = await upload(`导出.${format}`, await download(plan.id, format));
    expect(again.tasks.map(({ number }: { number: number }) => number)).toEqual([1, 1, 2]);
    expect(again.alreadyImportedAs?.id).toBe(plan.id);
  });

  it('is for staff only', async () => {
    const { body: list } = await county.ask('GET', '/task-breakdowns', { token: supervisor });
    const path = `/task-breakdowns/${list.items[0].id}/breakdown.docx`;
    expect((await county.ask('GET', path)).status).toBe(401);
    expect((await county.ask('GET', path, { token: await county.signIn('resident') })).status).toBe(403);
    expect((await county.ask('GET', path, { token: await county.signIn('village-officer') })).status).toBe(200);
  });
});
