import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BreakdownPreview, PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { startCounty, type County } from '../../../../test/support/county.ts';
import { word, workbook, type WordCell } from '../../../../test/support/drawn-tables.ts';

/** What was understood of a task, in one line: number, category, task, units (lead *, supporting ~), day. */
const inShort = ({ number, category, mainTask, units, due, openSetPhrase }: PreviewTask): string => {
  const signs = { lead: '*', responsible: '', supporting: '~' } as const;
  const named = units.map(({ unitName, part }) => unitName + signs[part]).join('、') + (openSetPhrase ?? '');
  return [number, category, mainTask, named, due.dueOn ?? due.kind].join(' | ');
};

describe('tables as other counties draw them up', () => {
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

  it('Word, a head of two rows, category and task merged over several works, the head again in the middle', async () => {
    const head: WordCell[][] = [
      ['序号', '类别', '主要任务', '具体工作', { text: '责任单位', columns: 2 }, '完成时限'],
      ['序号', '类别', '主要任务', '具体工作', '牵头单位', '配合单位', '完成时限'],
    ];
    const preview = await read(
      '任务分解.docx',
      await word('2026年政务公开任务分解表', [
        ...head,
        [
          { text: '1', begins: true },
          { text: '一、重点公开', begins: true },
          { text: '规范目录', begins: true },
          '编制目录',
          '县司法局',
          '县财政局、县审计局',
          '2026年6月',
        ],
        [{ goesOn: true }, { goesOn: true }, { goesOn: true }, '公布目录', '县教育局', '', '2026年9月底前'],
        ...head.slice(1),
        // After a page break the category is printed again (rules P5).
        ['2', '一、重点公开', '办好专区', '设立专区', '各乡镇（街道）', '', '长期坚持'],
      ]),
    );
    expect(
      preview.tasks.map(inShort).map((line) => line.replace(/(城关|河东|新城)街道.*大坪乡\*/, '十二个乡镇街道')),
    ).toEqual([
      '1 | 一、重点公开 | 规范目录 | 县司法局*、县财政局~、县审计局~ | 2026-06-30',
      '1 | 一、重点公开 | 规范目录 | 县教育局* | 2026-09-30',
      '2 | 一、重点公开 | 办好专区 | 十二个乡镇街道 | open-ended',
    ]);
    expect(preview.tasks.map(({ concreteWork }) => concreteWork)).toEqual(['编制目录', '公布目录', '设立专区']);
    expect(preview.title).toBe('2026年政务公开任务分解表');
  });

  it('Excel, categories across the sheet, day cells, empty formatted rows, a sum and a signature, a sheet of notes', async () => {
    const preview = await read(
      '民生实事.xlsx',
      await workbook((book) => {
        book.addWorksheet('填写说明').addRow(['请各单位按要求填写']);
        const sheet = book.addWorksheet('实事');
        sheet.addRow(['2026年民生实事']);
        sheet.addRow(['序号', '工作内容', '责任单位', '完成时间']);
        for (const title of ['一、办好教育', '二、改善出行']) {
          const row = sheet.addRow([title]);
          sheet.mergeCells(row.number, 1, row.number, 4);
          sheet.addRow([
            title.startsWith('一') ? 1 : 2,
            `${title.slice(2)}的一件事`,
            '县教育局',
            new Date('2026-06-30'),
          ]);
        }
        for (let blank = 0; blank < 2; blank += 1)
          sheet.addRow([null, null, null, null]).eachCell({ includeEmpty: true }, (cell) => (cell.numFmt = '@'));
        sheet.addRow([{ formula: 'A4+A6', result: 3 }, '开通公交', '县交通运输局', '2026年第三季度']);
        sheet.addRow(['合计', '3 件', '', '']);
        sheet.addRow(['填表人：某某', '', '审核：某某', '']);
      }),
    );
    expect(preview.tasks.map(inShort)).toEqual([
      '1 | 一、办好教育 | 办好教育的一件事 | 县教育局 | 2026-06-30',
      '2 | 二、改善出行 | 改善出行的一件事 | 县教育局 | 2026-06-30',
      '3 | 二、改善出行 | 开通公交 | 县交通运输局 | 2026-09-30',
    ]);
    expect(preview.tables.map(({ recognised }) => recognised)).toEqual([true]);
    expect(remark(preview, 10)).toEqual(['null：“合计”像是合计或落款，没有作为任务']);
    expect(remark(preview, 11)[0]).toContain('填表人');
  });

  it('csv, the category before the number, who leads told inline, the day told in the task’s own words', async () => {
    const rows = [
      '类别,序号,重点任务,责任单位',
      '公开,１,"建立台账，2026年6月底前完成。","（县民政局牵头，县财政局、县审计局配合）"',
      '公开,２,"更新清单，第三季度前全面完成",县司法局、县教育局等县级有关部门',
      ',３,建立长效机制,县级各部门',
    ];
    const preview = await read('任务.csv', Buffer.from(`\ufeff${rows.join('\r\n')}`));
    expect(preview.tasks.slice(0, 2).map(inShort)).toEqual([
      '1 | 公开 | 建立台账，2026年6月底前完成。 | 县民政局*、县财政局~、县审计局~ | 2026-06-30',
      '2 | 公开 | 更新清单，第三季度前全面完成 | 县司法局、县教育局等县级有关部门 | 2026-09-30',
    ]);
    expect(preview.tasks[2]).toMatchObject({ category: '公开', due: { kind: 'unclear' } });
    expect(preview.tasks[2]!.units.length).toBeGreaterThan(20);
    expect(remark(preview, 2)).toContainEqual('null：表里没有时限一列，“2026年6月底前”取自任务的文字，请核对');
  });

  it('Word, no day anywhere but in the covering notice', async () => {
    const preview = await read(
      '通知.docx',
      await word('关于下达整改任务的通知', '各单位要于2026年10月31日前完成整改，并报县政府督查室。', [
        ['序号', '发现问题', '整改措施', '整改责任单位'],
        ['1', '目录不全', '补齐目录', '县教育局'],
        ['2', '更新不及时', '专人负责，9月底前完成', '县民政局'],
      ]),
    );
    expect(preview.tasks.map(inShort)).toEqual([
      '1 |  | 目录不全 | 县教育局 | 2026-10-31',
      '2 |  | 更新不及时 | 县民政局 | 2026-09-30',
    ]);
    expect(remark(preview, 2)[0]).toContain('取自表前的通知');
  });

  it('pasted, without numbers, 同上, a cell lost on the way, a 备注 with a long number', async () => {
    const preview = await read(
      '粘贴.txt',
      Buffer.from(
        [
          '任务类别\t工作任务\t工作要求\t承办单位\t时限要求\t备注',
          '甲\t清理文件\t逐件清理\t县司法局\t2026年6月15日前\t330102198801012345',
          '\t公布结果\t网上公布\t同上\t同上\t0755-83330000',
          '乙\t汇编成册\t印发各村\t县档案馆',
        ].join('\n'),
      ),
    );
    expect(preview.tasks.map(inShort)).toEqual([
      '1 | 甲 | 清理文件 | 县司法局 | 2026-06-15',
      '2 | 甲 | 公布结果 | 县司法局 | 2026-06-15',
    ]);
    expect(preview.tasks.map(({ printed }) => printed.at(-1))).toEqual(['330102198801012345', '0755-83330000']);
    expect(preview.heldRows).toMatchObject([{ row: 4, mainTask: '汇编成册', unitsPhrase: '县档案馆' }]);
    expect(remark(preview, 4)).toEqual(['时限要求：这一行缺少“时限要求”这一格，可能在转换中丢失，请对照原件补上']);
  });

  it('Word, several tables in one file with different heads, units on lines of their own', async () => {
    const preview = await read(
      '两张表.docx',
      await word(
        '一、县级任务',
        [
          ['序号', '主要任务', '牵头单位', '责任单位', '完成时限'],
          ['1', '统一平台', '县行政审批局', '县教育局\n县民政局', '2026.06.30'],
        ],
        '二、乡镇任务',
        [
          ['序号', '类别', '具体措施', '落实单位', '进度要求'],
          ['2', '公开', '设立公开栏', '各村（社区）', '每季度'],
        ],
      ),
    );
    expect(inShort(preview.tasks[0]!)).toBe('1 |  | 统一平台 | 县行政审批局*、县教育局、县民政局 | 2026-06-30');
    expect(preview.tasks[1]).toMatchObject({ number: 2, mainTask: '设立公开栏', due: { kind: 'recurring' } });
    expect(preview.tasks[1]!.units.length).toBeGreaterThan(50);
    expect(preview.columns.map(({ heading }) => heading)).toEqual([
      '序号',
      '主要任务',
      '牵头单位',
      '责任单位',
      '完成时限',
      '类别',
      '具体措施',
    ]);
  });

  it('Excel, a bad day in one cell: the cell is named, good rows go in, coming again changes nothing', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('计划');
      sheet.addRow(['序号', '类别', '主要任务', '责任单位', '备注', '完成时限']);
      for (let row = 1; row <= 18; row += 1) {
        sheet.addRow([
          row,
          row === 1 ? '公开' : null,
          `第 ${row} 件事`,
          '县民政局',
          '',
          row === 16 ? '2026年13月' : '2026年6月',
        ]);
        if (row === 6 || row === 9)
          sheet.addRow([null, null, null, null]).eachCell({ includeEmpty: true }, (cell) => (cell.numFmt = '@'));
      }
      sheet.mergeCells('B2:B21');
    });
    const preview = await read('计划.xlsx', bytes);
    expect(preview.tasks).toHaveLength(18);
    expect(preview.remarks.filter(({ severity }) => severity !== 'note')).toEqual([
      {
        severity: 'warning',
        place: '工作表“计划”',
        row: 19,
        column: '完成时限',
        message: '“2026年13月”不是真实的日期，请改正',
      },
    ]);
    const body = { previewId: preview.id, only: 'clear' };
    expect((await county.ask('POST', '/task-breakdowns', { token, body })).body.taskCount).toBe(17);
    const all = await county.ask('POST', '/task-breakdowns', { token, body: { previewId: preview.id } });
    expect(all.body.taskCount).toBe(18);
    const again = await read('计划.xlsx', bytes);
    expect(again.alreadyImportedAs?.id).toBe(all.body.id);
  });
});
