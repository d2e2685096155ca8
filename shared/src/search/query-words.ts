import { SYNONYMS } from './synonyms.ts';

/** Asked around the matter, wherever they stand; longer ones first, and what is around them falls apart there. */
const ASKED_AROUND =
  /要带什么(?:材料|东西)?|需要什么(?:材料|手续)?|要什么(?:材料|手续)?|(?:哪些|什么)(?:材料|手续)|怎么(?:办理?|弄|走|去)?|怎样|如何(?:办理)?|咋(?:个|么)?办?|在?哪(?:里|儿|个)?(?:可以|能)?(?:办理?)?|请问|我(?:要|想)(?:办理?)?|多少钱|几点(?:开门|关门|上班|下班)|办理|需要|可以|什么/g;

/** Single characters that only lead up to the matter or follow it; within a word they belong to it. */
const LEADING = /^[办去到想要在给帮我找的]+/;
const TRAILING = /[办去的了吗呢啊呀吧要]+$/;

/** A word of a query, and the same in other words. */
export interface QueryWord {
  /** As it was asked, fillers and all: whoever writes just this comes first. */
  readonly asked: string;
  /** The word and its synonyms. */
  readonly forms: readonly string[];
}

/** One form of writing: full-width letters, capitals, signs and blanks make no difference. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What is looked for by a query; all of its words are meant. None when nothing was asked. Of a word in letters
 * `readAs` gives the words that read so.
 */
export function queryWords(query: string, readAs: (letters: string) => readonly string[] = () => []): QueryWord[] {
  const plain = normalised(query).slice(0, MOST_CHARACTERS);
  const words = plain
    .split(' ')
    .flatMap((asked) => asked.replace(ASKED_AROUND, ' ').split(' '))
    .map((asked) => ({ asked, word: bare(asked) }))
    .filter(({ word }) => word !== '');
  const kept = words.length > 0 ? words : plain.split(' ').map((asked) => ({ asked, word: asked }));
  return kept
    .filter(({ word }) => word !== '')
    .map(({ asked, word }) => ({ asked, forms: formsOf(word, readAs(word)) }));
}

/** A pasted page is no query. */
const MOST_CHARACTERS = 60;

/** Without what leads up to it; a word of which hardly anything would be left (去世, 办证) stays. */
function bare(word: string): string {
  const without = word.replace(LEADING, '').replace(TRAILING, '');
  if (without.length >= 2) return without;
  return word.length === 1 && (LEADING.test(word) || TRAILING.test(word)) ? '' : word;
}

/** The word and what it reads as, each with its synonyms. */
function formsOf(word: string, read: readonly string[]): string[] {
  return [...new Set([word, ...read].flatMap(synonymsOf))];
}

/** The word first, then with each part that has synonyms replaced by them. */
function synonymsOf(word: string): string[] {
  const forms = [word];
  for (const group of LONGEST_FIRST) {
    const part = group.find((synonym) => word.includes(synonym));
    if (part) forms.push(...group.filter((other) => other !== part).map((other) => word.replace(part, other)));
    if (forms.length > MOST_FORMS) break;
  }
  return [...new Set(forms)];
}

const MOST_FORMS = 24;

const LONGEST_FIRST = SYNONYMS.map((group) => [...group].sort((one, other) => other.length - one.length));
