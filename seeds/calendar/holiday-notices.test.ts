import { describe, expect, it } from '@jest/globals';
import { readHolidayNotice } from '@county/shared/calendar/holiday-notice';
import { holidaySentences } from '@county/shared/calendar/holiday-sentences';
import { calendarDays } from './calendar-days.ts';

/** What the notices of these years arrange, in their own way of writing. */
const NOTICES: Record<number, string> = {
  2021: `一、元旦：2021年1月1日至3日放假，共3天。
二、春节：2月11日至17日放假调休，共7天。2月7日（星期日）、2月20日（星期六）上班。
三、清明节：4月3日至5日放假调休，共3天。
四、劳动节：5月1日至5日放假调休，共5天。4月25日（星期日）、5月8日（星期六）上班。
五、端午节：6月12日至14日放假，共3天。
六、中秋节：9月19日至21日放假调休，共3天。9月18日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。`,
  2022: `一、元旦：2022年1月1日至3日放假，共3天。
二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
五、端午节：6月3日至5日放假，共3天。
六、中秋节：9月10日至12日放假，共3天。
七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。`,
  2023: `一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
};

const years = Object.keys(NOTICES).map(Number);
const plain = (days: readonly { date: string; kind: string }[]) => days.map(({ date, kind }) => `${date} ${kind}`);
const seeded = (year: number) => calendarDays.filter(({ noticeYear }) => noticeYear === year);

describe('the notices of 2021 to 2026', () => {
  it('are all there', () => expect(new Set(calendarDays.map(({ noticeYear }) => noticeYear))).toEqual(new Set(years)));

  it.each(years)('of %i gives exactly the days known of it, under its holidays', (year) => {
    const { days, remarks } = readHolidayNotice(NOTICES[year]!, year);
    expect(plain(days)).toEqual(plain(seeded(year)));
    // Where two holidays share their days the notice names both, and the other source the one or the other.
    const odd = days.filter(({ name }, at) => !name.includes(seeded(year)[at]!.name.replace('调休', '')));
    expect(odd.filter(({ name }) => !/[、]/.test(name))).toEqual([]);
    const expected = year === 2024 ? ['没有写明放假还是上班，没有录入：2月9日'] : [];
    expect(remarks.map(({ message }) => message)).toEqual(expected);
  });

  it.each(years)('of %i, written again from its days, is read as the same', (year) => {
    const days = readHolidayNotice(NOTICES[year]!, year).days;
    const text = holidaySentences(year, days).map(({ name, words }) => `${name}：${words}`);
    expect(readHolidayNotice(text.join('\n'), year)).toEqual({ source: null, days, remarks: [] });
  });
});
