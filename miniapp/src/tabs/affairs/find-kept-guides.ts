import { findWords } from '@county/shared/search/find-words';
import { indexWords } from '@county/shared/search/word-index';
import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';

/** Among the guides kept on this device, without a signal: the same words find them as on the server. */
export function findKeptGuides(guides: readonly PublicGuideSummary[], words: string): PublicGuideSummary[] {
  const index = indexWords(
    guides.map(({ id, plainTitle, title, everydayWords, initials }) => ({
      id,
      name: plainTitle,
      words: [title, ...everydayWords],
      initials,
    })),
  );
  const byId = new Map(guides.map((guide) => [guide.id, guide]));
  return findWords(index, words).flatMap(({ id }) => byId.get(id) ?? []);
}
