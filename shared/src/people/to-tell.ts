/** What is kept for whoever rings somebody: several changes fit. */
export const MOST_TO_TELL = 600;

/** With what nobody has told them yet; where both do not fit, the last word counts. */
export function alsoToTell(untold: string | null, words: string): string {
  if (!untold || untold.endsWith(words)) return words;
  const both = `${untold}；${words}`;
  return both.length <= MOST_TO_TELL ? both : words;
}
