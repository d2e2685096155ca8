/** A part of a picture in shares of its width and height, from 0 to 1. */
export interface PictureArea {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** So coarse that no face is known by it: the longer side of a part is cut into this many squares. */
const SQUARES = 5;

interface Square extends Size {
  x: number;
  y: number;
}

/** The squares a part of a picture is cut into, in whole pixels within the picture. */
export function squaresOf(area: PictureArea, { width, height }: Size): Square[] {
  const left = Math.floor(within(area.x) * width);
  const top = Math.floor(within(area.y) * height);
  const right = Math.ceil(within(area.x + area.width) * width);
  const bottom = Math.ceil(within(area.y + area.height) * height);
  const side = Math.max(1, Math.ceil(Math.max(right - left, bottom - top) / SQUARES));
  const squares: Square[] = [];
  for (let y = top; y < bottom; y += side)
    for (let x = left; x < right; x += side)
      squares.push({ x, y, width: Math.min(side, right - x), height: Math.min(side, bottom - y) });
  return squares;
}

/** What covering needs of a canvas, in the browser and in WeChat alike. */
type Pen = Pick<CanvasRenderingContext2D, 'getImageData' | 'fillRect' | 'fillStyle'>;

/** Covers parts of what is drawn: each square takes its own mean colour, and what was beneath is gone. */
export function coverAreas(pen: Pen, areas: readonly PictureArea[], size: Size): void {
  for (const { x, y, width, height } of areas.flatMap((area) => squaresOf(area, size))) {
    pen.fillStyle = meanColour(pen.getImageData(x, y, width, height).data);
    pen.fillRect(x, y, width, height);
  }
}

/** The mean of red-green-blue-alpha bytes. */
function meanColour(bytes: ArrayLike<number>): string {
  const sums = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 4) for (const part of [0, 1, 2]) sums[part]! += bytes[at + part]!;
  const count = Math.max(1, bytes.length / 4);
  return `rgb(${sums.map((sum) => Math.round(sum / count)).join(',')})`;
}

const within = (share: number) => Math.min(1, Math.max(0, share));
