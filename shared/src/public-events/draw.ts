import { sha256Hex } from './sha256.ts';
import type { PublicDraw } from './sign-up.ts';

/** How anybody draws again, in words; by hand: `printf '%s' '310245-7' | sha256sum`. */
export const DRAW_METHOD =
  '每个编号的签是“公开数字-编号”（例如 310245-7）的 SHA-256 值，十六进制小写。' +
  '签从小到大排，同一场次、同一类参加对象里排在前面的有名额，其余按这个顺序候补。';

/** The lot of one number. */
export const lotOf = (seed: string, number: number): string => sha256Hex(`${seed}-${number}`);

/** Numbers in the order of their lots; two never have the same. */
export function drawOrder(seed: string, numbers: readonly number[]): { number: number; lot: string }[] {
  const lots = numbers.map((number) => ({ number, lot: lotOf(seed, number) }));
  return lots.sort((one, other) => (one.lot < other.lot ? -1 : one.lot > other.lot ? 1 : one.number - other.number));
}

/** Whether a published draw comes out the same by a number somebody found themselves: every lot, the order, who has a place. */
export function isDrawnSo(pools: PublicDraw['pools'], seed: string): boolean {
  return pools.every(({ seats, lots }) => {
    const again = drawOrder(
      seed,
      lots.map(({ number }) => number),
    );
    return lots.every(
      ({ number, lot, hasPlace }, at) =>
        number === again[at]!.number && lot === again[at]!.lot && hasPlace === at < seats,
    );
  });
}
