import { describe, expect, it } from '@jest/globals';
import { GivenDay } from '../calendar/day.ts';
import * as z from '../zod.ts';
import { checkInput } from './input.ts';

const Report = z.object({
  id: z.uuid().meta({ label: '填报编号' }),
  percent: z.int().min(0).max(100).meta({ label: '完成百分比' }),
  note: z.string().trim().min(1).max(2000).meta({ label: '做了什么' }),
});
const ID = '0197a1b2-0000-7000-8000-000000000001';
const messages = (schema: z.ZodType, input: unknown) => {
  const checked = checkInput(schema, input);
  return checked.valid ? [] : checked.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const report = (over: object) => messages(Report, { id: ID, percent: 10, note: '办了一半', ...over });

describe('what is wrong with an input, in words that name the field and the way out', () => {
  it.each([
    [{ percent: 101 }, ['percent: 完成百分比应在 0 到 100 之间']],
    [{ percent: -1 }, ['percent: 完成百分比应在 0 到 100 之间']],
    [{ percent: 12.5 }, ['percent: 完成百分比应为整数']],
    [{ percent: '10' }, ['percent: 完成百分比应为数字']],
    [{ percent: undefined }, ['percent: 请填写完成百分比']],
    [{ percent: null }, ['percent: 请填写完成百分比']],
    [{ note: '' }, ['note: 请填写做了什么']],
    [{ note: '   ' }, ['note: 请填写做了什么']],
    [{ id: '1' }, ['id: 填报编号不对，请从列表里重新打开']],
    [{ percent: 101, note: '' }, ['percent: 完成百分比应在 0 到 100 之间', 'note: 请填写做了什么']],
  ])('%j', (over, expected) => expect(report(over)).toEqual(expected));

  it.each(['', '  ', undefined, null])('a day that is %j is still to be picked, and is said once', (from) => {
    expect(messages(z.object({ from: GivenDay.meta({ label: '起始日期' }) }), { from })).toEqual([
      'from: 请选择起始日期',
    ]);
  });

  it.each([
    ['2026-13-01', '起始日期应写成 2026-06-30 这样的日期'],
    ['1999-01-01', '日期应在 2000 年到 2100 年之间，请检查年份'],
  ])('a day %s hears one thing', (from, words) => {
    expect(messages(z.object({ from: GivenDay.meta({ label: '起始日期' }) }), { from })).toEqual([`from: ${words}`]);
  });

  it('says how long a text may be', () => {
    expect(report({ note: '长'.repeat(5000) })[0]).toMatch(/^note: 做了什么最多 \d+ 个字，请删短一些$/);
  });

  it('names the item of a list, and the field within', () => {
    const schema = z.object({ units: z.array(z.object({ name: z.string().min(2).meta({ label: '单位名称' }) })) });
    expect(messages(schema, { units: [{ name: '县教育局' }, { name: '县' }] })).toEqual([
      'units.1.name: 单位名称至少 2 个字',
    ]);
    const list = z.object({ ids: z.array(z.uuid()).meta({ label: '照片' }) });
    expect(messages(list, { ids: [ID, 'x'] })).toEqual(['ids.1: 照片第2项不对，请从列表里重新打开']);
  });

  it('knows which of several shapes was meant', () => {
    const decision = z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('granted'), words: z.string().max(5).meta({ label: '审批意见' }) }),
      z.object({ outcome: z.literal('declined'), words: z.string().min(2).meta({ label: '不同意的理由' }) }),
    ]);
    expect(messages(decision, { outcome: 'declined', words: ' ' })).toEqual(['words: 请填写不同意的理由']);
    expect(messages(decision, { outcome: 'declined', words: '不' })).toEqual(['words: 不同意的理由至少 2 个字']);
    expect(messages(decision, { outcome: 'granted', words: '太长的意见了' })).toEqual([
      'words: 审批意见最多 5 个字，请删短一些',
    ]);
  });

  it('drops what was not asked for', () => {
    const checked = checkInput(Report, { id: ID, percent: 10, note: '办了一半', status: 'closed' });
    expect(checked.valid && 'status' in checked.value).toBe(false);
  });

  it.each([null, undefined, 'text', 7, []])('takes no %j for a form', (input) => {
    expect(messages(Report, input)).toHaveLength(1);
  });
});
