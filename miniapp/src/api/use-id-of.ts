import { useRef } from 'react';
import { newId } from '../platform/ids';

/** An id that stays as long as the wish does: sent again it is the same act, and another wish is another act. */
export function useIdOf(wish: unknown): string {
  const words = JSON.stringify(wish);
  const drawn = useRef({ words, id: newId() });
  if (drawn.current.words !== words) drawn.current = { words, id: newId() };
  return drawn.current.id;
}
