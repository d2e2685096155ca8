import type { ReactNode } from 'react';
import type { PictureArea } from '../../platform/picture-area';

export interface DrawAreaProps {
  /** The picture drawn upon. */
  src: string;
  label: string;
  /** A finger or pointer drew this part; one that has no size was a tap. */
  onDraw(area: PictureArea): void;
  /** What lies over the picture. */
  children: ReactNode;
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface OnScreen {
  clientX: number;
  clientY: number;
}

interface Spot {
  x: number;
  y: number;
}

/** The part between where drawing began and where it is. */
export const areaBetween = (from: Spot, to: Spot): PictureArea => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});

/** A spot on the screen in shares of the picture, never outside of it. */
export function spotIn(frame: Frame, { clientX, clientY }: OnScreen): Spot {
  const share = (at: number, size: number) => Math.min(1, Math.max(0, size ? at / size : 0));
  return { x: share(clientX - frame.left, frame.width), y: share(clientY - frame.top, frame.height) };
}

/** Where a part lies over the picture, for `style`. */
export const placeOf = ({ x, y, width, height }: PictureArea) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});
