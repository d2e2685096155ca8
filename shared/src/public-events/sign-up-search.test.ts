import { describe, expect, it } from '@jest/globals';
import { signUpsFound } from './sign-up-search.ts';
import type { StaffSignUpView } from './sign-up.ts';

const signUp = (code: string, names: readonly string[], phone: string | null, contactName: string | null = null) =>
  ({ code, phone, contactName, attendees: names.map((name) => ({ name })) }) as unknown as StaffSignUpView;

describe('somebody who rings about their sign-up', () => {
  const all = [
    signUp('K7M2QX', ['石大娘', '罗大爷'], '139****1001'),
    signUp('ABC234', ['陈建国'], '138****5001', '陈小妹'),
    signUp('ZZZ999', ['石头'], null),
  ];

  it.each([
    ['', ['K7M2QX', 'ABC234', 'ZZZ999']],
    ['石', ['K7M2QX', 'ZZZ999']],
    ['罗大爷', ['K7M2QX']],
    ['陈小妹', ['ABC234']],
    ['001', ['K7M2QX', 'ABC234']],
    ['5001', ['ABC234']],
    ['13900001001', ['K7M2QX']],
    ['13800001001', []],
    ['k7m 2', ['K7M2QX']],
    ['9999', []],
  ])('is found by “%s”', (words, codes) => expect(signUpsFound(all, words).map(({ code }) => code)).toEqual(codes));
});
