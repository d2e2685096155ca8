import type { Day } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { exceptionsInWords, hoursInWords } from '@county/shared/service-map/hours-in-words';
import { SERVICE_POINT_KIND_LABELS, type PublicPoint } from '@county/shared/service-map/service-point';
import type { PrintedPoint } from './print-job.ts';

/** The county's own points come first. */
const OF_COUNTY = '县级';
const KINDS = Object.keys(SERVICE_POINT_KIND_LABELS);

/** Points numbered in the order of the table: by township, halls before stations, what stands in a hall after it. */
export function printedPoints(
  points: readonly PublicPoint[],
  { units, today, origin }: { units: readonly OrgUnit[]; today: Day; origin: string },
): PrintedPoint[] {
  const position = new Map(units.map(({ id }, at) => [id, at]));
  const rank = ({ townshipId, kind, unitId }: PublicPoint): number[] => [
    townshipId === null ? -1 : (position.get(townshipId) ?? 0),
    KINDS.indexOf(kind),
    position.get(unitId) ?? 0,
  ];
  const ranked = points.map((point) => ({ point, rank: rank(point) }));
  const inOrder = ranked.sort((one, other) => compare(one.rank, other.rank)).map(({ point }) => point);
  const ids = new Set(points.map(({ id }) => id));
  const standing = inOrder.filter(({ insideId }) => insideId === null || !ids.has(insideId));
  const withInside = standing.flatMap((point) => [point, ...inOrder.filter(({ insideId }) => insideId === point.id)]);
  // What stands in something that stands in something else is in no such list.
  const others = inOrder.filter((point) => !withInside.includes(point));
  return [...withInside, ...others].map((point, at) => printed(point, at + 1, today, origin));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}

function printed(point: PublicPoint, number: number, today: Day, origin: string): PrintedPoint {
  const { id, kind, name, places, address, landmark, phone, hours, townshipId, townshipName } = point;
  const coming = hours ? exceptionsInWords(hours, today) : [];
  return {
    number,
    group: townshipName ?? OF_COUNTY,
    townshipId,
    kind,
    name,
    place: places?.wgs84 ?? null,
    address,
    landmark,
    services: servicesInWords(point),
    hours: [hoursInWords(hours), ...coming].join('。'),
    phone: phone ?? '没有登记电话',
    link: `${origin}/pages/service-map/point/index?id=${id}`,
  };
}

/** A line for each window: `1 号窗口（周一至周五 9:00–12:00）：办社保卡、参加居民医保`. */
function servicesInWords({ windows }: PublicPoint): string {
  const said = windows.map(({ name, services, hours }) => {
    const when = hours ? `（${hoursInWords(hours)}）` : '';
    const items = services.map(({ words }) => words).join('、');
    return `${name}${when}：${items || '没有登记事项'}`;
  });
  return said.join('\n') || '没有登记事项';
}
