import { BadRequestException } from '@nestjs/common';
import { printableText } from './printable-text.ts';

/** Deeper than any form of ours; what is nested further was made to exhaust the stack. */
const DEEPEST = 20;

/** What a person can have meant by an input: its texts without signs that cannot be seen, printed or stored. */
export function printable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return printableText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST)
    throw new BadRequestException({ code: 'invalid-input', message: '提交的内容层次太多，无法识别' });
  if (Array.isArray(value)) return value.map((one) => printable(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one, depth + 1)]));
}
