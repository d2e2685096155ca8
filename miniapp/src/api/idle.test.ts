import { describe, expect, it } from '@jest/globals';
import { idleStep } from './idle';

const minutes = (count: number) => count * 60_000;
const at = (now: number, touched: number) =>
  idleStep({ idleMinutes: 30, lastHeardAt: 0, lastTouchedAt: minutes(touched), now: minutes(now) });

describe('a web session that is not used', () => {
  it.each([
    ['is left alone at first', 20, 0, 'fine'],
    ['warns two minutes before its end', 28, 0, 'warn'],
    ['ends after thirty minutes', 30, 0, 'over'],
    ['is asked for again, not ended, while somebody works on without a signal', 45, 40, 'renew'],
    ['ends when nobody has touched it for as long without a signal', 71, 40, 'over'],
    ['is kept while somebody writes a long report', 11, 10, 'renew'],
    ['is kept without a warning when somebody wrote just now', 28.5, 28, 'renew'],
    ['warns somebody who stopped writing a while ago', 28.5, 20, 'warn'],
    ['asks the server no more often than needed', 5, 4, 'fine'],
  ])('%s', (_, now, touched, step) => {
    expect(at(now, touched)).toBe(step);
  });
});
