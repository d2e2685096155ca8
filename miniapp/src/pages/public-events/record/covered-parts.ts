import type { PictureArea } from '../../../platform/picture-area';

export type Step = 'left' | 'right' | 'up' | 'down' | 'larger' | 'smaller';

/** A finger never lies quite still. */
const TAP = 0.02;
/** A face in a photo of a room. */
const FACE = { width: 0.12, height: 0.16 };
const STEP = 0.02;
const LEAST = 0.03;

export const isTap = ({ width, height }: PictureArea) => width < TAP && height < TAP;

/** A part the size of a face around a spot. */
export const partAround = ({ x, y }: Pick<PictureArea, 'x' | 'y'>): PictureArea =>
  inside({ x: x - FACE.width / 2, y: y - FACE.height / 2, ...FACE });

/** Which part lies at a spot, the last drawn first; null where none. */
export function partAt(parts: readonly PictureArea[], { x, y }: Pick<PictureArea, 'x' | 'y'>): number | null {
  const lies = (part: PictureArea) =>
    x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;
  return parts.reduce<number | null>((found, part, at) => (lies(part) ? at : found), null);
}

/** A part one step further, or one step larger or smaller about its middle. */
export function moved(part: PictureArea, step: Step): PictureArea {
  const { x, y, width, height } = part;
  switch (step) {
    case 'left':
      return inside({ ...part, x: x - STEP });
    case 'right':
      return inside({ ...part, x: x + STEP });
    case 'up':
      return inside({ ...part, y: y - STEP });
    case 'down':
      return inside({ ...part, y: y + STEP });
    case 'larger':
    case 'smaller': {
      const by = step === 'larger' ? STEP : -STEP;
      const size = { width: Math.max(LEAST, width + by), height: Math.max(LEAST, height + by) };
      return inside({ x: x - (size.width - width) / 2, y: y - (size.height - height) / 2, ...size });
    }
  }
}

/** Kept whole within the picture. */
function inside({ x, y, width, height }: PictureArea): PictureArea {
  const size = { width: Math.min(1, width), height: Math.min(1, height) };
  const kept = (at: number, long: number) => Math.min(1 - long, Math.max(0, at));
  return { x: kept(x, size.width), y: kept(y, size.height), ...size };
}
