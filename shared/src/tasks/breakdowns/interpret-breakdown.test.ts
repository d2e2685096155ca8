import { describe, expect, it } from '@jest/globals';
import type { Grid } from '../../document-grid.ts';
import type { OrgUnit } from '../../org-units/org-unit.ts';
import { asPrinted, canonicalText } from './breakdown-fingerprint.ts';
import { findHead } from './breakdown-columns.ts';
import { interpretBreakdown } from './interpret-breakdown.ts';

const UNITS = ['县教育局', '县财政局', '县民政局'].map((name, position): OrgUnit => ({
  id: name,
  parentId: null,
  kind: 'department',
  name,
  aliases: [],
  traits: ['county-level'],
  officePhone: null,
  contactName: null,
  validFrom: '2020-01-01',
  validUntil: null,
  successorId: null,
  position,
}));

/** Rows as a person would draw them: `<` repeats the cell on the left (merged across), `^` the one above, `-` a lost cell. */
function grid(rows: string[][], headings: string[] = []): Grid {
  const texts: string[][] = [];
  return {
    name: '表一',
    headings,
    rows: rows.map((cells, at) => {
      texts.push(cells.map((cell, column) => (cell === '<' ? texts[at]?.[column - 1] : cell) ?? ''));
      cells.forEach((cell, column) => {
        if (cell === '<') texts[at]![column] = texts[at]![column - 1]!;
        if (cell === '^') texts[at]![column] = texts[at - 1]![column]!;
      });
      return {
        row: at + 1,
        cells: cells.flatMap((cell, column) =>
          cell === '-'
            ? []
            : [{ column: column + 1, text: texts[at]![column]!, inherited: cell === '<' || cell === '^' }],
        ),
      };
    }),
  };
}

const read = (...grids: Grid[]) =>
  interpretBreakdown(grids, { units: UNITS, today: '2026-11-25', fileName: '2026年分解表.docx' });
const HEAD = ['序号', '类别', '主要任务', '责任单位', '完成时限'];

