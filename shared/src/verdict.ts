/** A rule's answer. A refusal carries the words shown beside a greyed button and sent back by the server alike. */
export type Verdict = { allowed: true } | { allowed: false; code: RefusalCode; reason: string };

export type RefusalCode = 'not-allowed' | 'wrong-state' | 'too-late' | 'id-taken' | 'just-taken';

export const allowed: Verdict = { allowed: true };

export function refused(code: RefusalCode, reason: string): Verdict {
  return { allowed: false, code, reason };
}

/** The first refusal among several verdicts, or allowed when there is none. */
export function allOf(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.allowed) ?? allowed;
}
