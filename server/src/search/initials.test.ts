import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './initials.service.ts';

describe('the first letters of words', () => {
  it.each([
    ['青山镇便民服务中心', 'qszbmfwzx'],
    ['清河县政务服务大厅', 'qhxzwfwdt'],
    // Characters of several readings, by the word they stand in.
    ['重庆路银行', 'cqlyh'],
    ['长寿村', 'csc'],
    ['会计证', 'kjz'],
    // As a person types them: small, without spaces and signs, full-width letters like any others.
    ['ＡＴＭ 自助机（2号）', 'atmzzj2h'],
    ['', ''],
  ])('of %s are %s', (words, letters) => {
    expect(initialsOf(words)).toBe(letters);
  });
});
