import { BadRequestException } from '@nestjs/common';

// Everything below a space but tab and line breaks, and halves of characters and what is no character: no workbook and no database keeps them.
// Marks that turn the order of signs round would make a name or a number read as another.
const UNPRINTABLE =
  /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

// Signs without any ink: a text of nothing else says nothing, and counts as none.
const INKLESS = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\s\u2800]*$/u;

/** Deeper than any form of ours; what is nested further was made to exhaust the stack. */
const DEEPEST = 20;

/** What a person can have meant by an input: its texts without signs that cannot be seen, printed or stored. */
export function printable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return INKLESS.test(value) ? '' : value.replace(UNPRINTABLE, '');
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST)
    throw new BadRequestException({ code: 'invalid-input', message: '提交的内容层次太多，无法识别' });
  if (Array.isArray(value)) return value.map((one) => printable(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one, depth + 1)]));
}
