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
  const findings: PersonalDataFinding[] = [];
  const runs = text.normalize('NFKC').match(/\d(?:[ -]?\d){9,22}(?:[ -]?[xX])?/g) ?? [];
  for (const run of runs) {
    const digits = run.replace(/[ -]/g, '');
    if (/^\d{17}[\dxX]$/.test(digits) || /^\d{15}$/.test(digits)) findings.push({ kind: 'identity-number', text: run });
    else if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) findings.push({ kind: 'phone-number', text: run });
    else if (/^[3-6]\d{15,18}$/.test(digits) && luhn(digits)) findings.push({ kind: 'bank-card', text: run });
  }
  return findings;
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
