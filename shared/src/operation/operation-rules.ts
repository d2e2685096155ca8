import type { Operation, ReminderQueue } from './operation.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GIGABYTE = 1024 ** 3;

/** From when on something is late enough to look into; docs/alerts.yml says the same to Prometheus. */
export const LATE_SECONDS = {
  reminders: 30 * MINUTE,
  /** A provider of short messages may hold them overnight. */
  sms: 13 * HOUR,
  tick: 15 * MINUTE,
  seal: 10 * MINUTE,
  backUp: 2 * DAY,
} as const;
/** Room on the disk, of the whole, under which it is too little. */
export const LEAST_FREE_SHARE = 0.1;

/** What had waited while the server stood still is put right in its first minutes, before anybody need be told. */
const SETTLED_SECONDS = 2 * MINUTE;

/** Something that needs doing: what is the case, and what to do about it. */
export interface OperationConcern {
  what: string;
  wayOut: string;
}

const QUEUE_CONCERNS: Record<ReminderQueue, [what: string, wayOut: string]> = {
  inbox: ['提醒', '请看服务器的错误日志，再重启服务器。'],
  unchosen: ['提醒', '请看服务器的错误日志，再重启服务器。'],
  wechat: ['微信提醒', '请检查服务器能否连上微信，模板是否还能用。'],
  mail: ['邮件提醒', '请检查邮件服务器，和 SMTP_URL 里的密码。'],
  sms: ['短信提醒', '请检查短信的转接程序，或问短信服务商。'],
};

/** For how long something of this queue may wait. */
export const lateAfter = (queue: ReminderQueue): number =>
  queue === 'sms' ? LATE_SECONDS.sms : LATE_SECONDS.reminders;

/** What needs doing now, the most pressing first; empty where everything is as it should be. */
export function operationConcerns(operation: Operation): OperationConcern[] {
  return [
    ...diskConcern(operation),
    ...reminderConcerns(operation),
    ...sealConcern(operation),
    ...backUpConcern(operation),
  ];
}

function diskConcern({ disk: { freeBytes, totalBytes } }: Operation): OperationConcern[] {
  if (freeBytes >= totalBytes * LEAST_FREE_SHARE) return [];
  return [{ what: `磁盘只剩 ${bytesInWords(freeBytes)}`, wayOut: '满了就存不下填报和照片，请清理或扩容。' }];
}

function reminderConcerns({ queues, lastTickAt, startedAt, at }: Operation): OperationConcern[] {
  const isSettled = secondsBetween(startedAt, at) > SETTLED_SECONDS;
  const late = queues.filter(({ queue, oldestSeconds }) => isSettled && (oldestSeconds ?? 0) > lateAfter(queue));
  const concerns = late.map(({ queue, oldestSeconds }) => {
    const [what, wayOut] = QUEUE_CONCERNS[queue];
    return { what: `${what}已积压 ${durationInWords(oldestSeconds!)}`, wayOut };
  });
  const sinceTick = secondsBetween(lastTickAt ?? startedAt, at);
  if (sinceTick <= LATE_SECONDS.tick) return concerns;
  const what = `已有 ${durationInWords(sinceTick)}没有查看到期的提醒`;
  return [{ what, wayOut: '请看服务器的错误日志，再重启服务器。' }, ...concerns];
}

function sealConcern({ unsealedSeconds, startedAt, at }: Operation): OperationConcern[] {
  if ((unsealedSeconds ?? 0) <= LATE_SECONDS.seal || secondsBetween(startedAt, at) <= SETTLED_SECONDS) return [];
  const what = `操作日志已有 ${durationInWords(unsealedSeconds!)}没有封记`;
  return [{ what, wayOut: '请看服务器的错误日志；修好以后会自动补上。' }];
}

function backUpConcern({ lastBackUpAt, at }: Operation): OperationConcern[] {
  if (!lastBackUpAt) return [{ what: '没有备份的记录', wayOut: '请在服务器上运行 npm run back-up，并设成每天运行。' }];
  const age = secondsBetween(lastBackUpAt, at);
  if (age <= LATE_SECONDS.backUp) return [];
  return [{ what: `上次备份是 ${durationInWords(age)}前`, wayOut: '请检查每天的备份为什么没有运行。' }];
}

/** `40 秒`, `40 分钟`, `5 小时`, `3 天`: as exact as matters. */
export function durationInWords(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} 秒`;
  if (seconds < 2 * HOUR) return `${Math.round(seconds / MINUTE)} 分钟`;
  if (seconds < 2 * DAY) return `${Math.round(seconds / HOUR)} 小时`;
  return `${Math.round(seconds / DAY)} 天`;
}

/** `850 MB`, `12.5 GB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < GIGABYTE) return `${Math.round(bytes / 1024 ** 2)} MB`;
  const gigabytes = bytes / GIGABYTE;
  return `${gigabytes < 100 ? gigabytes.toFixed(1) : Math.round(gigabytes)} GB`;
}

const secondsBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