describe('the head of a table (rules P7)', () => {
  const meanings = (rows: string[][]) => findHead(grid(rows))?.columns.map(({ meaning }) => meaning);

  it.each([
    [HEAD, ['number', 'category', 'mainTask', 'units', 'due']],
    [
      ['类别', '序号', '工作任务', '责任单位', '时限要求'],
      ['category', 'number', 'mainTask', 'units', 'due'],
    ],
    [
      ['序号', '重点任务', '具体措施', '牵头单位', '配合单位', '完成时间', '备注'],
      ['number', 'mainTask', 'concreteWork', 'leadUnits', 'supportingUnits', 'due', 'ignored'],
    ],
    [
      ['主要任务', '责任科室', '时限'],
      ['mainTask', 'units', 'due'],
    ],
    [
      ['序 号', '任 务 内 容', '承办单位', '完成期限'],
      ['number', 'mainTask', 'units', 'due'],
    ],
    [
      ['发现问题', '整改措施', '整改责任单位', '整改时限'],
      ['problem', 'measure', 'units', 'due'],
    ],
    [
      ['序号', '存在问题', '整改目标', '整改要求', '责任单位', '责任人', '整改类型', '整改完成时限', '检查单位'],
      ['number', 'problem', 'goal', 'requirement', 'units', 'answerable', 'rectification', 'due', 'source'],
    ],
    [
      ['问题清单', '整改落实措施', '责任领导', '牵头单位', '问题来源', '整改期限'],
      ['problem', 'measure', 'answerable', 'leadUnits', 'source', 'due'],
    ],
  ])('%j', (head, expected) => expect(meanings([head])).toEqual(expected));

  it('may take two rows, the lower one being the more exact', () => {
    const rows = [
      ['序号', '工作任务', '单位', '<', '完成时限'],
      ['^', '^', '牵头单位', '配合单位', '^'],
      ['1', '做好一件事', '县教育局', '县财政局', '6月'],
    ];
    expect(meanings(rows)).toEqual(['number', 'mainTask', 'leadUnits', 'supportingUnits', 'due']);
    const { tasks } = read(grid(rows));
    expect(tasks.map(({ units }) => units.map(({ unitName, part }) => `${part} ${unitName}`))).toEqual([
      ['lead 县教育局', 'supporting 县财政局'],
    ]);
  });

  it('may stand below lines of a title, and is not found where there is none', () => {
    expect(findHead(grid([['2026年分解表'], HEAD]))?.rowCount).toBe(2);
    expect(
      findHead(
        grid([
          ['一', '二'],
          ['姓名', '电话'],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe('the rows of a table (rules P5, P7)', () => {
  it('inherits a merged category, and one printed again is the same', () => {
    const { tasks, categories } = read(
      grid([
        HEAD,
        ['1', '一、公开', '第一件事', '县教育局', '6月'],
        ['2', '^', '第二件事', '县财政局', '6月'],
        ['3', '一、公开', '第三件事', '县民政局', '6月'],
        ['4', '', '第四件事', '县民政局', '6月'],
        ['5', '二、服务', '第五件事', '县民政局', '6月'],
      ]),
    );
    expect(tasks.map(({ category }) => category)).toEqual(['一、公开', '一、公开', '一、公开', '一、公开', '二、服务']);
    expect(categories).toEqual([
      { name: '一、公开', taskCount: 4 },
      { name: '二、服务', taskCount: 1 },
    ]);
  });

  it('takes a row of one text across the table for the category of the rows below', () => {
    const { tasks } = read(
      grid([
        ['序号', '主要任务', '责任单位', '完成时限'],
        ['一、公开', '<', '<', '<'],
        ['1', '第一件事', '县教育局', '6月'],
        ['二、服务', '<', '<', '<'],
        ['2', '第二件事', '县教育局', '6月'],
      ]),
    );
    expect(tasks.map(({ category, number }) => [category, number])).toEqual([
      ['一、公开', 1],
      ['二、服务', 2],
    ]);
  });

  it('follows 同上, skips blank rows and gives missing numbers', () => {
    const { tasks, remarks } = read(
      grid([
        HEAD,
        ['1', '公开', '第一件事', '县教育局', '2026年6月'],
        ['', '', '', '', ''],
        ['', '公开', '第二件事', '同上', '同上'],
        ['1', '公开', '第三件事', '县民政局', '9月'],
      ]),
    );
    expect(tasks.map(({ number, units, due }) => [number, units[0]?.unitName, due.dueOn])).toEqual([
      [1, '县教育局', '2026-06-30'],
      [2, '县教育局', '2026-06-30'],
      [3, '县民政局', '2026-09-30'],
    ]);
    expect(remarks.map(({ row, column, message }) => [row, column, message])).toEqual(
      expect.arrayContaining([
        [4, '序号', '没有序号，编为 2'],
        [5, '序号', '序号 1 出现了两次，这一行改为 3'],
      ]),
    );
  });

  it('reports a cell lost on the way by row and column, and never reads it as "no unit"', () => {
    const { tasks, remarks } = read(grid([HEAD, ['1', '公开', '第一件事', '-', '6月']]));
    expect(tasks).toEqual([]);
    expect(remarks[0]).toMatchObject({ severity: 'error', place: '表一', row: 2, column: '责任单位' });
    expect(remarks[0]!.message).toMatch(/缺少“责任单位”/);
  });

  it('refuses a cell that is too long by its count, and goes on with the other rows', () => {
    const { tasks, remarks } = read(
      grid([HEAD, ['1', '公开', '长'.repeat(2001), '县教育局', '6月'], ['2', '公开', '第二件事', '县教育局', '6月']]),
    );
    expect(tasks.map(({ number }) => number)).toEqual([2]);
    expect(remarks[0]).toMatchObject({ severity: 'error', row: 2, column: '主要任务' });
    expect(remarks[0]!.message).toContain('2001');
  });

  it('reads several tables of one document as one plan, and takes the year from its title', () => {
    const first = grid([HEAD, ['1', '公开', '第一件事', '县教育局', '6月']], ['附件1', '示例县2027年工作任务分解表']);
    const second = grid([HEAD, ['2', '服务', '第二件事', '县财政局', '年底前']]);
    const { title, year, tasks } = read(first, second);
    expect([title, year]).toEqual(['示例县2027年工作任务分解表', 2027]);
    expect(tasks.map(({ due }) => due.dueOn)).toEqual(['2027-06-30', '2027-12-31']);
  });

  it('says what a table needs when none is found', () => {
    const { tasks, remarks } = read(grid([['姓名', '电话']]));
    expect(tasks).toEqual([]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatchObject({ severity: 'error', message: expect.stringContaining('责任单位') });
  });
});

describe('whether a table is the same', () => {
  const rows = (task: string, due = '6月') =>
    read(grid([HEAD, ['1', '公开', task, '县教育局', due]])).tasks.map(asPrinted);

  it('is not changed by width, spaces and line breaks, but by any word', () => {
    const text = canonicalText(rows('做好（第一件）事'));
    expect(canonicalText(rows('做好(第一件) 事\n'))).toBe(text);
    expect(canonicalText(rows('做好（第二件）事'))).not.toBe(text);
    expect(canonicalText(rows('做好（第一件）事', '9月'))).not.toBe(text);
  });
});

describe('columns and rows of other kinds', () => {
  it('two columns of one heading are kept apart, in this table and the next', () => {
    const head = ['主要任务', '责任单位', '备注', '备注'];
    const first = grid([head, ['修路', '县财政局', '已招标', '资金到位']]);
    const second = grid([
      ['主要任务', '责任单位', '备注'],
      ['植树', '县教育局', '已完成'],
    ]);
    const { columns, tasks } = read(first, second);
    const at = columns.flatMap(({ heading }, index) => (heading === '备注' ? [index] : []));
    expect(tasks.map(({ printed }) => at.map((index) => printed[index]))).toEqual([
      ['已招标', '资金到位'],
      ['已完成', ''],
    ]);
  });

  it('a heading over two columns loses nothing: what stands in the second is told', () => {
    const head = ['序号', '类别', '主要任务', '责任单位', '责任单位', '完成时限'];
    const { tasks, remarks } = read(grid([head, ['1', '甲', '修路', '县财政局', '县教育局', '2026年6月']]));
    expect(tasks.map(({ doubtful }) => doubtful)).toEqual([true]);
    expect(remarks).toEqual([
      expect.objectContaining({ row: 2, column: '责任单位', message: expect.stringMatching(/“县教育局”，没有读入/) }),
    ]);
    expect(read(grid([head, ['1', '甲', '修路', '县财政局', '', '2026年6月']])).remarks).toEqual([]);
  });

  it('a row hidden in the workbook is for a person to look at', () => {
    const table = grid([
      HEAD,
      ['1', '甲', '修路', '县财政局', '2026年6月'],
      ['2', '甲', '植树', '县教育局', '2026年6月'],
    ]);
    table.rows[2]!.hidden = true;
    const { tasks, remarks } = read(table);
    expect(tasks.map(({ doubtful }) => doubtful)).toEqual([false, true]);
    expect(remarks.map(({ row, message }) => [row, message])).toEqual([[3, expect.stringMatching(/隐藏/)]]);
  });
});
