import { dayInWords, type Day } from '../../calendar/day.ts';
import { DAY_PART_LABELS, type HomeVisitRequest } from './home-visit-request.ts';

const keptUntil = (keepMonths: number | undefined) => (keepMonths ? `办完满 ${keepMonths} 个月` : '办完到期');

/** Said before anything is asked for (rules D1), with the time this county has set. */
export const whatDetailsAreFor = (keepMonths: number | undefined): string[] => [
  '只用来上门办这件事：姓名、电话、村和怎么找到家，不要身份证号。',
  '只有负责上门的单位看得到，谁看过都有记录。',
  `${keptUntil(keepMonths)}自动删去姓名、电话和住处，只留件数；随时可以撤回。`,
];

/** What village staff say aloud before they write somebody's request down. */
export const toldByMouth = (keepMonths: number | undefined): string =>
  `已当面或电话说明：只用来上门办这件事，${keptUntil(keepMonths)}自动删去`;

/** `11月26日 周四、11月27日 周五，上午`; `哪天都行，下午`. */
export function daysInWords(
  { suitableDays, dayPart }: Pick<HomeVisitRequest, 'suitableDays' | 'dayPart'>,
  today: Day,
): string {
  const days = suitableDays.length
    ? [...suitableDays]
        .sort()
        .map((day) => dayInWords(day, today))
        .join('、')
    : '哪天都行';
  return dayPart === 'any' ? days : `${days}，${DAY_PART_LABELS[dayPart]}`;
}
