import { Day, weekday } from './day.ts';

/** A date, or a span of dates, as a sentence says it. */
export interface SaidSpan {
  said: string;
  /** Undefined where there is no such day. */
  from: Day | undefined;
  to: Day | undefined;
  /** What is said of it and is not so. */
  doubts: string[];
}

/** The parts of a date as matched: `year`, `month`, `date`, and `about`, which stands in brackets after it. */
type Parts = Partial<Record<'year' | 'month' | 'date' | 'about', string>>;

const WEEKDAYS = '日一二三四五六';

/** The dates of one sentence: what a date leaves unsaid it has from the one before it, or from the notice's year. */
export class NoticeDates {
  private year: number;
  private month: number | undefined;

  constructor(
    private readonly noticeYear: number,
    /** Of New Year's, December without a year is the one before. */
    private readonly isNewYear: boolean,
  ) {
    this.year = noticeYear;
  }

  /** A date by itself, or the first of a span. */
  start(parts: Parts): SaidSpan {
    const doubts: string[] = [];
    if (parts.year) this.year = Number(parts.year);
    else if (parts.month) this.year = this.noticeYear;
    if (parts.month) this.month = Number(parts.month);
    if (this.isNewYear && this.month === 12 && !parts.year && this.year === this.noticeYear) {
      this.year -= 1;
      doubts.push(`${saidOf(parts)}没有写年份，按 ${this.year} 年理解`);
    }
    const day = this.resolve(parts, doubts);
    return { said: saidOf(parts), from: day, to: day, doubts };
  }

  /** The span from the one given to another date. */
  end(span: SaidSpan, parts: Parts): SaidSpan {
    const doubts = [...span.doubts];
    const wasDecember = this.month === 12;
    if (parts.month) this.month = Number(parts.month);
    if (parts.year) this.year = Number(parts.year);
    else if (wasDecember && this.month === 1) this.year += 1;
    const to = this.resolve(parts, doubts);
    return { said: `${span.said}至${saidOf(parts)}`, from: span.from, to, doubts };
  }

  private resolve({ date, about }: Parts, doubts: string[]): Day | undefined {
    if (this.month === undefined) return undefined;
    const two = (number: number) => String(number).padStart(2, '0');
    const written = Day.safeParse(`${this.year}-${two(this.month)}-${two(Number(date))}`);
    if (!written.success) return undefined;
    const said = /(?:周|星期)([日天一二三四五六])/.exec(about ?? '')?.[1]?.replace('天', '日');
    const is = WEEKDAYS[weekday(written.data)];
    if (said && said !== is) doubts.push(`${this.month}月${Number(date)}日写的是周${said}，实际是周${is}`);
    return written.data;
  }
}

const saidOf = ({ year, month, date }: Parts): string =>
  `${year ? `${year}年` : ''}${month ? `${month}月` : ''}${date}日`;
