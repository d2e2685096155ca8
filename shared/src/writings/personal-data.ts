import type { FieldIssue } from '../http/problem.ts';
import { FINDING_LABELS, findPersonalData } from '../tasks/public/personal-data-scan.ts';

/** Whatever in a writing looks like somebody's number (rules U5), at its place; the phone of the office may be a mobile. */
export function personalDataIn(
  content: object,
  labels: Readonly<Record<string, string>>,
  officePhone: string,
): FieldIssue[] {
  const allowed = digitsOf(officePhone);
  return textsIn(content).flatMap(({ path, text }) =>
    findPersonalData(text)
      .filter((found) => digitsOf(found.text) !== allowed)
      .map((found) => ({
        path,
        message: `${labelOf(path, labels)}里像是有${FINDING_LABELS[found.kind]}“${found.text}”，请删去后再保存`,
      })),
  );
}

/** What the scan says of a writing that may be kept, for the reviewer and the record. */
export function scanInWords(officePhone: string): string {
  const [found] = findPersonalData(officePhone);
  return found ? `自动检查：咨询电话“${found.text}”是${FINDING_LABELS[found.kind]}，其余未发现个人信息` : NOTHING_FOUND;
}

const NOTHING_FOUND = '自动检查：未发现身份证号、手机号、银行卡号';

const digitsOf = (text: string) => text.replace(/\D/g, '');

function textsIn(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return isName(path) ? [] : [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]));
}

/** Ids and keys, alone or in a list, are nobody's number, whatever digits stand in them. */
const isName = (path: (string | number)[]) =>
  /(?:Ids?|key|Key)$/.test(String(path.filter((part) => typeof part === 'string').pop()));

/** 常见问题第 2 项. */
function labelOf([field, at]: (string | number)[], labels: Readonly<Record<string, string>>): string {
  const label = labels[String(field)] ?? '内容';
  return typeof at === 'number' ? `${label}第 ${at + 1} 项` : label;
}
