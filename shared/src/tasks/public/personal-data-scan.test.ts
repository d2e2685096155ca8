import { describe, expect, it } from '@jest/globals';
import { findPersonalData } from './personal-data-scan.ts';

describe('personal data in words for the public (rules U5)', () => {
  it.each([
    ['联系王大娘 13812345678', 'phone-number', '13812345678'],
    ['电话138 1234 5678。', 'phone-number', '138 1234 5678'],
    ['+86-138-1234-5678', 'phone-number', '86 138 1234 5678'],
    ['１３８１２３４５６７８', 'phone-number', '13812345678'],
    ['2026-06-30 13812345678', 'phone-number', '13812345678'],
    ['12 13812345678', 'phone-number', '13812345678'],
    ['身份证110101199003070011', 'identity-number', '110101199003070011'],
    ['11010119900307002x', 'identity-number', '11010119900307002x'],
    ['11010119900307002X', 'identity-number', '11010119900307002X'],
    ['110101 19900307 0011', 'identity-number', '110101 19900307 0011'],
    ['卡号 6222 0212 3456 7890 123', undefined, ''],
    ['卡号 4111 1111 1111 1111', 'bank-card', '4111 1111 1111 1111'],
  ] as const)('“%s” holds %s', (text, kind, found) => {
    expect(findPersonalData(text)).toEqual(kind ? [{ kind, text: found }] : []);
  });

  it('finds each of several', () => {
    expect(findPersonalData('张三13812345678，李四 13987654321').map(({ text }) => text)).toEqual([
      '13812345678',
      '13987654321',
    ]);
    expect(findPersonalData('13812345678 13987654321').map(({ kind }) => kind)).toEqual([
      'phone-number',
      'phone-number',
    ]);
  });

  it.each(['0000-1234567', '拨打12345', '2026年6月30日办结120件', '文号〔2026〕12号', '共 1280000 元', ''])(
    'leaves “%s” alone',
    (text) => expect(findPersonalData(text)).toEqual([]),
  );
});
