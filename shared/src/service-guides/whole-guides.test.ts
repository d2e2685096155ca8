import { describe, expect, it } from '@jest/globals';
import type { PublicGuide } from './service-guide.ts';
import { guideKept } from './whole-guides.ts';

const guide = { id: 'card', publishedAt: '2026-11-09T16:30:00.000Z' } as PublicGuide;
const whole = { guides: [guide], handbooks: [] };

describe('a guide out of what is kept', () => {
  it.each<[string, string | undefined, string, boolean]>([
    ['as it is', undefined, 'card', true],
    // Let out at half past midnight in Shanghai.
    ['on the day it was let out', '2026-11-10', 'card', true],
    ['the day before, when it was another version or none', '2026-11-09', 'card', false],
    ['on the day all was kept', '2026-11-25', 'card', true],
    ['later, when there may be another', '2026-11-26', 'card', false],
    ['that nobody kept', undefined, 'other', false],
  ])('%s', (_when, on, guideId, isThere) => {
    expect(guideKept(whole, guideId, { on, keptOn: '2026-11-25' })).toBe(isThere ? guide : undefined);
  });
});
