import type { FieldIssue } from '../../http/problem.ts';

/** A stretch of text that looks like personal data (rules U5). */
export interface PersonalDataFinding {
  kind: 'identity-number' | 'phone-number' | 'bank-card';
  text: string;
}

export const FINDING_LABELS = {
  'identity-number': '身份证号',
  'phone-number': '手机号',
  'bank-card': '银行卡号',
} as const satisfies Record<PersonalDataFinding['kind'], string>;

/** What in a text looks like an identity, mobile or bank number. Spaces and hyphens between digits do not hide one. */
export function findPersonalData(text: string): PersonalDataFinding[] {
  const runs = text.normalize('NFKC').match(/\d(?:[ -]?\d){9,39}(?:[ -]?[xX])?/g) ?? [];
  return runs.flatMap(findInRun);
}

/** Nothing that looks like somebody's number goes into words for everybody (rules U5). */
export function personalDataIssue(path: FieldIssue['path'], words: string): FieldIssue[] {
  const [found] = findPersonalData(words);
  if (!found) return [];
  return [{ path, message: `文字里像是有${FINDING_LABELS[found.kind]}“${found.text}”，请删去后再提交` }];
}

/** A date or a count may stand before the number: the longest stretch of the run's groups that is one counts. */
function findInRun(run: string): PersonalDataFinding[] {
  const groups = run.split(/[ -]/);
  for (let length = groups.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= groups.length; from += 1) {
      const kind = kindOf(groups.slice(from, from + length).join(''));
      if (!kind) continue;
      const before = groups.slice(0, from).join(' ');
      const after = groups.slice(from + length).join(' ');
      return [
        ...findPersonalData(before),
        { kind, text: groups.slice(from, from + length).join(' ') },
        ...findPersonalData(after),
      ];
    }
  }
  return [];
}

/** Six digits of a place, a day of birth, and the rest: 18 signs, or 15 as they were until 1999. */
const IDENTITY =
  /^[1-9]\d{5}(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dxX]|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/;

function kindOf(digits: string): PersonalDataFinding['kind'] | undefined {
  if (IDENTITY.test(digits)) return 'identity-number';
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return 'phone-number';
  return /^[3-6]\d{15,18}$/.test(digits) && luhn(digits) ? 'bank-card' : undefined;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const value = i % 2 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
