import { findWords } from '@county/shared/search/find-words';
import { indexWords } from '@county/shared/search/word-index';
import type { PublicHandbookSummary } from '@county/shared/service-guides/handbook';
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

export type ListedHandbook = Pick<PublicHandbookSummary, 'id' | 'matter' | 'title' | 'stepCount'>;

/** 一本通 that somebody's words mean: there are few, and all of them are at hand. */
export function findHandbooks(handbooks: readonly ListedHandbook[], words: string): ListedHandbook[] {
  const index = indexWords(
    handbooks.map(({ id, matter, title }) => ({ id, name: matter, words: [title], initials: '' })),
  );
  const byId = new Map(handbooks.map((one) => [one.id, one]));
  return findWords(index, words).flatMap(({ id }) => byId.get(id) ?? []);
}
