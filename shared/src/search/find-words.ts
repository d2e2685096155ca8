import { exchangedForms, hasAllButOne, hasNearly, LINE } from './near-words.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import { wordsThatRead } from './read-letters.ts';
import { SYNONYMS } from './synonyms.ts';
import {
  gramsOf,
  mayHave,
  mayNearlyHave,
  postedOf,
  sizeOf,
  type IndexedEntry,
  type Posted,
  type WordIndex,
} from './word-index.ts';

/** An entry that was found; the better it fits, the greater its score. */
export interface WordHit {
  readonly id: string;
  readonly score: number;
}

interface Scored {
  readonly number: number;
  readonly score: number;
}

/**
 * Entries that a person's words mean, the best first; none when nothing fits. First those that have all the words, by
 * themselves or a synonym; where there are none, those that nearly have them; else those that have most of what was
 * written.
 */
export function findWords(index: WordIndex, query: string, limit = Infinity): WordHit[] {
  const words = queryWords(query, (letters) => wordsThatRead(index, letters));
  if (words.length === 0) return [];
  for (const stage of [withAllWords, withNearlyAll, withMost]) {
    const found = stage(index, words);
    if (found.length > 0) return best(found, limit).map(({ number, score }) => ({ id: idOf(index, number), score }));
  }
  // qing shi zhen, as it is typed where each syllable gets its blank.
  return words.length > 1 && words.every(isLetters)
    ? findWords(index, words.map(({ asked }) => asked).join(''), limit)
    : [];
}

const isLetters = ({ asked }: QueryWord) => /^[a-zü]+$/.test(asked);

const idOf = ({ entries }: WordIndex, number: number) => (entries[number] as IndexedEntry).id;

function withAllWords(index: WordIndex, asked: readonly QueryWord[]): Scored[] {
  const words = asked.map((word) => ({ ...word, forms: formsThere(index, word.forms) }));
  const candidates = ofRarestWord(index, words, ({ forms }) => forms.map((form) => mayHave(index, form)));
  return scored(index, candidates, words, scoreOf);
}

/** Without the synonyms that no entry has: each is looked for in every candidate. */
function formsThere(index: WordIndex, forms: readonly string[]): string[] {
  return forms.filter((form, at) => at === 0 || mayHave(index, form).length > 0);
}

function withNearlyAll(index: WordIndex, asked: readonly QueryWord[]): Scored[] {
  const words = asked.map(mistypedSynonyms);
  const candidates = ofRarestWord(index, words, ({ forms }) =>
    forms.flatMap((form) => [
      mayHave(index, form),
      ...(FEW_LETTERS.test(form) ? [] : mayNearlyHave(index, form)),
      ...(FEW_LETTERS.test(form) ? [] : exchangedForms(form).map((exchanged) => mayHave(index, exchanged))),
    ]),
  );
  return scored(index, candidates, words, nearScoreOf);
}

/** Half of some letters says nothing. */
const LETTERS = /^[a-z0-9]+$/;

/** With one letter changed these are the first letters of nearly anything. */
const FEW_LETTERS = /^[a-z0-9]{1,4}$/;

/** 社会保章卡 is 社会保障卡 mistyped, and so it means 社保卡 as well. */
function mistypedSynonyms({ asked, forms }: QueryWord): QueryWord {
  const word = forms[0] ?? '';
  const meant = SYNONYMS.filter((group) =>
    group.some((synonym) => Math.abs(synonym.length - word.length) < 2 && hasNearly(LINE + synonym + LINE, word)),
  );
  return { asked, forms: [...new Set([...forms, ...meant.flat()])] };
}

/** At least half of what was written, by itself or with synonyms, and more than a single pair. */
function withMost(index: WordIndex, asked: readonly QueryWord[]): Scored[] {
  const words = asked.filter(({ forms }) => !LETTERS.test(forms[0] ?? ''));
  const best = new Map<number, number>();
  const most = Math.max(...words.map(({ forms }) => forms.length));
  for (let at = 0; at < most; at += 1) {
    const grams = [...new Set(words.flatMap(({ forms }) => gramsOf(forms[at] ?? forms[0] ?? '')))];
    for (const { number, score } of withHalf(index, grams)) best.set(number, Math.max(score, best.get(number) ?? 0));
  }
  return [...best].map(([number, score]) => ({ number, score }));
}

