import type { Point } from './polygons.ts';

/**
 * The invented county's shape, in kilometres east and north of its seat. It is nobody's: border, rivers and roads were
 * made up. The outline drawn from it is in `county-outline.ts`.
 */
export const SEAT = { longitude: 105.52, latitude: 31.47 };

/** The county's border, before it is roughened. */
export const BORDER: readonly Point[] = [
  [-13, 16.5],
  [-7.5, 14.2],
  [-2.5, 16.8],
  [4.5, 15.2],
  [9, 16.6],
  [16.5, 13.4],
  [15.8, 8.2],
  [19.4, 4.1],
  [17.2, -1.4],
  [20.1, -7.2],
  [15.4, -13.6],
  [9.2, -12.9],
  [5.6, -16.4],
  [-1.8, -15.2],
  [-6.4, -16.9],
  [-12.8, -12.1],
  [-18.6, -9.4],
  [-17.1, -4.6],
  [-20.2, 0.8],
  [-16.4, 5.2],
  [-18.8, 11.4],
];

/** The seat of each township and subdistrict; its area is what lies nearer to it than to any other. */
export const TOWNSHIP_SEATS: Readonly<Record<string, Point>> = {
  城关街道: [-1.5, 0.9],
  河东街道: [2.6, 1.1],
  新城街道: [0.4, -3.2],
  青石镇: [-8.6, 5.4],
  白杨镇: [1.2, 9.6],
  双河镇: [2.4, -10.8],
  龙泉镇: [10.2, -1.2],
  永安镇: [-8.2, -6.2],
  云台镇: [10.8, 9.4],
  桃源乡: [-15.2, -2.2],
  清水乡: [-13.1, 11.6],
  大坪乡: [13.6, -8.6],
};

/** From where they come into the county to where they leave it or meet another. */
export const RIVERS: Readonly<Record<string, readonly Point[]>> = {
  青溪河: [
    [-16, 18],
    [-14.2, 12.8],
    [-10.6, 9.1],
    [-8, 4.6],
    [-3.4, 4],
    [0.3, 3],
    [0.7, -0.4],
    [3.2, -4.6],
    [2.6, -8.4],
    [3.3, -11.4],
    [1.2, -13.8],
    [2, -18],
  ],
  龙溪: [
    [14, 17],
    [11.9, 10.1],
    [12.3, 4],
    [9.4, -0.4],
    [10.3, -4.2],
    [6.4, -8.2],
    [3.3, -11.4],
  ],
};

/** From one place to the next; the county's seat is where most of them begin. */
export const ROADS: Readonly<Record<string, readonly Point[]>> = {
  清水公路: [
    [-1.5, 0.9],
    [-4.8, 2.6],
    [-8.6, 5.4],
    [-11.6, 8],
    [-13.1, 11.6],
  ],
  白杨公路: [
    [-1.5, 0.9],
    [-0.6, 5.2],
    [1.2, 9.6],
    [0.8, 18],
  ],
  大坪公路: [
    [2.6, 1.1],
    [6.2, -0.6],
    [10.2, -1.2],
    [12.6, -4.6],
    [13.6, -8.6],
  ],
  云台公路: [
    [2.6, 1.1],
    [5.6, 4.6],
    [8.8, 6.8],
    [10.8, 9.4],
  ],
  双河公路: [
    [-1.5, 0.9],
    [0.4, -3.2],
    [1, -7.2],
    [2.4, -10.8],
    [-0.4, -18],
  ],
  桃源公路: [
    [-1.5, 0.9],
    [-4.2, -2.6],
    [-8.2, -6.2],
    [-12, -4.8],
    [-15.2, -2.2],
    [-22, -1],
  ],
  城区大桥: [
    [-1.5, 0.9],
    [2.6, 1.1],
  ],
};
