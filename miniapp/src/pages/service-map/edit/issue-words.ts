import type { FieldIssue } from '@county/shared/http/problem';

/** Words for a field, or for anything within it. */
export function wordsUnder(issues: readonly FieldIssue[] | undefined, path: string): string | undefined {
  return issues?.find((issue) => `${issue.path.join('.')}.`.startsWith(`${path}.`))?.message;
}

const MOST_SAID = 6;

/** What is wrong, at the foot of a long form, where its beginning is out of sight. */
export function issuesInWords(issues: readonly FieldIssue[]): string[] {
  const words = [...new Set(issues.map(({ message }) => message))];
  return words.length > MOST_SAID ? [...words.slice(0, MOST_SAID), '……'] : words;
}
