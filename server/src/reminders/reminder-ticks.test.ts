import { describe, expect, it } from '@jest/globals';
import { startCounty } from '../../../test/support/county.ts';
import { startRemindedCounty } from '../../../test/support/reminded-county.ts';

/** Ten working days before the last day of 2026, on which most of the plan is due. */
const TEN_BEFORE = '2026-12-17';

describe('the tick', () => {
  it('is not there for the wrong secret, and doubled does nothing twice', async () => {
    const at = await startRemindedCounty();
    try {
      const wrong = await at.county.ask('POST', '/reminder-ticks', { body: { secret: 'a-wrong-secret-of-16' } });
      expect(wrong.status).toBe(404);
      await at.tick();
      at.at(TEN_BEFORE);
      const told = await Promise.all([at.tick(), at.tick(), at.tick()]);
      expect(told.reduce((sum, { planned }) => sum + planned, 0)).toBeGreaterThan(0);
      // Whoever found another at it has left the digests to the next tick; the one after that finds nothing.
      expect((await at.tick()).planned).toBe(0);
      expect(await at.tick()).toEqual({ planned: 0, shown: 0, handed: 0 });
      const links = (await at.inbox('unit-lead')).map(({ link }) => link);
      expect(new Set(links).size).toBe(links.length);
    } finally {
      await at.county.close();
    }
  });

  it('is not there at all where no secret is set', async () => {
    const county = await startCounty();
    try {
      const answer = await county.ask('POST', '/reminder-ticks', { body: { secret: 'any-secret-of-16-signs' } });
      expect(answer.status).toBe(404);
    } finally {
      await county.close();
    }
  });
});
