import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';

const HEAD = ['序号', '主要任务', '具体工作', '责任单位', '完成时限'];
const WORK = '完善公开目录，按要求报送进展，留存照片和名单，'.repeat(4);

let county: County;
let supervisor = '';

beforeAll(async () => {
  county = await startCounty();
  supervisor = await county.signIn('supervisor');
});
afterAll(() => county.close());

function upload(rows: readonly string[][]): Promise<Answer> {
  const text = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  const form = new FormData();
  form.set('file', new Blob([text]), '任务.csv');
  return county.ask('POST', '/task-breakdowns/previews', { token: supervisor, body: form });
}

describe('the largest table that is taken', () => {
  it('is kept whole, though it is more than a database takes in one piece', async () => {
    const rows = Array.from({ length: 11_000 }, (_, at) => [
      `${at + 1}`,
      `重点工作 ${at + 1}`,
      WORK,
      '县教育局、县民政局',
      '2026年6月底前',
      ...Array.from({ length: 12 }, () => '备注的话'),
    ]);
    const { status, body } = await upload([[...HEAD, ...Array.from({ length: 12 }, (_, at) => `备注${at}`)], ...rows]);
    expect([status, body.tasks?.length]).toEqual([201, 11_000]);
    const again = await county.ask('GET', `/task-breakdowns/previews/${body.id}`, { token: supervisor });
    expect(again.body.tasks).toHaveLength(11_000);
  });

  it.each([
    ['every cell', ['字', '字', '字', '字', '字']],
    ['signs of four bytes', ['1', '😀', '😀', '😀', '😀']],
    ['units without end', ['1', '任务', '工作', '县教育局、', '2026年6月']],
  ])('with the longest cells, %s, is read and given out or refused in words', async (_what, signs) => {
    const long = signs.map((sign) => (sign.length > 3 || sign === '字' || sign === '😀' ? sign.repeat(2500) : sign));
    const cells = long.map((cell) => cell.slice(0, 9998));
    const { status, body } = await upload([HEAD, cells]);
    expect(status).toBe(201);
    const given = await county.ask('POST', '/task-breakdowns', { token: supervisor, body: { previewId: body.id } });
    expect(given.status).toBeLessThan(500);
  });

  it('with one sign more in a cell is refused, and the cell is named', async () => {
    const { status, body } = await upload([HEAD, ['1', '任务', '字'.repeat(10_001), '县教育局', '2026年6月']]);
    expect([status, body.message]).toEqual([400, '文本第 2 行第 3 列的文字太长，请缩短到一万字以内再上传']);
  });
});
