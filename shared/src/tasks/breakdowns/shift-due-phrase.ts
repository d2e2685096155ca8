const FULL_DAY = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/g;
const YEAR_AND_MONTH = /(\d{4})年(\d{1,2})月/g;
const YEAR_END = /(\d{4})年?年(?=底|末)/g;
const BARE_YEAR = /(\d{4})年(?!\d{1,2}月)/g;

/**
 * A due phrase moved by a number of months: "2022年6月" and "2022-06-30" by their month, "2022年底" and other years by
 * whole years, or, where the months are no whole years, to the month that the year's end falls on. Other words stay.
 */
export function shiftedDuePhrase(phrase: string, months: number): string {
  const moved = phrase
    .replace(FULL_DAY, (_, year: string, sign: string, month: string, day: string) => {
      const to = shifted(year, month, months);
      return [to.year, String(to.month).padStart(month.length, '0'), day].join(sign);
    })
    .replace(YEAR_AND_MONTH, (_, year: string, month: string) => inWords(shifted(year, month, months)));
  if (months % 12 === 0) {
    return moved.replace(BARE_YEAR, (_, year: string) => `${Number(year) + months / 12}年`);
  }
  return moved.replace(YEAR_END, (_, year: string) => inWords(shifted(year, '12', months)));
}

function shifted(year: string, month: string, months: number): { year: number; month: number } {
  const count = Number(year) * 12 + Number(month) - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

const inWords = ({ year, month }: { year: number; month: number }): string => `${year}年${month}月`;
