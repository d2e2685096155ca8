import type { NoticeDay, NoticeRemark } from './calendar-year.ts';
import { faultOf } from './calendar-rules.ts';
import { addDays, dayInWords, daysBetween, type Day } from './day.ts';
import { MADE_UP } from './holiday-sentences.ts';
import { excerptOf, sectionsOf, yearAndSourceOf } from './notice-text.ts';
import { NoticeDates, type SaidSpan } from './notice-dates.ts';

/** What was understood of a notice's text. */
export interface HolidayNotice {
  /** Title and document number, where the text has them. */
  source: string | null;
  days: NoticeDay[];
  remarks: NoticeRemark[];
}

/** Every notice arranges these; a text without one of them is not the whole notice. */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'];
/** Longer is no holiday but a misread span. */
const LONGEST = 15;

/** A word that says what its days are, or how many they were; a date, with the weekday it is said to be. */
const TOKEN =
  /(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<date>\d{1,2})(?:日(?:\((?<about>[^()]*)\))?|(?=[至到~—–-]\d))|(?<verb>放假|补休|上班)|共(?<count>\d+|[一二两三四五六七八九十]+)天/g;
/** Between two dates of one list, between the ends of a span, and between a date and its verb. */
const LIST = /^[、,和及与]$/;
const SPAN = /^起?[至到~—–-]+$/;
const BEFORE_VERB = /^(?:起|均|都|全天|正常|照常|调休)*$/;

/**
 * Reads the State Council's yearly notice, whole or by its sentences: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
 * 1月4日（周日）上班。` What is not understood, or contradicts itself or the calendar, is said and never guessed.
 */
export function readHolidayNotice(text: string, noticeYear: number): HolidayNotice {
  const { year, source } = yearAndSourceOf(text);
  if (year !== null && year !== noticeYear)
    return { source, days: [], remarks: [about('error', '', `这是 ${year} 年的通知，现在录入的是 ${noticeYear} 年`)] };
  const reading = new NoticeReading(noticeYear);
  for (const { name, sentence } of sectionsOf(text)) reading.take(name, sentence);
  return { source, days: reading.days(), remarks: reading.remarksOfAll() };
}

class NoticeReading {
  private readonly taken = new Map<Day, NoticeDay>();
  private readonly remarks: NoticeRemark[] = [];

  constructor(private readonly noticeYear: number) {}

  /** One sentence: dates wait until a verb says what they are; a number of days is held against the days before it. */
  take(name: string, sentence: string): void {
    const dates = new NoticeDates(this.noticeYear, name.includes('元旦'));
    let waiting: SaidSpan[] = [];
    let lastOff: Day[] = [];
    let after = 0;
    const giveUp = () => {
      if (waiting.length)
        this.say('note', sentence, `没有写明放假还是上班，没有录入：${waiting.map(({ said }) => said).join('、')}`);
      waiting = [];
    };
    for (const match of sentence.matchAll(TOKEN)) {
      const { date, verb, count } = match.groups!;
      const between = sentence.slice(after, match.index);
      after = match.index + match[0].length;
      if (date !== undefined) {
        const isEnd = waiting.length > 0 && SPAN.test(between);
        if (!isEnd && waiting.length && !LIST.test(between)) giveUp();
        waiting = isEnd
          ? [...waiting.slice(0, -1), dates.end(waiting[waiting.length - 1]!, match.groups!)]
          : [...waiting, dates.start(match.groups!)];
      } else if (verb !== undefined) {
        if (!waiting.length) continue;
        if (!BEFORE_VERB.test(between)) giveUp();
        else if (verb === '上班') this.commit(waiting, 'workday', name, sentence);
        else lastOff = this.commit(waiting, 'holiday', name, sentence);
        // `放假3天` without 共 says the same.
        const said = verb === '放假' ? /^(?:调休)?(\d+)天/.exec(sentence.slice(after))?.[1] : undefined;
        if (said) this.compare(lastOff, said, sentence);
        waiting = [];
      } else if (count !== undefined) this.compare(lastOff, count, sentence);
    }
    giveUp();
  }

  days(): NoticeDay[] {
    return [...this.taken.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  /** With what the whole lacks, the gravest first. */
  remarksOfAll(): NoticeRemark[] {
    const named = [...this.taken.values()].map(({ name }) => name).join();
    const missing = HOLIDAYS.filter((holiday) => !named.includes(holiday));
    if (!this.taken.size) this.remarks.push(about('error', '', '没有在文字里看到放假或上班的日子，请粘贴通知全文'));
    else if (missing.length)
      this.remarks.push(about('warning', '', `没有看到${missing.join('、')}的安排；录入后这些节日按平常的日子计算`));
    const rank = { error: 0, warning: 1, note: 2 };
    return [...this.remarks].sort((a, b) => rank[a.severity] - rank[b.severity]);
  }

  /** The days of the spans, as far as they can stand; what they were meant to be, for the stated number. */
  private commit(spans: readonly SaidSpan[], kind: NoticeDay['kind'], name: string, sentence: string): Day[] {
    const meant: Day[] = [];
    for (const span of spans) {
      for (const doubt of span.doubts) this.say('warning', sentence, doubt);
      const { from, to } = span;
      if (!from || !to) this.say('error', sentence, `没有${span.said}这样的日子，没有录入`);
      else if (to < from || daysBetween(from, to) >= LONGEST)
        this.say('error', sentence, `${span.said}不像一次放假的起止，没有录入`);
      else
        for (let day = from; day <= to; day = addDays(day, 1)) {
          meant.push(day);
          this.add({ date: day, kind, name: kind === 'workday' ? `${name}${MADE_UP}` : name }, sentence);
        }
    }
    return meant;
  }

  private add(day: NoticeDay, sentence: string): void {
    const fault = faultOf(day, this.noticeYear);
    const earlier = this.taken.get(day.date);
    if (fault) this.say('error', sentence, `${fault}，没有录入`);
    else if (earlier && earlier.kind !== day.kind)
      this.say('error', sentence, `${dayInWords(day.date)}既写了放假又写了上班，按先写的“${WORDS[earlier.kind]}”录入`);
    else if (!earlier) this.taken.set(day.date, day);
  }

  private compare(days: readonly Day[], said: string, sentence: string): void {
    const count = /^\d+$/.test(said) ? Number(said) : fromChinese(said);
    if (days.length && count !== days.length)
      this.say('warning', sentence, `写的是共 ${count} 天，按起止日期是 ${days.length} 天`);
  }

  private say(severity: NoticeRemark['severity'], sentence: string, message: string): void {
    const remark = about(severity, excerptOf(sentence), message);
    if (!this.remarks.some((one) => one.message === message && one.excerpt === remark.excerpt))
      this.remarks.push(remark);
  }
}

const WORDS = { holiday: '放假', workday: '上班' } as const;

const about = (severity: NoticeRemark['severity'], excerpt: string, message: string): NoticeRemark => ({
  severity,
  excerpt,
  message,
});

/** Up to nineteen, as 共十一天 is written. */
function fromChinese(words: string): number {
  const one = (digit: string) => (digit === '两' ? 2 : '一二三四五六七八九'.indexOf(digit) + 1);
  const [tens, units] = words.includes('十') ? words.split('十') : ['', words];
  return words.includes('十') ? (tens ? one(tens) : 1) * 10 + (units ? one(units) : 0) : one(units ?? '');
}
