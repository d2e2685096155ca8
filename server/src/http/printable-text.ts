// Everything below a space but tab and line breaks, and halves of characters and what is no character: no workbook and no database keeps them.
// Marks that turn the order of signs round would make a name or a number read as another.
const UNPRINTABLE =
  /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

// Signs without any ink: a text of nothing else says nothing, and counts as none.
const INKLESS = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\s\u2800]*$/u;

/** A text without signs that cannot be seen, printed or stored. */
export const printableText = (text: string): string => (INKLESS.test(text) ? '' : text.replace(UNPRINTABLE, ''));
