import type { Problem } from '@county/shared/http/problem';

/** Why a call had no usable answer. */
export type Failure =
  /** The server understood and said no (4xx), in words fit to show. */
  | { kind: 'refused'; status: number; problem: Problem }
  | { kind: 'signed-out' }
  | { kind: 'offline' }
  | { kind: 'timed-out' }
  /** Too many at once, or too fast: the same is tried again a moment later (503, 429). */
  | {
      kind: 'busy';
      message: string;
      /** When the server is to be asked again, in seconds; undefined where it did not say. */
      againAfter?: number;
      /** The page asks again by itself. */
      comesAgain?: boolean;
    }
  /** The device is full: what could not be sent could not be kept either. */
  | { kind: 'device-full' }
  /** This version of the app is too old to be understood (426). */
  | { kind: 'outdated' }
  /** The server failed (5xx); `reference` finds it in the log. */
  | { kind: 'broken'; reference: string | null };

export interface FailureWords {
  title: string;
  /** Why, and what to do. */
  advice: string;
}

/** A failure as the person reads it: what is the case, why, what to do. */
export function failureWords(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'refused':
      if (failure.status === 404) return { title: failure.problem.message, advice: '请返回上一页再试。' };
      return {
        title: failure.problem.message,
        advice: `如有疑问，请联系本单位负责人。编号 ${failure.problem.reference}`,
      };
    case 'signed-out':
      return { title: '登录已过期', advice: '请重新登录。已填写的内容都还在。' };
    case 'offline':
      return { title: '没有连上网络', advice: '请检查手机信号或网络，恢复后会自动再试。' };
    case 'timed-out':
      return { title: '网络太慢，没有等到回应', advice: '请稍后再试；已填写的内容都还在。' };
    case 'busy':
      return {
        title: failure.message,
        advice: failure.comesAgain ? '稍等几秒会自动再试，不用一直按。' : '过一会儿再试就好。',
      };
    case 'device-full':
      return {
        title: '这台设备存满了，没有存下，也没有发出去',
        advice: '写的还在这一页。请清理空间，或有网络时再提交。',
      };
    case 'outdated':
      return { title: '当前版本过旧', advice: '请更新到新版本后继续；未发送的内容不会丢失。' };
    case 'broken':
      return {
        title: '系统出了问题',
        advice: `请稍后再试。${failure.reference ? `若仍不行，请把编号 ${failure.reference} 告诉管理员。` : ''}`,
      };
  }
}

/** Whether what was written comes back to its writer, instead of waiting to be sent. */
export const comesBack = (failure: Failure | undefined): failure is Failure =>
  failure?.kind === 'refused' || failure?.kind === 'device-full';

/** What the server found wrong, field by field. */
export const issuesOf = (failure: Failure | undefined) =>
  failure?.kind === 'refused' ? failure.problem.issues : undefined;

/**
 * What of a failure is said as a whole, above the button: nothing that stands beside a field the form shows, for it
 * is not said twice, and whatever lies in a field the form does not show.
 */
export function beyondFields(failure: Failure, shown: readonly string[]): Failure | undefined {
  const issues = issuesOf(failure);
  if (failure.kind !== 'refused' || !issues?.length) return failure;
  const beyond = issues.filter(({ path }) => !shown.includes(path.join('.')));
  if (!beyond.length) return undefined;
  const message = beyond.map((issue) => issue.message).join('；');
  return { ...failure, problem: { ...failure.problem, message } };
}

/** A failure in one sentence, for a toast or a line beside an item. */
export function failureSentence(failure: Failure): string {
  return failure.kind === 'refused' ? failure.problem.message : failureWords(failure).title;
}

/** Words for the field at `path`, such as `percent`, if the server or the schema complained of it. */
export function issueAt(
  issues: readonly { path: readonly (string | number)[]; message: string }[] | undefined,
  path: string,
): string | undefined {
  return issues?.find((issue) => issue.path.join('.') === path)?.message;
}
