import { dateInWords } from '../calendar/day.ts';
import type { Circular } from './circular.ts';
import type { CircularItemView } from './circular-views.ts';

const DIGITS = '零一二三四五六七八九';

/** 一、十一、二十三: the numerals that head an item; up to 99, Arabic beyond. */
export function chineseNumeral(count: number): string {
  if (count < 1 || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${ones ? DIGITS[ones] : ''}`;
}

/** One item as the document prints it, as reviewed where an objection was decided. */
export function circularItemWords(
  { facts, words, outcome, correctedWords }: Pick<CircularItemView, 'facts' | 'words' | 'outcome' | 'correctedWords'>,
  index: number,
): string {
  const head = `${chineseNumeral(index + 1)}、${facts.unitName}：第${facts.taskNumber}项任务“${facts.mainTask.replace(/[。；，]$/, '')}”`;
  if (outcome === 'revoked') return `${head}。（本项经复核已撤销。）`;
  if (outcome === 'corrected' && correctedWords) return `${head}，${ended(correctedWords)}（本项经复核已更正。）`;
  return `${head}，${ended(words)}`;
}

/** Of which day the facts are; undefined while it is a draft. */
export function factsOnInWords({ factsOn, state }: Pick<Circular, 'factsOn' | 'state'>): string | undefined {
  return factsOn && state !== 'draft' ? `以上情况截至${dateInWords(factsOn)}。` : undefined;
}

/** To whom it is addressed (主送). */
export function circularReadersInWords({
  readers,
  items,
}: Pick<Circular, 'readers'> & { items: readonly Pick<CircularItemView, 'facts'>[] }): string {
  if (readers === 'all-units') return '各乡镇人民政府、街道办事处，县级各部门';
  return [...new Set(items.map(({ facts }) => facts.unitName))].join('，');
}

const ended = (words: string) => (/[。！？]$/.test(words) ? words : `${words}。`);
