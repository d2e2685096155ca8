import { describe, expect, it } from '@jest/globals';
import { rememberedActs } from './acts';
import type { Failure } from './failure';
import type { Answer } from './wire';

const no = (failure: Failure): Answer<never> => ({ ok: false, failure });
const REFUSED = no({
  kind: 'refused',
  status: 409,
  problem: { code: 'conflict', message: '刚刚被约走了', reference: 'r' },
} as never);

describe('an act whose answer may be lost', () => {
  let drawn = 0;
  const act = rememberedActs(() => `id ${(drawn += 1)}`);
  /** The id under which a wish was sent. */
  const sent = async (wish: unknown, answer: Answer<unknown>) => {
    let under = '';
    await act(wish, async (id) => {
      under = id;
      return answer;
    });
    return under;
  };
  const YES: Answer<string> = { ok: true, reply: 'yes', status: 201 };
  const half = { day: '2026-11-26', minute: 540 };

  it.each<[string, Answer<never>]>([
    ['without a network', no({ kind: 'offline' })],
    ['when nobody answered in time', no({ kind: 'timed-out' })],
    ['when something on the way broke', no({ kind: 'broken', reference: null })],
  ])('is the same act when it is tried again, %s', async (_, lost) => {
    const first = await sent(half, lost);
    expect(await sent({ ...half }, lost)).toBe(first);
    expect(await sent({ ...half }, YES)).toBe(first);
  });

  it.each([
    ['done', YES],
    ['refused', REFUSED],
  ])('is another act once it was %s', async (_, answer) => {
    const first = await sent(half, answer);
    expect(await sent(half, answer)).not.toBe(first);
  });

  it('is another act when another thing is wished meanwhile, and stays itself', async () => {
    const first = await sent(half, no({ kind: 'offline' }));
    expect(await sent({ ...half, minute: 570 }, YES)).not.toBe(first);
    expect(await sent(half, YES)).toBe(first);
  });
});
