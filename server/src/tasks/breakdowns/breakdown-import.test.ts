import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { originalPath, type OriginalName } from '@county/seeds/tasks';
import { startCounty, type County } from '../../../../test/support/county.ts';

interface PreviewedTask {
  number: number;
  units: { unitName: string; part: string }[];
  openSetPhrase: string | null;
  unresolvedPhrase: string | null;
  due: { phrase: string; dueOn: string | null };
}

describe('the county’s annex', () => {
  let county: County;
  let supervisor: string;

  const upload = (name: string, bytes: Buffer, token = supervisor) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    return county.ask('POST', '/task-breakdowns/previews', { token, body: form });
  };
  const original = (name: OriginalName) => upload(name, readFileSync(originalPath(name)));

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
  });
  afterAll(() => county.close());

  it('is not for an officer to upload, nor for somebody unsigned', async () => {
    const officer = await county.signIn('village-officer');
    const bytes = readFileSync(originalPath('annex-1-task-breakdown.txt'));
    expect((await upload('a.txt', bytes, officer)).status).toBe(403);
    expect((await county.ask('POST', '/task-breakdowns/previews', { body: new FormData() })).status).toBe(401);
    const two = new FormData();
    for (const name of ['一.txt', '二.txt']) two.append('file', new Blob(['序号 主要任务 责任单位']), name);
    const both = await county.ask('POST', '/task-breakdowns/previews', {
      token: await county.signIn('supervisor'),
      body: two,
    });
    expect([both.status, both.body.message]).toEqual([400, '一次只能上传一个文件，请分开上传']);
  });

  it.each(['annex-1-task-breakdown.txt', 'annex-1-task-breakdown.docx', 'annex-1-task-breakdown.xlsx'] as const)(
    'is understood from %s: 24 tasks in 5 categories',
    async (name) => {
      const { status, body } = await original(name);
      expect(status).toBe(201);
      expect(body.categories.map((category: { taskCount: number }) => category.taskCount)).toEqual([4, 4, 9, 4, 3]);
      expect(body.year).toBe(2022);
      expect(body.title).toBe('深化政务公开促进基层政府治理能力提升工作任务分解表');
      expect(body.remarks.filter((remark: { severity: string }) => remark.severity === 'error')).toEqual([]);
      const tasks = body.tasks as PreviewedTask[];
      expect(tasks.map((task) => task.number)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
      expect(tasks.map((task) => task.due.dueOn)).toEqual(DUE_DAYS);
    },
  );

  it('binds the units it names, and shows open sets and 附件2 as what they are', async () => {
    const { body } = await original('annex-1-task-breakdown.docx');
    const task = (number: number) => (body.tasks as PreviewedTask[]).find((candidate) => candidate.number === number)!;
    expect(task(1).units.map((unit) => unit.unitName)).toEqual([
      '县委组织部',
      '县发展和改革局',
      '县司法局',
      '县委编办',
      '县人力资源和社会保障局',
      '县应急管理局',
      '县财政局',
    ]);
    expect(task(1).openSetPhrase).toBe('等县级有关部门');
    expect(task(3).units).toHaveLength(14);
    expect(task(5).units).toHaveLength(12);
    expect(task(5).unresolvedPhrase).toContain('附件2');
    expect(task(21).units.map((unit) => unit.unitName)).toEqual(['县审计局', '县政府督查室']);
    expect(task(21).openSetPhrase).toBeNull();
  });

  it('becomes tasks when confirmed, once; again in another format changes nothing and says so', async () => {
    const { body: preview } = await original('annex-1-task-breakdown.xlsx');
    expect(preview.alreadyImportedAs).toBeNull();
    // The archive of the demo has the same 24 tasks; whether this is its revision is for a person to say.
    expect(preview.revision).toMatchObject({ likely: { sameTasks: 24 }, decided: false });
    const undecided = await county.ask('POST', '/task-breakdowns', {
      token: supervisor,
      body: { previewId: preview.id },
    });
    expect([undecided.status, undecided.body.message]).toEqual([
      409,
      expect.stringMatching(/是它的修订，还是一份新的计划/),
    ]);
    await county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, {
      token: supervisor,
      body: { kind: 'revision', breakdownId: null },
    });
    const first = await county.ask('POST', '/task-breakdowns', { token: supervisor, body: { previewId: preview.id } });
    expect([first.status, first.body.taskCount]).toEqual([201, 24]);
    const again = await original('annex-1-task-breakdown.txt');
    expect(again.body.alreadyImportedAs.id).toBe(first.body.id);
    const second = await county.ask('POST', '/task-breakdowns', {
      token: supervisor,
      body: { previewId: again.body.id },
    });
    expect([second.status, second.body.id, second.body.taskCount]).toEqual([200, first.body.id, 24]);
    const [source] = first.body.sources;
    expect(source).toMatchObject({ name: 'annex-1-task-breakdown.xlsx', state: 'arrived' });
    expect((await county.ask('GET', source.url)).body).toEqual(readFileSync(originalPath(source.name)));
    const { body: tasks } = await county.ask('GET', `/tasks?breakdownId=${first.body.id}&limit=200`, {
      token: supervisor,
    });
    expect(tasks.items).toHaveLength(24);
    expect(tasks.items[4].duePhrase).toBe('2021年12月');
  });

  it('is confirmed only by the supervisor who saw the preview', async () => {
    const { body: preview } = await original('annex-1-task-breakdown.txt');
    const other = await county.signIn('supervisor-open-office');
    const { status } = await county.ask('POST', '/task-breakdowns', { token: other, body: { previewId: preview.id } });
    expect(status).toBe(404);
  });

  it.each([
    ['an empty file', 'a.txt', Buffer.alloc(0), /没有收到文件/],
    ['an old .doc', 'a.doc', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), /另存为/],
    ['a PDF', 'a.docx', Buffer.from('%PDF-1.7 …'), /PDF/],
    ['a broken .docx', 'a.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]), /不完整/],
    ['text without a table', 'a.txt', Buffer.from('今天天气很好\n没有表格'), /没有表格|没有找到/],
  ])('%s is refused in plain words', async (_what, name, bytes, words) => {
    const { status, body } = await upload(name, bytes);
    expect(status).toBe(400);
    expect(body.message).toMatch(words);
  });

  it('takes the longest cells, numbers at their end and days no calendar has without failing', async () => {
    const rows = [
      ['序号', '类别', '主要任务', '责任单位', '完成时限'],
      ['99999', '甲', '公示低保名单', '县民政局', '9999年12月31日'],
      ['99999', '甲', '设立窗口', '某某不认识的单位'.repeat(100), '0026年6月'],
      ['', '甲', '另一项', Array.from({ length: 100 }, (_, index) => `不认识的${index}局`).join('、'), '2026年6月'],
    ];
    const { status, body } = await upload('长.csv', Buffer.from(rows.map((row) => row.join(',')).join('\n')));
    expect(status).toBe(201);
    const tasks = body.tasks as PreviewedTask[];
    expect(tasks.map((task) => [task.number, task.due.dueOn])).toEqual([
      [99999, null],
      [1, null],
      [2, '2026-06-30'],
    ]);
    const confirmed = await county.ask('POST', '/task-breakdowns', { token: supervisor, body: { previewId: body.id } });
    expect([confirmed.status, confirmed.body.taskCount]).toEqual([201, 3]);
  });

  it('names sheet, row and column of what is wrong, and lets the good rows in', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('整改');
    sheet.addRow(['序号', '类别', '主要任务', '牵头单位', '配合单位', '完成时限']);
    sheet.addRow([1, '甲', '公示低保名单', '县民政局', '县财政局', '2026年6月底前']);
    sheet.addRow([2, '甲', '设立窗口', '县人社局', '县不存在局', '2026年13月']);
    sheet.addRow([]);
    sheet.addRow([2, '乙', '常态化公开', '各乡镇（街道）', '', '长期坚持']);
    const { body } = await upload('整改.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    const tasks = body.tasks as PreviewedTask[];
    expect(tasks.map((task) => [task.number, task.due.dueOn, task.units.length])).toEqual([
      [1, '2026-06-30', 2],
      [2, null, 1],
      [3, null, 12],
    ]);
    expect(tasks[0]!.units.map((unit) => unit.part)).toEqual(['lead', 'supporting']);
    expect(tasks[1]!.unresolvedPhrase).toBe('县不存在局');
    expect(body.remarks).toContainEqual(expect.objectContaining({ place: '工作表“整改”', row: 3, column: '完成时限' }));
    expect(body.remarks).toContainEqual(expect.objectContaining({ row: 5, column: '序号' }));
  });
});

/** By row of the annex: most in June 2022, the named ones otherwise. */
const OTHERWISE: Record<number, string> = {
  5: '2021-12-31',
  6: '2021-12-31',
  8: '2021-12-31',
  13: '2023-06-30',
  14: '2021-12-31',
  15: '2022-12-31',
  16: '2022-12-31',
  18: '2021-12-31',
  19: '2021-12-31',
  20: '2021-12-31',
  21: '2021-12-31',
  22: '2023-06-30',
  24: '2023-06-30',
};
const DUE_DAYS = Array.from({ length: 24 }, (_, index) => OTHERWISE[index + 1] ?? '2022-06-30');
