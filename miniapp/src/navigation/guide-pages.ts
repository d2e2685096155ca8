import { myList, type TreeAnswers } from '@county/shared/service-guides/my-list';
import type { GuideMaterial, PublicGuide } from '@county/shared/service-guides/service-guide';
import { withQuery } from '../platform/navigation';

export const guidePage = (id: string, on?: string) => withQuery('/pages/service-guides/guide/index', { id, on });

/** A list is opened by the guide and the answers it was made from, so that a link sent to the family makes the same. */
export const myListPage = (guideId: string, answers: string) =>
  withQuery('/pages/service-guides/list/index', { guide: guideId, answers });

/** Answers as they stand in an address: `who.self~card.lost`. */
export function answersInAddress(answers: TreeAnswers): string {
  return Object.entries(answers)
    .map((pair) => pair.map(encodeURIComponent).join('.'))
    .join('~');
}

/** What cannot be read counts as not answered. */
export function readAnswers(text: string): TreeAnswers {
  const pairs = text.split('~').flatMap((pair) => {
    const [question, option] = pair.split('.').map(decoded);
    return question && option ? [[question, option] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Taro hands over some parts of an address as they stand in it. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The papers of a list; all of a guide's that are always needed where its questions have not been answered. */
export function papersOf({ guide, answers }: { guide: PublicGuide; answers: string }): GuideMaterial[] {
  const list = myList(guide.content, readAnswers(answers));
  return list.at === 'list' ? list.materials : guide.content.materials.filter(({ needed }) => needed === 'always');
}

/** `材料已齐，共 4 样`, `还差 2 样，共 4 样`. */
export function readinessInWords(list: { guide: PublicGuide; answers: string; ticked: readonly string[] }): string {
  const papers = papersOf(list);
  const missing = papers.filter(({ key }) => !list.ticked.includes(key)).length;
  if (!papers.length) return '不用带材料';
  return missing ? `还差 ${missing} 样，共 ${papers.length} 样` : `材料已齐，共 ${papers.length} 样`;
}
