// Everything below a space but tab and line breaks, and halves of characters: no workbook and no database keeps them.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;

/** What a person can have meant by an input: its texts without signs that cannot be seen, printed or stored. */
export function printable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNPRINTABLE, '');
  if (Array.isArray(value)) return value.map(printable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one)]));
}
