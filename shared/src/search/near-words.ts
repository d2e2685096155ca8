/** Parts of an entry's text stand on lines of their own; nothing found reaches over the end of one. */
export const LINE = '\n';

/** Below this length a word with one character wrong is another word. */
const SHORTEST_MISTYPED = 3;
/** Below this length a word without one of its characters is only a part of it. */
const SHORTEST_DOUBLED = 4;

/**
 * Whether the text has the word but for one character: wrong, missing, exchanged with its neighbour, or one too many.
 */
export function hasNearly(text: string, word: string): boolean {
  if (exchangedForms(word).some((form) => text.includes(form))) return true;
  if (word.length < SHORTEST_MISTYPED) return false;
  for (let at = 0; at < word.length; at += 1) {
    const [before, from, after] = [word.slice(0, at), word.slice(at), word.slice(at + 1)];
    if (hasAround(text, before, after)) return true;
    if (at > 0 && hasAround(text, before, from)) return true;
    if (word.length >= SHORTEST_DOUBLED && text.includes(before + after)) return true;
  }
  return false;
}

/** The word with each two neighbours exchanged. */
export function exchangedForms(word: string): string[] {
  const forms: string[] = [];
  for (let at = 0; at + 1 < word.length; at += 1)
    if (word[at] !== word[at + 1]) forms.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  return forms;
}

/** Whether the two parts stand in the text with exactly one character between, or beside the one that is not empty. */
function hasAround(text: string, before: string, after: string): boolean {
  if (before === '') return text.includes(after) && hasBefore(text, after);
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const between = at + before.length;
    if (between < text.length && text[between] !== LINE && text.startsWith(after, between + 1)) return true;
  }
  return false;
}

function hasBefore(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at > 0 && text[at - 1] !== LINE) return true;
  return false;
}

/** Every character but one is there: what `hasNearly` asks for in any case, and is quickly seen. */
export function hasAllButOne(text: string, word: string): boolean {
  let missing = 0;
  for (let at = 0; at < word.length; at += 1) {
    if (!text.includes(word.charAt(at))) missing += 1;
    if (missing > 1) return false;
  }
  return true;
}
