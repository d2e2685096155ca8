import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../people/actor.ts';
import type { Role } from '../../people/role.ts';
import type { PublicLine } from './public-line.ts';
import { canReviewPublicLine } from './public-line-rules.ts';

const actor = (role: Role, personId: string): Actor => ({
  sessionId: 's',
  personId,
  name: personId,
  role,
  unitId: '青石镇',
  unitName: '青石镇',
  unitIds: ['青石镇'],
});
const lead = actor('unit-lead', '段立新');
const supervisor = actor('supervisor', '周正言');

describe('who lets words out to everybody (先审查后公开)', () => {
  it.each<[string, Actor, PublicLine['subject'], 'proposed' | 'published', RegExp]>([
    ['the unit’s lead', lead, null, 'proposed', /^yes$/],
    ['an officer', actor('officer', '田春生'), null, 'proposed', /负责人或督查员/],
    ['whoever wrote them', actor('unit-lead', '许静'), null, 'proposed', /起草人不能/],
    ['anybody, twice', lead, null, 'published', /已经审查过/],
    ['the unit’s lead, of its own measure', lead, 'measure', 'proposed', /^yes$/],
    ['the unit’s lead, of the problem found at it', lead, 'problem', 'proposed', /由督查员审查/],
    ['a supervisor, of the problem', supervisor, 'problem', 'proposed', /^yes$/],
  ])('%s', (_, who, subject, state, words) => {
    const verdict = canReviewPublicLine({ writtenBy: '许静', state, subject }, who);
    expect(verdict.allowed ? 'yes' : verdict.reason).toMatch(words);
  });
});
