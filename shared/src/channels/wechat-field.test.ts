import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldText, WechatFieldKind } from './wechat-field.ts';

describe('a text in a field of a WeChat template', () => {
  it.each([
    ['thing', '填报进展', '填报进展'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing', '青石镇人民政府党政综合办公室（信息公开和政务服务科）', '青石镇人民政府党政综合办公室（信息公开…'],
    ['thing', '第一行\n第二行\t完', '第一行 第二行 完'],
    ['thing', '看\u0000不\u200b见\u202e的', '看不见的'],
    ['thing', '', '见小程序'],
    ['thing', ' \n\u200b ', '见小程序'],
    ['thing', '\ud83d半个', '半个'],
    ['thing', '一二三四五六七八九十一二三四五六七八👍👍', '一二三四五六七八九十一二三四五六七八…'],
    ['thing', '👍'.repeat(10), '👍'.repeat(10)],
    ['thing', '👍'.repeat(11), `${'👍'.repeat(9)}…`],
    ['character_string', '2026-11-30', '2026-11-30'],
    ['character_string', '编号 A-12 号', 'A-12'],
    ['character_string', '没有', '-'],
    ['character_string', '0123456789'.repeat(4), `${'0123456789'.repeat(2)}012345678...`],
    ['phrase', '待办理', '待办理'],
    ['phrase', '待办理（3 件）', '待办理件'],
    ['phrase', '一二三四五六', '一二三四五'],
    ['phrase', 'OK 3', '见小程序'],
    ['name', '县教育局', '县教育局'],
    ['name', '青石镇便民服务中心（政务大厅）', '青石镇便民服务中心政'],
    ['name', 'Abcdefghij Klmnopqrst', 'Abcdefghij Klmnopqrs'],
    ['name', '12', '见小程序'],
    ['number', '还剩 12 天', '12'],
    ['number', '没有', '0'],
    ['number', '1'.repeat(40), '1'.repeat(32)],
    ['date', '2026年3月31日', '2026年3月31日'],
    ['date', '2026年3月31日 15:01', '2026年3月31日 15:01'],
  ] as const)('%s says %j as %j', (kind, text, expected) => expect(fieldText(kind, text)).toBe(expected));

  const TAKEN: Record<WechatFieldKind, RegExp> = {
    thing: /^[^\p{Cc}\p{Cs}]{1,20}$/u,
    character_string: /^[\x20-\x7e]{1,32}$/,
    phrase: /^\p{Script=Han}{1,5}$/u,
    name: /^(?:[\p{Script=Han}A-Za-z ]{1,10}|[A-Za-z ]{1,20})$/u,
    number: /^\d{1,32}$/,
    date: /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?$/,
  };
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom('县', '镇', '👨‍👩‍👧', '🇨🇳', ' ', '\n', 'a', '9', '…', '\u200d'), { maxLength: 60 })
      .map((signs) => signs.join('')),
  );

  it.each(WechatFieldKind.options)('%s takes whatever anybody writes: never empty, never too long', (kind) => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = fieldText(kind, text);
        expect(shown).toMatch(TAKEN[kind]);
        expect(shown.trim()).toBe(shown);
        // Once it fits it stays as it is.
        expect(fieldText(kind, shown)).toBe(shown);
      }),
      { numRuns: 400 },
    );
  });

  it('is left whole where it fits', () => {
    const signs = fc.array(fc.constantFrom('县', '第', '3', '（', 'A'), { minLength: 1, maxLength: 20 });
    fc.assert(fc.property(signs, (some) => expect(fieldText('thing', some.join(''))).toBe(some.join(''))));
  });
});
