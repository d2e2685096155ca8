import { describe, expect, it } from '@jest/globals';
import { linesOf } from './line-breaking.ts';

/** A Chinese sign is as wide as the type is high, a letter or figure half of it. */
const widthOf = (sign: string): number => (sign.codePointAt(0)! < 0x2e80 ? 0.5 : 1);

describe('words broken into lines', () => {
  it.each<[string, string, number, string[]]>([
    ['short', '青石镇', 10, ['青石镇']],
    ['between signs', '青石镇便民服务中心', 4, ['青石镇便', '民服务中', '心']],
    ['no line begins with a comma', '青石镇街，八十号', 4, ['青石镇街，', '八十号']],
    ['no line ends with an opening bracket', '青石镇（政府）旁', 4, ['青石镇', '（政府）', '旁']],
    ['a number stays whole', '电话 0800-5530100', 6, ['电话', '0800-5530100']],
    ['hours stay whole', '周一 8:30–12:00', 6, ['周一', '8:30–12:00']],
    ['what is wider than the line is cut', '0800-5530100', 3, ['0800-5', '530100']],
    ['a line for each window', '一号\n二号', 10, ['一号', '二号']],
    ['nothing', '', 10, ['']],
  ])('%s', (_what, words, width, lines) => expect(linesOf(words, width, widthOf)).toEqual(lines));

  it.each([1, 2, 3, 5, 8, 13])('lose no sign at %i', (width) => {
    const words = '1 号窗口（周一至周五 9:00–12:00，13:00–16:30；节假日休息）：办社保卡、参加居民医保“帮办”𬭚㙍。';
    expect(linesOf(words, width, widthOf).join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
  });
});
