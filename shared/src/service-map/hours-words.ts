import { checkInput } from '../http/input.ts';
import { spansInWords, WEEKDAY_NAMES } from './clock-span.ts';
import { hoursInWords } from './hours-in-words.ts';
import { UnreadableHours, hoursTokens, type HoursToken } from './hours-tokens.ts';
import {
  OpeningHours,
  type DaySpans,
  type OpeningException,
  type OpeningSeason,
  type TimeSpan,
} from './opening-hours.ts';

/** Hours read from a person's words, or what is wrong with them, in words for that person. */
export type ReadHours = { hours: OpeningHours | null } | { fault: string };

export const HOURS_EXAMPLE = '周一至周五 8:30-12:00,14:30-17:30；节假日休息';

const NOTHING_KNOWN = /^(?:不详|不明|未知|未登记|没有登记|时间不详)?$/;

/**
 * Hours as somebody writes them into a cell: 周一至周五 8:30-12:00,14:30-17:30；节假日休息. Seasons (5月1日至9月30日：…；
 * 其余时间：…), a duty on holidays (节假日 9:00-11:00) and single days (2026年12月31日 休息（盘点）) as well. An empty text
 * means that the hours are not known. Days that are not named are closed.
 */
export function readHours(text: string): ReadHours {
  if (NOTHING_KNOWN.test(text.trim())) return { hours: null };
  try {
    const reading = new Reading();
    for (const token of hoursTokens(text)) reading.take(token);
    const checked = checkInput(OpeningHours, reading.finish());
    return checked.valid ? { hours: checked.value } : { fault: checked.issues[0]?.message ?? '开放时间填写有误' };
  } catch (error) {
    if (!(error instanceof UnreadableHours)) throw error;
    return { fault: `${error.message}。可以这样写：${HOURS_EXAMPLE}` };
  }
}

type Subject = { words: string; spans: TimeSpan[]; isClosed: boolean } & (
  { of: 'days'; days: number[] } | { of: 'holidays' } | { of: 'dates'; from: string; to: string; reason: string }
);

/** What has been read so far: the season spoken of, and the days the next times belong to. */
class Reading {
  private readonly seasons: {
    from: string | null;
    to: string | null;
    week: (DaySpans | undefined)[];
    words: string;
  }[] = [];
  private readonly exceptions: OpeningException[] = [];
  private holidays: DaySpans = [];
  private calendar: OpeningHours['calendar'] = 'working-days';
  private subject: Subject | undefined;

  take(token: HoursToken): void {
    switch (token.kind) {
      case 'season':
        this.settle();
        this.seasons.push({ from: token.from, to: token.to, week: blankWeek(), words: token.words });
        return;
      case 'days':
        return this.takeDays(token);
      case 'dates':
        return this.begin({ of: 'dates', from: token.from, to: token.to, reason: '', ...blank(token.words) });
      case 'holidays':
        return this.begin({ of: 'holidays', ...blank(token.words) });
      case 'regardless':
        this.settle();
        this.calendar = 'every-week';
        return;
      case 'span':
        this.named(token.words).spans.push(token.span);
        return;
      case 'closed':
        return this.close(token.words);
      case 'reason':
        return this.reason(token.reason);
    }
  }

  finish(): OpeningHours {
    this.settle();
    const seasons = this.seasons.map(({ from, to, week }): OpeningSeason => ({
      from,
      to,
      week: week.map((spans) => spans ?? []),
    }));
    if (!seasons.length) throw new UnreadableHours('没有写星期几和时间');
    return { seasons, calendar: this.calendar, holidays: this.holidays, exceptions: this.exceptions };
  }

  private takeDays({ days, words }: Extract<HoursToken, { kind: 'days' }>): void {
    const { subject } = this;
    if (subject?.of === 'days' && !subject.spans.length && !subject.isClosed) {
      subject.days.push(...days);
      subject.words = `${subject.words.trim()}、${words}`;
    } else this.begin({ of: 'days', days: [...days], ...blank(words) });
  }

  private begin(subject: Subject): void {
    this.settle();
    this.subject = subject;
  }

  private named(words: string): Subject {
    if (!this.subject) throw new UnreadableHours(`“${words.trim()}”前面没有写是星期几`);
    return this.subject;
  }

  private close(words: string): void {
    // 不开, alone or after 7月1日至8月31日, closes the whole week.
    if (!this.subject) this.subject = { of: 'days', days: [0, 1, 2, 3, 4, 5, 6], ...blank(words) };
    this.named(words).isClosed = true;
  }

  private reason(reason: string): void {
    if (this.subject?.of !== 'dates') throw new UnreadableHours(`“（${reason}）”只能写在某年某月某日的变动后面`);
    this.subject.reason = reason;
  }

  /** Puts down what was said of the days before, and forgets them. */
  private settle(): void {
    const { subject } = this;
    this.subject = undefined;
    if (!subject) return;
    const { spans, isClosed } = subject;
    const words = subject.words.trim().replace(/[:：]$/, '');
    if (!spans.length && !isClosed) throw new UnreadableHours(`“${words}”后面没有写时间`);
    if (spans.length && isClosed) throw new UnreadableHours(`“${words}”又写了时间，又写了休息`);
    if (subject.of === 'holidays') this.holidays = spans;
    else if (subject.of === 'dates')
      this.exceptions.push({ from: subject.from, to: subject.to, spans, reason: subject.reason || '临时变动' });
    else this.putDays(subject.days, spans);
  }

  private putDays(days: readonly number[], spans: DaySpans): void {
    if (!this.seasons.length) this.seasons.push({ from: null, to: null, week: blankWeek(), words: '' });
    const { week } = this.seasons[this.seasons.length - 1]!;
    for (const day of days) {
      if (week[day]) throw new UnreadableHours(`${WEEKDAY_NAMES[day]}写了两次`);
      week[day] = spans;
    }
  }
}

const blank = (words: string) => ({ words, spans: [] as TimeSpan[], isClosed: false });
const blankWeek = (): (DaySpans | undefined)[] => Array.from({ length: 7 }, () => undefined);

/** Hours as `readHours` reads them, for a cell that people change; an empty text where they are not known. */
export function writeHours(hours: OpeningHours | null): string {
  return hours ? [hoursInWords(hours), ...hours.exceptions.map(exceptionWords)].join('；') : '';
}

function exceptionWords({ from, to, spans, reason }: OpeningException): string {
  const days = from === to ? dateWords(from) : `${dateWords(from)}至${dateWords(to)}`;
  return `${days} ${spansInWords(spans)}（${bracketed(reason)}）`;
}

function dateWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Brackets that do not close would swallow what follows. */
function bracketed(reason: string): string {
  let depth = 0;
  for (const sign of reason) {
    if (/[（(]/.test(sign)) depth += 1;
    if (/[）)]/.test(sign)) depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? reason : reason.replace(/[（）()]/g, ' ').trim();
}
