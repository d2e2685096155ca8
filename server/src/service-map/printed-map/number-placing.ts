export interface Spot {
  x: number;
  y: number;
}
export interface Frame extends Spot {
  width: number;
  height: number;
}

/** A number, or several that lie at one place, beside its sign or, where there is no room, at the end of a line from it. */
export interface PlacedLabel {
  at: Spot;
  words: string;
  box: Frame;
  /** Too far from its sign to be read without a line. */
  isLed: boolean;
}

/** 1、2、3、7 as `1-3,7`. */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** Numbers whose signs would cover one another share a label. */
export function groupsOf(places: readonly (Spot & { number: number })[], reach: number) {
  const groups: { at: Spot; numbers: number[] }[] = [];
  for (const { number, x, y } of places) {
    const near = groups.find(({ at }) => Math.hypot(at.x - x, at.y - y) < reach);
    if (near) near.numbers.push(number);
    else groups.push({ at: { x, y }, numbers: [number] });
  }
  return groups;
}

const STEP = 3;
const TURNS = 16;

/**
 * Puts every label where it covers no other, no sign and nothing in `taken`: beside its sign if it can be, else ever
 * farther away. The widest come first, since they find room hardest.
 */
export function placeLabels(
  labels: readonly { at: Spot; words: string; width: number }[],
  { height, sign, frame, taken }: { height: number; sign: number; frame: Frame; taken: readonly Frame[] },
): PlacedLabel[] {
  const signs = labels.map(({ at }) => ({ x: at.x - sign, y: at.y - sign, width: 2 * sign, height: 2 * sign }));
  const covered: Frame[] = [...signs, ...taken];
  return [...labels]
    .sort((one, other) => other.width - one.width)
    .map(({ at, words, width }) => {
      const free = (box: Frame): boolean => isWithin(box, frame) && !covered.some((other) => overlap(box, other));
      const { box, gap } = firstFree(at, { width, height }, sign, free, frame);
      covered.push(box);
      return { at, words, box, isLed: gap > STEP };
    });
}

function firstFree(
  at: Spot,
  { width, height }: Pick<Frame, 'width' | 'height'>,
  sign: number,
  free: (box: Frame) => boolean,
  frame: Frame,
): { box: Frame; gap: number } {
  const farthest = Math.hypot(frame.width, frame.height);
  for (let gap = 0.5; gap < farthest; gap += STEP) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = (turn / TURNS) * 2 * Math.PI;
      const [across, down] = [Math.cos(angle), Math.sin(angle)];
      // The box's middle, so that its nearest edge keeps the gap from the sign.
      const x = at.x + across * (sign + gap + width / 2) - width / 2;
      const y = at.y + down * (sign + gap + height / 2) - height / 2;
      const box = { x, y, width, height };
      if (free(box)) return { box, gap };
    }
  }
  // No room anywhere: over the others rather than nowhere.
  return { box: { x: at.x + sign, y: at.y - height / 2, width, height }, gap: 0 };
}

export function overlap(one: Frame, other: Frame): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

export function isWithin(box: Frame, frame: Frame): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
