/** One line, without signs nobody sees and halves of signs. */
export function plain(text: string): string {
  return oneLine(text.replace(/\s/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ''));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * At most so many signs, the mark of what was left out among them. Counted in UTF-16 units: whether WeChat takes an
 * emoji for one sign or two is not written anywhere, and so it is short enough for either.
 */
export function cut(given: string, most: number, mark = ''): string {
  const text = oneLine(given);
  if (text.length <= most) return text;
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > most - mark.length) break;
    kept += sign;
  }
  return kept.trim() + mark;
}

export const ELLIPSIS = '…';
