const YEAR_AND_MONTH = /(\d{4})年(\d{1,2})月/g;

/** A due phrase with every "2022年6月" in it moved by a number of months; other words stay as they are. */
export function shiftedDuePhrase(phrase: string, months: number): string {
  return phrase.replace(YEAR_AND_MONTH, (_, year: string, month: string) => {
    const count = Number(year) * 12 + Number(month) - 1 + months;
    return `${Math.floor(count / 12)}年${(count % 12) + 1}月`;
  });
}
