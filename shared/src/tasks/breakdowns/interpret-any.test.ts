import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grid } from '../../document-grid.ts';
import type { OrgUnit } from '../../org-units/org-unit.ts';
import { findHead } from './breakdown-columns.ts';
import { interpretBreakdown } from './interpret-breakdown.ts';
import { isCategoryRow, repeatsHead } from './row-kind.ts';

const UNITS = ['县教育局', '县民政局', '青石镇'].map((name, position): OrgUnit => ({
  id: name,
  parentId: null,
  kind: name === '青石镇' ? 'township' : 'department',
  name,
  aliases: [],
  traits: [],
  officePhone: null,
  contactName: null,
  validFrom: '2020-01-01',
  validUntil: null,
  successorId: null,
  position,
}));

/** What stands in the cells of such tables, right and wrong. */
const PARTS = [
  '',
  ' ',
  '1',
  '９９９９９９',
  '同上',
  '县教育局',
  '县教育局、县民政局等有关部门',
  '各乡镇（街道）',
  '（见附件2）',
  '青石镇牵头，县教育局配合',
  '2026年6月底前',
  '2026年2月30日',
  '长期坚持',
  '每季度',
  '即日起',
  '9月前',
  '合计',
  '填表人：张三',
  '修缮学校',
  '主要任务',
  '\u202e翻转',
  '𠮷'.repeat(30),
  '长'.repeat(4001),
];
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PARTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);
const HEADS = [
  ['序号', '类别', '主要任务', '责任单位', '完成时限'],
  ['主要任务', '责任单位', '备注', '备注'],
  ['序号', '工作任务', '牵头单位', '配合单位', '时限要求'],
];

const grid = fc
  .record({
    head: fc.constantFrom(...HEADS),
    rows: fc.array(fc.array(fc.option(fc.tuple(cell, fc.boolean()), { freq: 9 }), { minLength: 1, maxLength: 6 }), {
      maxLength: 12,
    }),
    headings: fc.array(cell, { maxLength: 3 }),
  })
  .map(({ head, rows, headings }): Grid => ({
    name: '表一',
    headings,
    rows: [head.map((text) => [text, false] as const), ...rows].map((cells, index) => ({
      row: index + 1,
      cells: cells.flatMap((one, at) => (one ? [{ column: at + 1, text: one[0].trim(), inherited: one[1] }] : [])),
    })),
  }));

describe('any table with a head that is known', () => {
  it('is read without failing, and no row that says something is lost without a word', () => {
    fc.assert(
      fc.property(grid, (table) => {
        const reading = interpretBreakdown([table], { units: UNITS, today: '2026-11-25', fileName: '表.docx' });
        const head = findHead(table)!;
        const told = new Set([
          ...reading.tasks.map(({ row }) => row),
          ...reading.heldRows.map(({ row }) => row),
          ...reading.remarks.map(({ row }) => row),
        ]);
        const silent = table.rows
          .slice(head.rowCount)
          .filter((row) => row.cells.some(({ text, inherited }) => text && !inherited))
          .filter((row) => !repeatsHead(row, head) && !isCategoryRow(row, head) && !told.has(row.row));
        expect(silent).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives every task a number of its own, and a cell for each column', () => {
    fc.assert(
      fc.property(grid, (table) => {
        const { tasks, columns } = interpretBreakdown([table], {
          units: UNITS,
          today: '2026-11-25',
          fileName: '表.docx',
        });
        for (const { printed, number, mainTask } of tasks) {
          expect(printed).toHaveLength(columns.length);
          expect(number).toBeGreaterThan(0);
          expect(mainTask.length).toBeLessThanOrEqual(2000);
        }
      }),
      { numRuns: 500 },
    );
  });
});