function withHalf(index: WordIndex, grams: readonly string[]): Scored[] {
  const counts = new Uint8Array(index.entries.length);
  const least = Math.max(2, Math.ceil(grams.length / 2));
  const enough: number[] = [];
  for (const gram of grams)
    for (const number of postedOf(index, gram)) {
      const count = (counts[number] ?? 0) + 1;
      counts[number] = count;
      if (count === least) enough.push(number);
    }
  return enough.map((number) => ({ number, score: (counts[number] ?? 0) / grams.length }));
}

/** All words are to be there, so that the candidates of the one that has fewest will do; each once. */
function ofRarestWord(
  index: WordIndex,
  words: readonly QueryWord[],
  candidatesOf: (word: QueryWord) => Posted[],
): Posted {
  const [first = [], ...others] = words.map((word) => candidatesOf(word).filter((list) => list.length > 0));
  const lists = others.reduce((least, other) => (sizeOf(other) < sizeOf(least) ? other : least), first);
  return lists.length === 1 ? (lists[0] ?? []) : eachOnce(index, lists);
}

function eachOnce({ entries }: WordIndex, lists: readonly Posted[]): number[] {
  const seen = new Uint8Array(entries.length);
  const once: number[] = [];
  for (const list of lists)
    for (const number of list)
      if (seen[number] === 0) {
        seen[number] = 1;
        once.push(number);
      }
  return once;
}

type Scorer = (entry: IndexedEntry, word: QueryWord) => number;

/** An entry's score is the sum of its words'; it is left out where one is missing. */
function scored(index: WordIndex, candidates: Posted, words: readonly QueryWord[], scorer: Scorer): Scored[] {
  const found: Scored[] = [];
  for (const number of candidates) {
    const entry = index.entries[number] as IndexedEntry;
    let sum = 0;
    for (const word of words) {
      const score = scorer(entry, word);
      sum = score === 0 ? 0 : sum + score;
      if (sum === 0) break;
    }
    if (sum > 0) found.push({ number, score: sum });
  }
  return found;
}

interface Weights {
  readonly whole: number;
  readonly beginning: number;
  readonly within: number;
}
const NAME: Weights = { whole: 100, beginning: 80, within: 60 };
const WORDS: Weights = { whole: 70, beginning: 45, within: 40 };
const INITIALS: Weights = { whole: 65, beginning: 50, within: 20 };

/** How well the best of a word's forms fits; as it was asked before a synonym, a short name before a long one. */
function scoreOf(entry: IndexedEntry, { asked, forms }: QueryWord): number {
  let most = 0;
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] as string;
    const fit = fitOf(entry, form);
    if (fit === 0) continue;
    const own = at > 0 ? 0 : asked !== form && entry.text.includes(asked) ? 3 : 2;
    most = Math.max(most, fit + own);
    // A name that has the word itself gains nothing by its synonyms.
    if (at === 0 && fit >= NAME.within) break;
  }
  return most === 0 ? 0 : most + 1 / entry.nameEnd;
}

/** Its best place in the entry's text; 0 where it is not. */
function fitOf({ text, nameEnd, initialsStart }: IndexedEntry, word: string): number {
  let most = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const weights = at < nameEnd ? NAME : at < initialsStart ? WORDS : INITIALS;
    const isBeginning = text[at - 1] === LINE;
    const isWhole = isBeginning && text[at + word.length] === LINE;
    most = Math.max(most, isWhole ? weights.whole : isBeginning ? weights.beginning : weights.within);
  }
  return most;
}

function nearScoreOf(entry: IndexedEntry, word: QueryWord): number {
  const score = scoreOf(entry, word);
  if (score > 0) return score;
  const near = word.forms.filter(
    (form) => !FEW_LETTERS.test(form) && hasAllButOne(entry.text, form) && hasNearly(entry.text, form),
  );
  if (near.length === 0) return 0;
  const name = entry.text.slice(0, entry.nameEnd + 1);
  return (near.some((form) => hasNearly(name, form)) ? 15 : 10) + 1 / entry.nameEnd;
}

/** The best of what was found, in order; of equals those that stand first. */
function best(found: Scored[], limit: number): Scored[] {
  const isBefore = (one: Scored, other: Scored) => other.score - one.score || one.number - other.number;
  if (found.length <= limit * 4) return found.sort(isBefore).slice(0, limit);
  let kept: Scored[] = [];
  let worst: Scored | undefined;
  for (const hit of found) {
    if (worst && isBefore(worst, hit) < 0) continue;
    kept.push(hit);
    if (kept.length < limit * 4) continue;
    kept = kept.sort(isBefore).slice(0, limit);
    worst = kept[limit - 1];
  }
  return kept.sort(isBefore).slice(0, limit);
}
