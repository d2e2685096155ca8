import type { GridProps } from './grid-props';

/** WeChat has no desk: pages show the same cells as a list there. */
export function Grid(_props: GridProps) {
  return null;
}
