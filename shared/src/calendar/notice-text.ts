/** A sentence of a notice, under the holiday it arranges. */
export interface NoticeSentence {
  name: string;
  sentence: string;
}

const NUMERAL = '[一二三四五六七八九十]{1,3}';
/** `二、春节：`, `（二）春节：`, `2.春节：`, `春节：`. */
const HEADING = new RegExp(`^(?:${NUMERAL}、|\\(${NUMERAL}\\)|\\d{1,2}[.、])?([^\\d,:()]{2,30}):`);
const KNOWN = /(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节)/;
const UNNAMED = '节假日';

/** The year a notice says it is for, and what it is called by: title and document number. */
export function yearAndSourceOf(text: string): { year: number | null; source: string | null } {
  const plain = normal(text);
  const year = /关于(\d{4})年(?:部分)?节假日/.exec(plain)?.[1] ?? /现将(\d{4})年/.exec(plain)?.[1];
  const number = /国办发(?:明电)?[〔[【(](\d{4})[〕\]】)]第?(\d{1,3})号/.exec(plain);
  const title = year ? `国务院办公厅关于${year}年部分节假日安排的通知` : '';
  const documentNumber = number ? `国办发明电〔${number[1]}〕${number[2]}号` : '';
  const source = title && documentNumber ? `${title}（${documentNumber}）` : title || documentNumber;
  return { year: year ? Number(year) : null, source: source || null };
}

/** The sentences that can arrange days, each under its holiday; letterhead and signature fall away. */
export function sectionsOf(text: string): NoticeSentence[] {
  const sections: NoticeSentence[] = [];
  let heading = '';
  for (const line of normal(text).split(/[。;!\n]/)) {
    const found = HEADING.exec(line);
    if (found) heading = found[1]!;
    const sentence = found ? line.slice(found[0].length) : line;
    if (!/\d日|\d月\d/.test(sentence) || isSignature(sentence)) continue;
    const name = KNOWN.test(heading) ? heading : (KNOWN.exec(sentence)?.[0] ?? (heading || UNNAMED));
    sections.push({ name: name.slice(0, 30), sentence });
  }
  return sections;
}

/** So much of a sentence as tells which it is. */
export const excerptOf = (sentence: string): string => (sentence.length > 60 ? `${sentence.slice(0, 59)}…` : sentence);

/** `国务院办公厅2026年11月4日`, and the date alone. */
const isSignature = (sentence: string): boolean => /^(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日$/.test(sentence);

/**
 * One width of letters and signs, no spaces, and a line's end only where a sentence or heading ends: what is copied from
 * a page or a PDF breaks its lines anywhere.
 */
function normal(text: string): string {
  const narrow = text.normalize('NFKC').replace(/[^\S\n]|[\u200b-\u200d\u2060\ufeff]/g, '');
  const joined = narrow.replace(new RegExp(`\\n+(?!${HEADING.source.slice(1)})`, 'g'), '');
  return joined.replace(new RegExp(`(?=(?:${NUMERAL}、|\\(${NUMERAL}\\))[^\\d。,:;()]{2,30}:)`, 'g'), '\n');
}
