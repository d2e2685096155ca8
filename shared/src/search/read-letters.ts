import { SYLLABLES } from './syllables.ts';
import { SYNONYMS } from './synonyms.ts';
import type { WordIndex } from './word-index.ts';

/** One syllable alone is read by too many characters to mean anything. */
const SHORTEST_WORD = 2;
/** Of words that read alike more than these would only hold up. */
const MOST_WORDS = 40;
const LETTERS = /^[a-z]{3,40}$/;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** By character its readings; made when somebody first types letters. */
function readings(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const byCharacter = new Map<string, string[]>();
  for (const entry of SYLLABLES) {
    const syllable = entry.replace(/[^a-z]+/, '');
    for (const character of entry.slice(syllable.length)) {
      const others = byCharacter.get(character);
      if (others) others.push(syllable);
      else byCharacter.set(character, [syllable]);
    }
  }
  return (known = byCharacter);
}

/**
 * The words that are read as the letters say, `qingshizhen` 青石镇: those that stand in the entries, and those of the
 * table of synonyms. The last syllable may be begun only, as it is while somebody types. None for other than letters.
 */
export function wordsThatRead(index: WordIndex, asked: string): string[] {
  const letters = asked.replace(/ü/g, 'v');
  if (!LETTERS.test(letters)) return [];
  const found = new Set<string>();
  for (const word of synonymsBeginning(letters)) found.add(word);
  const starts = [...index.postings.keys()].map((code) => String.fromCharCode(code));
  const search: Search = { index, found, dead: new Set() };
  for (const character of starts) read(search, character, '', letters);
  return [...found];
}

interface Search {
  readonly index: WordIndex;
  readonly found: Set<string>;
  /** Characters from which, with so many letters left, nothing was found: not gone through again. */
  readonly dead: Set<string>;
}

/** Goes on from character to character as they follow one another in the entries, as long as the letters hold. */
function read(search: Search, character: string, before: string, letters: string): void {
  const { index, found, dead } = search;
  const here = character + letters.length;
  if (dead.has(here) || found.size >= MOST_WORDS) return;
  const word = before + character;
  const foundBefore = found.size;
  for (const syllable of readings().get(character) ?? []) {
    if (syllable.startsWith(letters)) {
      if (word.length >= SHORTEST_WORD) found.add(word);
    } else if (letters.startsWith(syllable)) {
      const following = index.postings.get(character.charCodeAt(0))?.followed.keys() ?? [];
      for (const code of following) read(search, String.fromCharCode(code), word, letters.slice(syllable.length));
    }
  }
  if (found.size === foundBefore && word.length >= SHORTEST_WORD) dead.add(here);
}

/** 社保卡 is looked for by `shebaoka` where the entries say 社会保障卡 as well. */
function synonymsBeginning(letters: string): string[] {
  return SYNONYMS.flat().filter((word) => word.length >= SHORTEST_WORD && isRead(word, letters));
}

/** Whether the word, all of it, reads as the letters; the last syllable may be begun only. */
function isRead(word: string, letters: string): boolean {
  const [first = ''] = word;
  const rest = word.slice(1);
  return (readings().get(first) ?? []).some((syllable) => {
    if (rest === '') return syllable.startsWith(letters);
    return (
      letters.startsWith(syllable) && letters.length > syllable.length && isRead(rest, letters.slice(syllable.length))
    );
  });
}
