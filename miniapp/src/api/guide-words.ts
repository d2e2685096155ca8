import type { GuideWords } from '@county/shared/service-map/find-points';
import { useMemo } from 'react';
import { useKeptGuides, useRenewedGuides } from './kept-guides';

/** What is done at a window is also found by how people say it, and by first letters. */
export function useGuideWords(): GuideWords {
  useRenewedGuides();
  const guides = useKeptGuides(({ guides: known }) => known);
  return useMemo(
    () =>
      new Map(
        (guides ?? []).map(({ id, title, plainTitle, everydayWords, initials }) => [
          id,
          [title, plainTitle, ...everydayWords, initials],
        ]),
      ),
    [guides],
  );
}
