import { useId } from 'react';

/** An id for tying words to their field; React's own has colons, which WeChat's selectors refuse. */
export function useUiId(prefix: string): string {
  return prefix + useId().replace(/:/g, '-');
}
