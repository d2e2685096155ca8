/** Numbers that look drawn by chance but are always the same for the same words. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Whether something that happens `percent` times in a hundred happens this time. */
  happens(percent: number): boolean;
  /** One of several. */
  pick<T>(choices: readonly T[]): T;
}

/** Dice thrown for a line of the plan; other words, other throws. */
export function diceOf(words: string): Dice {
  let state = 2_166_136_261;
  for (const letter of words) state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619);
  // Mulberry32: small, and even enough for stories.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    happens: (percent) => next() * 100 < percent,
    pick: (choices) => choices[between(0, choices.length - 1)]!,
  };
}
