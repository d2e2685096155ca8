import ExcelJS from 'exceljs';
import { orgUnits } from '../../seeds/dist/src/county.js';
import { readDocument } from '../../server/dist/src/documents/read-document.service.js';
import { interpretBreakdown } from '../../shared/dist/tasks/breakdowns/interpret-breakdown.js';

const ROWS = 10_000;
const ROUNDS = 5;
const TODAY = '2026-11-25';

/** A table of ten thousand rows understood, every unit and day of it, against the library alone reading the same file. */
export default async () => {
  const bytes = await table();
  const units = countyUnits();
  const ours = [];
  const library = [];
  // In turns, so that a slow moment of the machine falls on both; the first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await timed(() => understand(bytes, units));
    const other = await timed(() => readByLibrary(bytes));
    if (round > 0) {
      ours.push(one);
      library.push(other);
    }
  }
  const [value, limit] = [median(ours), median(library)];
  return { value, unit: 'ms', limit, ratio: limit / value, aim: 0.5 };
};

async function understand(bytes, units) {
  const grids = await readDocument(bytes, '任务.xlsx');
  const { tasks, heldRows } = interpretBreakdown(grids, { units, today: TODAY, fileName: '任务.xlsx' });
  if (tasks.length !== ROWS || heldRows.length) throw new Error(`${tasks.length} tasks of ${ROWS} rows`);
}

async function readByLibrary(bytes) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  let cells = 0;
  workbook.worksheets[0].eachRow((row) => row.eachCell((cell) => (cells += String(cell.value).length > 0 ? 1 : 0)));
  if (cells < ROWS * 6) throw new Error(`${cells} cells`);
}

async function table() {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('任务');
  sheet.addRow(['序号', '类别', '主要任务', '具体工作', '责任单位', '完成时限']);
  const cells = [
    '县教育局、县民政局',
    '各乡镇（街道）',
    '县财政局牵头，县审计局、县人社局配合',
    '县司法局等县级有关部门',
  ];
  const days = ['2026年6月底前', '长期坚持', '第三季度', '2026年12月10日前', '每月'];
  for (let row = 1; row <= ROWS; row += 1) {
    const work = `第 ${row} 项：完善公开目录，按要求报送进展，留存照片和名单`;
    sheet.addRow([row, `第${Math.ceil(row / 500)}类`, `重点工作 ${row}`, work, cells[row % 4], days[row % 5]]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function countyUnits() {
  return orgUnits().map(({ parentName: _parent, ...unit }, position) => ({
    ...unit,
    id: `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`,
    parentId: null,
    validFrom: '2020-01-01',
    validUntil: null,
    successorId: null,
    position,
  }));
}

async function timed(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
