import { describe, expect, it } from '@jest/globals';
import { draftStanding } from './draft-rules.ts';

describe('a draft that was never sent', () => {
  it.each([
    ['2026-11-28', 'quiet', 'three days before'],
    ['2026-11-27', 'pressing', 'from 48 hours before'],
    ['2026-11-26', 'pressing', 'the day before'],
    ['2026-11-25', 'pressing', 'on the day itself'],
    ['2026-11-24', 'late', 'once the day is over'],
    ['2025-11-25', 'late', 'a year on'],
    [null, 'quiet', 'without a day'],
  ])('due %s is %s: %s', (dueOn, standing, _why) => expect(draftStanding(dueOn, '2026-11-25')).toBe(standing));
});
