import type { DecisionTree, TreeOption, TreeQuestion } from '@county/shared/service-guides/decision-tree';
import type { GuideContent } from '@county/shared/service-guides/service-guide';

/** Everyday words, written with spaces between. */
export const words = (spaced: string): string[] => spaced.split(' ');

export const step = (name: string, text: string) => ({ name, words: text });
export const qa = (question: string, answer: string) => ({ question, answer });

/** Somebody to ring; the last five digits of an office phone that no area of the country has. */
export const ring = (name: string, post: string, digits: string): GuideContent['contact'] => ({
  name,
  post,
  phone: `0800-55${digits}`,
});

export const free: GuideContent['fee'] = { isCharged: false };
export const charged = (basis: string, standard: string): GuideContent['fee'] => ({ isCharged: true, basis, standard });

/** The law names this many working days, or none (null); the county promises fewer or as many. */
export const within = (promisedDays: number, statutoryDays: number | null = null): GuideContent['limits'] => ({
  promisedDays,
  statutoryDays,
});

/** Done while one waits. */
export const atOnce = within(0);

/** A limit the law gives in calendar days, as the working days that surely lie in it. */
export const ofCalendarDays = (days: number): number => Math.floor(days / 7) * 5;

interface Consequence {
  adds?: string[];
  note?: string;
  next?: string;
  stop?: string;
}

/** One answer: the materials it adds, what is said with it, and the question that follows or why it stops here. */
export const answer = (key: string, label: string, { adds, note, next, stop }: Consequence = {}): TreeOption => ({
  key,
  label,
  materialKeys: adds ?? [],
  note: note ?? '',
  nextKey: next ?? null,
  stop: stop ?? null,
});

export const ask = (key: string, question: string, ...options: TreeOption[]): TreeQuestion => ({
  key,
  question,
  options,
});

export const tree = (...questions: TreeQuestion[]): DecisionTree => ({ questions });
