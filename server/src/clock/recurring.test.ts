import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { gate } from '../../../test/support/gate.ts';
import { Recurring } from './recurring.ts';

const SOON_MS = 5;
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 20 * SOON_MS));

describe('what is done again and again', () => {
  it('is not begun anew while it is still at work, and not after it was stopped', async () => {
    const atWork = gate();
    let begun = 0;
    const recurring = new Recurring(
      'counting',
      async () => {
        begun += 1;
        await atWork.promise;
      },
      { everyMs: SOON_MS },
    );
    recurring.start();
    await aWhile();
    expect(begun).toBe(1);
    let hasStopped = false;
    const stopped = recurring.stop().then(() => (hasStopped = true));
    await aWhile();
    expect(hasStopped).toBe(false);
    atWork.resolve();
    await stopped;
    await aWhile();
    expect(begun).toBe(1);
  });

  it('comes again after a time that failed', async () => {
    Logger.overrideLogger(false);
    let begun = 0;
    const recurring = new Recurring(
      'failing',
      () => {
        begun += 1;
        return Promise.reject(new Error('not this time'));
      },
      { everyMs: 60_000, firstAfterMs: SOON_MS },
    );
    recurring.start();
    await aWhile();
    expect(begun).toBe(1);
    await recurring.stop();
    const soon = new Recurring('failing', () => Promise.reject(new Error(`not the ${(begun += 1)}th time`)), {
      everyMs: SOON_MS,
    });
    soon.start();
    await aWhile();
    await soon.stop();
    expect(begun).toBeGreaterThan(2);
  });

  it('is told to come to an end when the server does', async () => {
    let rounds = 0;
    const recurring = new Recurring(
      'going on',
      async (signal) => {
        while (!signal.aborted) {
          rounds += 1;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      },
      { everyMs: SOON_MS },
    );
    recurring.start();
    await aWhile();
    await recurring.stop();
    expect(rounds).toBeGreaterThan(0);
  });
});
