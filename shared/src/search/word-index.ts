import { LINE } from './near-words.ts';
import { normalised } from './query-words.ts';

/** Something that is looked for by words. */
export interface SearchEntry {
  readonly id: string;
  readonly name: string;
  /** What else it is found by: everyday names, what is done there, the place. */
  readonly words: readonly string[];
  /** First letters in pinyin, `qszbmfwzx`; those of several words with blanks between. */
  readonly initials: string;
}

/** An entry as it is compared. */
export interface IndexedEntry {
  readonly id: string;
  /** Name, words and initials, each between line ends. */
  readonly text: string;
  readonly nameEnd: number;
  readonly initialsStart: number;
}

/** Numbers of entries, in order. */
export type Posted = readonly number[];

/** The entries that have a character, and those that have another right behind it, by the code of that. */
interface CharacterPostings {
  readonly own: number[];
  readonly followed: Map<number, number[]>;
}

/**
 * Our own, small: libraries for search (MiniSearch and the like) look up words between blanks, of which Chinese has
 * none, and mend typing errors within such words; and `shared` takes in none. On the phone as on the server it is this.
 *
 * Which entries have a character, and which have two in a row. A word is looked up by its rarest pair, and only the
 * entries that have the pair are read.
 */
export interface WordIndex {
  readonly entries: readonly IndexedEntry[];
  readonly postings: ReadonlyMap<number, CharacterPostings>;
}

/** Built once for a list of entries. */
export function indexWords(entries: readonly SearchEntry[]): WordIndex {
  const indexed = entries.map(indexedEntry);
  const postings = new Map<number, CharacterPostings>();
  indexed.forEach(({ text }, number) => postText(postings, text, number));
  return { entries: indexed, postings };
}

const LINE_CODE = LINE.charCodeAt(0);

/** From the last character to the first, so that each is met with the one behind it in hand. */
function postText(postings: Map<number, CharacterPostings>, text: string, number: number): void {
  let behind = LINE_CODE;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (code !== LINE_CODE) {
      let character = postings.get(code);
      if (!character) postings.set(code, (character = { own: [], followed: new Map() }));
      post(character.own, number);
      if (behind !== LINE_CODE) {
        const pairs = character.followed.get(behind);
        if (pairs) post(pairs, number);
        else character.followed.set(behind, [number]);
      }
    }
    behind = code;
  }
}

function post(posted: number[], number: number): void {
  if (posted[posted.length - 1] !== number) posted.push(number);
}

function indexedEntry({ id, name, words, initials }: SearchEntry): IndexedEntry {
  const nameText = LINE + joinedUp(name);
  const before = [nameText, ...words.map(joinedUp)].join(LINE);
  return {
    id,
    text: `${before}${LINE}${normalised(initials).replace(/ /g, LINE)}${LINE}`,
    nameEnd: nameText.length,
    initialsStart: before.length,
  };
}

/** Blanks within a part go: 青山 镇 is looked for as 青山镇. */
function joinedUp(part: string): string {
  return normalised(part).replace(/ /g, '');
}

/** The entries that have one character (a word of one) or two in a row. */
export function postedOf({ postings }: WordIndex, gram: string): Posted {
  const character = postings.get(gram.charCodeAt(0));
  return (gram.length < 2 ? character?.own : character?.followed.get(gram.charCodeAt(1))) ?? [];
}

/** The pairs of a word; of a single character, itself. */
export function gramsOf(word: string): string[] {
  if (word.length < 2) return [word];
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

/** The entries that have the word's rarest pair: all that can have the word, and fewer to read than by any other. */
export function mayHave(index: WordIndex, word: string): Posted {
  return fewest(gramsOf(word).map((gram) => postedOf(index, gram)));
}

/**
 * All entries that can have the word but for one character. One that is wrong, missing or too many spoils at most two
 * pairs in a row; so of two pairs that lie apart one is left. In a word of three it may be the middle one.
 */
export function mayNearlyHave(index: WordIndex, word: string): Posted[] {
  if (word.length < 3) return [];
  const pairs = gramsOf(word).map((gram) => postedOf(index, gram));
  if (word.length > 3) return fewestApart(pairs);
  return [...pairs, inBoth(postedOf(index, word.charAt(0)), postedOf(index, word.charAt(2)))];
}

function fewestApart(pairs: readonly Posted[]): Posted[] {
  let least: Posted[] = [];
  pairs.forEach((one, at) => {
    for (const other of pairs.slice(at + 2))
      if (least.length === 0 || one.length + other.length < sizeOf(least)) least = [one, other];
  });
  return least;
}

function inBoth(one: Posted, other: Posted): number[] {
  const both: number[] = [];
  let at = 0;
  for (const number of one) {
    while (at < other.length && (other[at] as number) < number) at += 1;
    if (other[at] === number) both.push(number);
  }
  return both;
}

export function sizeOf(lists: readonly Posted[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

function fewest(lists: readonly Posted[]): Posted {
  return lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
}
