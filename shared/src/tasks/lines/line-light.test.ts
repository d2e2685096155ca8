import { describe, expect, it } from '@jest/globals';
import type { AssignmentStatus, Light } from './assignment.ts';
import { lightOf } from './line-light.ts';

const SOON = '2026-11-19';

describe('the light of a line with a day', () => {
  it.each<[string, AssignmentStatus, string | null, string, Light]>([
    ['before its day', 'in-progress', null, '2026-11-01', 'green'],
    ['from the day it is near', 'in-progress', null, SOON, 'amber'],
    ['on its day, to the end of it', 'in-progress', null, '2026-12-31', 'amber'],
    ['the day after', 'in-progress', null, '2027-01-01', 'red'],
    ['completed in time, long after', 'completed', '2026-12-31', '2027-05-01', 'green'],
    ['completed late, for ever', 'closed', '2027-01-03', '2030-01-01', 'red'],
    ['returned after its day', 'returned', null, '2027-01-02', 'red'],
    ['withdrawn', 'withdrawn', null, '2030-01-01', 'grey'],
  ])('%s', (_, status, completedOn, today, light) =>
    expect(lightOf({ dueOn: '2026-12-31', status, completedOn, reportedPeriod: null, dueSoonOn: SOON }, today)).toBe(
      light,
    ),
  );
});

describe('the light of a line without a day', () => {
  it.each<[string, AssignmentStatus, string | null, string, Light]>([
    ['never reported, given out just now', 'assigned', null, '2026-07-01', 'amber'],
    ['this quarter not reported', 'in-progress', '2026-Q2', '2026-07-01', 'amber'],
    ['this quarter reported', 'in-progress', '2026-Q3', '2026-09-30', 'grey'],
    ['the day after the quarter', 'in-progress', '2026-Q3', '2026-10-01', 'amber'],
    ['a month', 'in-progress', '2026-08', '2026-08-31', 'grey'],
    ['the day after the month', 'in-progress', '2026-08', '2026-09-01', 'amber'],
    ['a month of the year before', 'returned', '2025-12', '2026-01-01', 'amber'],
    ['half a year', 'acknowledged', '2026-H1', '2026-06-30', 'grey'],
    ['the day after half a year', 'acknowledged', '2026-H1', '2026-07-01', 'amber'],
    ['a year', 'in-progress', '2026', '2026-12-31', 'grey'],
    ['the day after the year', 'in-progress', '2026', '2027-01-01', 'amber'],
    ['completed', 'completed', null, '2026-07-01', 'grey'],
    ['withdrawn', 'withdrawn', null, '2026-07-01', 'grey'],
  ])('%s', (_, status, reportedPeriod, today, light) =>
    expect(lightOf({ dueOn: null, status, completedOn: null, reportedPeriod, dueSoonOn: null }, today)).toBe(light),
  );
});
