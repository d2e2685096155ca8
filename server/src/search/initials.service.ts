import { pinyin } from 'pinyin-pro';

const MOST_LETTERS = 60;
const MOST_KEPT = 20_000;

const read = new Map<string, string>();

/**
 * The first letters of words in pinyin, `qszbmfwzx` for 青山镇便民服务中心: for those who type on few keys. Characters of
 * several readings are read by the words they stand in; letters and digits stay, all else is left out. One sign may
 * be many letters (㍿): more than a name is long are never typed, and have no room where they are kept.
 */
export function initialsOf(words: string): string {
  const known = read.get(words);
  if (known !== undefined) return known;
  const letters = lettersOf(words);
  // A county's names and things to do are few and asked for all day; whatever else comes must not pile up.
  if (read.size >= MOST_KEPT) read.clear();
  read.set(words, letters);
  return letters;
}

function lettersOf(words: string): string {
  const letters = pinyin(words.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, MOST_LETTERS);
}
