import type { FieldIssue } from '@county/shared/http/problem';

/** How many faults lie in the fields named, such as `basis` or `materials`. */
export const faultsIn = (issues: readonly FieldIssue[], ...fields: string[]): number =>
  issues.filter(({ path }) => fields.includes(String(path[0] === 'content' ? path[1] : path[0]))).length;

/** The fault of exactly one field; the server names it below `content`. */
export function faultAt(issues: readonly FieldIssue[], path: string): string | undefined {
  return issues.find((issue) => placeOf(issue) === path)?.message;
}

/** Of several sentences in one field: the first fault among them. */
export function faultWithin(issues: readonly FieldIssue[], field: string): string | undefined {
  return issues.find((issue) => placeOf(issue) === field || placeOf(issue).startsWith(`${field}.`))?.message;
}

const placeOf = ({ path }: FieldIssue) => (path[0] === 'content' ? path.slice(1) : path).join('.');
