/** A formula begins with one of these, in Chinese Excel and WPS in their full width too, and behind blanks. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Words for a cell, never a formula; the apostrophe keeps a cell text after a copy into another sheet too. */
export const asText = (words: string): string => (FORMULA.test(words) ? `'${words}` : words);
