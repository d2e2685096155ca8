import { describe, expect, it } from '@jest/globals';
import { Password } from './session.ts';

const said = (password: string) => Password.safeParse(password).error?.issues[0]?.message;

describe('a password', () => {
  it.each([
    'abcdefghij',
    'jihgfedcba',
    '1234567890',
    'qwertyuiop',
    'aaaaaaaaaa',
    'abcabcabcabc',
    '1q2w3e4r5t6y',
    'password123',
    'Admin@2026!',
    'woaini5201314',
    '13800000001',
    '一二三四五六七八九十',
  ])('%s is among those tried first', (password) => expect(said(password)).toMatch(/太常见/));

  it.each([
    '青石板上慢慢走路十步',
    'correct horse',
    'xk7wq9mz2p',
    'falsch-falsch!',
    '三月桃花水涨两岸青'.padEnd(10, '。'),
  ])('%s is taken', (password) => expect(said(password)).toBeUndefined());

  it('is long', () => expect(said('石板路')).not.toMatch(/太常见/));
});
