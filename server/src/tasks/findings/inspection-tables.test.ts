import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { BreakdownPreview, PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { startCounty, type County } from '../../../../test/support/county.ts';
import { word, workbook } from '../../../../test/support/drawn-tables.ts';

/** Problem / measure / units / day / kind of rectification. */
const inShort = ({ mainTask, concreteWork, units, due, finding }: PreviewTask): string =>
  [
    mainTask,
    concreteWork || '（无措施）',
    units.map(({ unitName }) => unitName).join('、'),
    due.dueOn ?? due.kind,
    finding?.rectification ?? '（未标明）',
  ].join(' | ');

describe('lists of findings as inspections and audits hand them over', () => {
  let county: County;
  let token: string;

  beforeAll(async () => {
    county = await startCounty();
    token = await county.signIn('supervisor');
  });
  afterAll(() => county.close());

  const read = async (name: string, bytes: Buffer): Promise<BreakdownPreview> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const { status, body } = await county.ask('POST', '/task-breakdowns/previews', { token, body: form });
    expect([status, body.message]).toEqual([201, undefined]);
    return body;
  };
  const remark = ({ remarks }: BreakdownPreview, row: number): string[] =>
    remarks.filter((one) => one.row === row).map(({ column, message }) => `${column}：${message}`);

  it('Word, an audit: problems merged over their measures, who answers by name, where each comes from', async () => {
    const preview = await read(
      '审计整改.docx',
      await word('关于2026年度惠民资金专项审计发现问题的整改清单', [
        ['序号', '存在问题', '整改目标', '整改措施', '责任单位', '责任人', '整改时限', '问题来源'],
        [
          { text: '1', begins: true },
          { text: '补贴发放结果没有在村公开栏公布', begins: true },
          '村村公布',
          '逐村补公布',
          '县民政局',
          '局长 某甲',
          '立行立改',
          '县审计局专项审计',
        ],
        [{ goesOn: true }, { goesOn: true }, '有章可循', '定出公布办法', '县财政局', '', '2026年12月底前', ''],
        ['2', '公开目录三年没有更新', '', '', '县司法局', '', '2026年11月30日', ''],
        ['3', '', '', '补一份台账', '县民政局', '', '2026年12月', ''],
        ['4', '窗口解答不耐心', '', '加强培训', '县行政审批局', '', '长期坚持', ''],
      ]),
    );
    expect(preview.kind).toBe('inspection');
    expect(preview.tasks.map(inShort)).toEqual([
      '补贴发放结果没有在村公开栏公布 | 逐村补公布 | 县民政局 | start-only | at-once',
      '补贴发放结果没有在村公开栏公布 | 定出公布办法 | 县财政局 | 2026-12-31 | by-deadline',
      '公开目录三年没有更新 | （无措施） | 县司法局 | 2026-11-30 | by-deadline',
      '窗口解答不耐心 | 加强培训 | 县行政审批局 | open-ended | long-term',
    ]);
    expect(preview.tasks[0]!.finding).toEqual({
      source: '县审计局专项审计',
      goal: '村村公布',
      requirement: '',
      answerable: '局长 某甲',
      rectification: 'at-once',
    });
    // The measure alone does not stand in for the problem.
    expect(preview.heldRows.map(({ concreteWork }) => concreteWork)).toEqual(['补一份台账']);
    expect(remark(preview, preview.heldRows[0]!.row)).toEqual([
      '存在问题：没有写存在的问题，请补上；如果这一行不是任务，可以不要它',
    ]);
    const body = {
      kind: 'row',
      table: 0,
      row: preview.heldRows[0]!.row,
      correction: { texts: { mainTask: '没有台账' } },
    };
    const mended = await county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, { token, body });
    expect(mended.body.tasks.map(inShort)[3]).toBe('没有台账 | 补一份台账 | 县民政局 | 2026-12-31 | by-deadline');
  });

  it('Excel, a supervision: a head of two rows, kinds in a column of their own, leaders who are no lead units', async () => {
    const preview = await read(
      '督查台账.xlsx',
      await workbook((book) => {
        const sheet = book.addWorksheet('整改台账');
        sheet.addRow(['政务公开专项督查发现问题整改台账（2026年）']);
        sheet.addRow(['序号', '检查单位', '问题清单', '整改要求', '整改类型', '责任', '', '整改完成时限', '备注']);
        sheet.addRow(['', '', '', '', '', '牵头领导', '整改责任单位', '', '']);
        sheet.mergeCells('F2:G2');
        sheet.addRow([
          1,
          '县政府督查室',
          '依申请公开答复超期 2 件',
          '逐件说明',
          '限期整改',
          '某乙',
          '县教育局',
          new Date('2026-12-15'),
          '',
        ]);
        sheet.addRow([2, '', '公开栏破损', '修好', '立行立改', '', '青石镇', '2026年11月', '']);
        sheet.addRow([3, '', '栏目空白', '', '长期坚持', '', '县民政局', '长期', '']);
      }),
    );
    expect(preview.tables[0]!.columns.map(({ meaning }) => meaning)).toEqual([
      'number',
      'source',
      'problem',
      'requirement',
      'rectification',
      'answerable',
      'units',
      'due',
      'ignored',
    ]);
    expect(preview.tasks.map(inShort)).toEqual([
      '依申请公开答复超期 2 件 | （无措施） | 县教育局 | 2026-12-15 | by-deadline',
      '公开栏破损 | （无措施） | 青石镇 | 2026-11-30 | at-once',
      '栏目空白 | （无措施） | 县民政局 | open-ended | long-term',
    ]);
    expect(preview.tasks[0]!.finding).toMatchObject({
      source: '县政府督查室',
      requirement: '逐件说明',
      answerable: '某乙',
    });
  });

  it('once confirmed is a list of findings, is not read anew as one, and goes out as it came', async () => {
    const bytes = await word('窗口服务督查发现问题清单（2026年）', [
      ['序号', '发现问题', '整改措施', '责任单位', '整改时限'],
      ['1', '窗口没有公示投诉电话', '张贴公示', '县行政审批局', '2026年12月10日'],
      ['2', '办事指南与实际不符', '', '县行政审批局', '2026年12月20日'],
    ]);
    const preview = await read('窗口.docx', bytes);
    const confirmed = await county.ask('POST', '/task-breakdowns', { token, body: { previewId: preview.id } });
    expect([confirmed.status, confirmed.body.kind]).toEqual([201, 'inspection']);
    const { body: ledger } = await county.ask('GET', `/task-breakdowns/${confirmed.body.id}/ledger`, { token });
    expect(ledger.items.map((line: { finding: object }) => line.finding)).toEqual([
      { rectification: 'by-deadline', measure: '张贴公示', proof: null, recheck: null, recheckCount: 0 },
      { rectification: 'by-deadline', measure: null, proof: null, recheck: null, recheckCount: 0 },
    ]);
    const xlsx = await county.ask('GET', `/task-breakdowns/${confirmed.body.id}/breakdown.xlsx`, { token });
    const again = await read('再来.xlsx', xlsx.body);
    expect([again.kind, again.alreadyImportedAs?.id]).toEqual(['inspection', confirmed.body.id]);
    const taken = await county.ask('GET', `/task-breakdowns/${confirmed.body.id}/ledger.xlsx`, { token });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(taken.body);
    const head = book.worksheets[0]!.getRow(3).values as string[];
    expect(head.filter(Boolean)).toEqual(
      expect.arrayContaining(['存在问题', '整改措施', '整改类型', '整改依据', '复查', '填报内容']),
    );
    expect(head).not.toContain('主要任务');
  });
});
