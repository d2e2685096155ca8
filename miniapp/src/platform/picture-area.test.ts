import { describe, expect, it } from '@jest/globals';
import { coverAreas, squaresOf } from './picture-area.ts';

const SIZE = { width: 100, height: 50 };

/** A picture whose pixels are all different, and what is drawn over it. */
function drawn() {
  const bytes = Uint8ClampedArray.from({ length: 100 * 50 * 4 }, (_, at) => (at * 7) % 256);
  const pen = {
    fillStyle: '',
    getImageData: (x: number, y: number, width: number, height: number) => {
      const data: number[] = [];
      for (let row = y; row < y + height; row += 1)
        data.push(...bytes.slice((row * 100 + x) * 4, (row * 100 + x + width) * 4));
      return { data };
    },
    fillRect: (x: number, y: number, width: number, height: number) => {
      const [red, green, blue] = pen.fillStyle.match(/\d+/g)!.map(Number);
      for (let row = y; row < y + height; row += 1)
        for (let column = x; column < x + width; column += 1)
          bytes.set([red!, green!, blue!, 255], (row * 100 + column) * 4);
    },
  };
  const coloursOf = (x: number, y: number, width: number, height: number) => {
    const { data } = pen.getImageData(x, y, width, height);
    return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 3).join()));
  };
  return { bytes, coloursOf, pen: pen as unknown as CanvasRenderingContext2D };
}

describe('a part of a picture that is covered', () => {
  it('is cut into a few squares that leave nothing of it out', () => {
    const squares = squaresOf({ x: 0.25, y: 0.5, width: 0.5, height: 0.5 }, SIZE);
    expect(squares.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(50 * 25);
    expect(squares.length).toBeLessThanOrEqual(25);
  });

  it('ends at the edge of the picture, however far somebody drew', () => {
    const squares = squaresOf({ x: 0.9, y: 0.9, width: 5, height: 5 }, SIZE);
    expect(Math.max(...squares.map(({ x, width }) => x + width))).toBe(100);
    expect(Math.max(...squares.map(({ y, height }) => y + height))).toBe(50);
  });

  it('keeps one colour a square of what was there, and the rest stays as it was', () => {
    const { bytes, coloursOf, pen } = drawn();
    const before = bytes.slice();
    coverAreas(pen, [{ x: 0.2, y: 0, width: 0.3, height: 1 }], SIZE);
    expect(coloursOf(20, 0, 30, 50).size).toBeLessThanOrEqual(25);
    expect(coloursOf(0, 0, 20, 50).size).toBeGreaterThan(25);
    expect(bytes.slice(0, 20 * 4)).toEqual(before.slice(0, 20 * 4));
  });
});
