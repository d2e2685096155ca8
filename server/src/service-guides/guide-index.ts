import { shanghaiDay } from '@county/shared/calendar/day';
import { findWords } from '@county/shared/search/find-words';
import { indexWords, type SearchEntry, type WordIndex } from '@county/shared/search/word-index';
import type { GuideContent, PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import type { GuideFacts } from './service-guides.tables.ts';

/** A guide everybody may read, as lists show it; the unit's name is looked up when it is shown. */
export type IndexedGuide = Omit<PublicGuideSummary, 'unitName'>;

/** Every public guide in the order of lists, and the way to find some by words. */
export class GuideIndex {
  readonly guides: readonly IndexedGuide[];
  readonly byId: ReadonlyMap<string, IndexedGuide>;

  private readonly words: WordIndex;

  constructor(
    readonly stamp: number,
    guides: readonly IndexedGuide[],
  ) {
    this.guides = [...guides].sort(byInitials);
    this.byId = new Map(this.guides.map((guide) => [guide.id, guide]));
    this.words = indexWords(this.guides.map(searchEntry));
  }

  /** The best first; no more than `most`. */
  find(words: string, most = Infinity): readonly IndexedGuide[] {
    return findWords(this.words, words, most).map(({ id }) => this.byId.get(id)!);
  }
}

/** Found by its plain name first, by its official one and by everyday words too. */
const searchEntry = ({ id, plainTitle, title, everydayWords, initials }: IndexedGuide): SearchEntry => ({
  id,
  name: plainTitle,
  words: [title, ...everydayWords],
  initials,
});

/** As a list in Chinese is looked through: by first letters, then by the words themselves. */
function byInitials(one: IndexedGuide, other: IndexedGuide): number {
  return (
    compare(one.initials, other.initials) || compare(one.plainTitle, other.plainTitle) || compare(one.id, other.id)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** A row of the join of public guides with the version that is public, as either engine answers it. */
export interface PublicGuideRow extends Omit<IndexedGuide, 'everydayWords' | 'isCharged' | 'isOnline' | 'publishedOn'> {
  everydayWords: string;
  isCharged: unknown;
  isOnline: unknown;
  publishedAt: string;
}

export function indexedGuide({
  everydayWords,
  isCharged,
  isOnline,
  publishedAt,
  ...row
}: PublicGuideRow): IndexedGuide {
  return {
    ...row,
    promisedDays: Number(row.promisedDays),
    everydayWords: JSON.parse(everydayWords) as string[],
    isCharged: Boolean(Number(isCharged)),
    isOnline: Boolean(Number(isOnline)),
    publishedOn: shanghaiDay(publishedAt),
  };
}

/** What a version's row says beside all its content. */
export function factsOf(content: GuideContent): GuideFacts {
  const { title, plainTitle, everydayWords, kind, audience, limits, fee, onlineUrl } = content;
  const { promisedDays } = limits;
  const isOnline = onlineUrl !== null;
  return { title, plainTitle, everydayWords, kind, audience, promisedDays, isCharged: fee.isCharged, isOnline };
}
