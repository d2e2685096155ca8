import { ConflictException, HttpException, HttpStatus, NotFoundException } from '@nestjs/common';
import type { FieldIssue } from '@county/shared/http/problem';
import type { RefusalCode, Verdict } from '@county/shared/verdict';

const STATUS: Record<RefusalCode, HttpStatus> = {
  'not-allowed': HttpStatus.FORBIDDEN,
  'wrong-state': HttpStatus.CONFLICT,
  'too-late': HttpStatus.CONFLICT,
  'id-taken': HttpStatus.CONFLICT,
  'just-taken': HttpStatus.CONFLICT,
};

/** Turns a rule's refusal into the HTTP answer; an allowed verdict passes in silence. */
export function demand(verdict: Verdict): void {
  if (verdict.allowed) return;
  throw new HttpException({ code: verdict.code, message: verdict.reason }, STATUS[verdict.code]);
}

/** 404, for what is not there and for what the actor may not know of alike; `advice` where the usual reasons do not fit. */
export const notFound = (what: string, advice = '可能已被移走，或不在您的权限范围内') =>
  new NotFoundException({ code: 'not-found', message: `没有找到${what}，${advice}` });

/** 409: the id was used before for something else. */
export const idTaken = () =>
  new ConflictException({ code: 'id-taken', message: '这个编号已用于另一份内容，请重新打开页面再提交' });

/** 400 about one field, in the shape of a schema's own issues. */
export const invalidField = (field: string, message: string) => invalidInput([{ path: [field], message }]);

/** 400 about what a rule found wrong in fields that are each well formed. */
export const invalidInput = (issues: readonly FieldIssue[]) => {
  const message = issues.map((one) => one.message).join('；');
  return new HttpException({ code: 'invalid-input', message, issues }, HttpStatus.BAD_REQUEST);
};
