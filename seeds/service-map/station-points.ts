import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import { type Accessibility, NOTHING_KNOWN } from '@county/shared/service-map/accessibility';
import { type Dice, diceOf } from '../tasks/dice.ts';
import { RIVERS, TOWNSHIP_SEATS } from './county-shape.ts';
import { townshipAreas } from './county-outline.ts';
import { KEPT } from './kept-hours.ts';
import { STATION_WINDOWS } from './offered.ts';
import { access, phoneOf, point, positionAt } from './point-facts.ts';
import type { PointSeed } from './point-seed.ts';
import { contains, distance, distanceToBorder, distanceToSide, type Point } from './polygons.ts';
import { STATION_PLACES } from './station-places.ts';

/** Villages and communities are told by their township's name and their own. */
const HOURS_UNKNOWN = ['白杨镇花园村', '双河镇铁炉村', '永安镇毛坝村', '云台镇望天村', '清水乡箭竹村', '大坪乡木耳村'];
const NOT_PLACED = ['双河镇老鹰岩村', '云台镇桐子村', '桃源乡野猫溪村', '清水乡后山村', '大坪乡老林村'];
const NEVER_CHECKED = ['永安镇石马村', '云台镇干河村', '大坪乡草坡村'];
/** Those of the next village come here too while their own road is bad. */
const SERVES: Readonly<Record<string, string[]>> = {
  青石镇三岔村: ['青石镇水口村'],
  桃源乡桃坪村: ['桃源乡野猫溪村', '桃源乡洞口村'],
  云台镇云峰村: ['云台镇桐子村'],
};

const MOUNTAINS = ['云台镇', '清水乡', '大坪乡'];

/** The 便民服务站 of every village and community. */
export function stationPoints(nameOf: (unitName: string) => string): PointSeed[] {
  return Object.entries(STATION_PLACES).flatMap(([township, stations], at) => {
    const places = spreadOver(township, stations.length);
    return stations.map(([short, address, landmark], serial) => {
      // A town's own community is the last one and lies in the town, where the spreading begins.
      const place = places[(serial + 1) % stations.length]!;
      const isCommunity = township.endsWith('街道') || short.endsWith('街');
      const unitName = `${township}${short}${isCommunity ? '社区' : '村'}`;
      const dice = diceOf(unitName);
      return point({
        kind: 'service-station',
        unitName,
        name: `${unitName}便民服务站`,
        address: isCommunity ? `${township}${address}` : `${unitName} ${address}，村委会一楼`,
        landmark,
        position: NOT_PLACED.includes(unitName) ? null : positionAt(place),
        phone: phoneOf(30000 + (at + 1) * 100 + serial),
        hours: HOURS_UNKNOWN.includes(unitName) ? null : hoursOf(township, isCommunity, dice),
        windows: [...STATION_WINDOWS[isCommunity ? 'community' : 'village']],
        staff: [{ name: nameOf(unitName), duty: isCommunity ? '综合窗口' : '代办员' }],
        accessibility: accessOf(dice),
        languages: languagesOf(township, dice),
        queueHint: hintOf(isCommunity, dice),
        servesUnitNames: SERVES[unitName] ?? [],
        checkedMonthsAgo: NEVER_CHECKED.includes(unitName) ? null : dice.between(0, 14),
      });
    });
  });
}

function hoursOf(township: string, isCommunity: boolean, dice: Dice): OpeningHours {
  if (township.endsWith('街道')) return dice.pick([KEPT.office, KEPT.afterWork, KEPT.saturdayMorning]);
  if (isCommunity) return dice.pick([KEPT.office, KEPT.everyDay]);
  if (MOUNTAINS.includes(township)) return dice.pick([KEPT.mountainVillage, KEPT.mountainVillage, KEPT.morningsOnly]);
  return dice.pick([KEPT.office, KEPT.office, KEPT.earlyVillage, KEPT.holidayDuty, KEPT.everyDay]);
}

/** Nobody has looked at half of them; of the others some facts are known. */
function accessOf(dice: Dice): Accessibility {
  if (dice.happens(45)) return NOTHING_KNOWN;
  const ramp = dice.pick(['yes', 'yes', 'no', 'unknown'] as const);
  return access({
    ramp,
    doorWidthCm: dice.pick([null, 80, 86, 90, 110]),
    lowCounter: dice.pick(['yes', 'no', 'unknown']),
    toilet: dice.pick(['no', 'no', 'yes', 'unknown']),
    wheelchair: dice.pick(['no', 'yes', 'unknown']),
    seats: dice.pick(['yes', 'unknown']),
    words: ramp === 'no' ? dice.pick(['门口有两级台阶，喊一声有人来扶', '门口有一级台阶']) : '',
  });
}

function languagesOf(township: string, dice: Dice): string[] {
  if (township === '云台镇' && dice.happens(60)) return ['普通话', '本地话', '客家话'];
  return dice.happens(15) ? ['本地话'] : ['普通话', '本地话'];
}

function hintOf(isCommunity: boolean, dice: Dice): string {
  if (!dice.happens(40)) return '';
  return isCommunity
    ? dice.pick(['下班后人多，上午不用等', '周一上午人多', '一般不用等'])
    : dice.pick(['逢赶集日村干部可能在镇上，先打电话', '下午代办员常到组里去，先打电话', '一般不用等']);
}

/** So many places in a township, each as far from the others, the seat and the border as can be; never in a river. */
function spreadOver(township: string, count: number): Point[] {
  const area = townshipAreas.get(township)!;
  const seat = TOWNSHIP_SEATS[township]!;
  const isTown = township.endsWith('街道');
  const candidates = gridOver(area, isTown ? 0.2 : 0.5).filter(
    (place) => distanceToBorder(place, area) > (isTown ? 0.25 : 0.7) && distanceToRiver(place) > 0.2,
  );
  const chosen: Point[] = [[seat[0] + 0.3, seat[1] - 0.24]];
  // How far each candidate is from the seat and whatever was chosen.
  const room = candidates.map((place) => Math.min(...[seat, ...chosen].map((other) => distance(place, other))));
  while (chosen.length < count) {
    const next = candidates[room.indexOf(Math.max(...room))]!;
    candidates.forEach((place, at) => (room[at] = Math.min(room[at]!, distance(place, next))));
    chosen.push(next);
  }
  return chosen;
}

function gridOver(area: readonly Point[], step: number): Point[] {
  const west = Math.min(...area.map(([east]) => east));
  const south = Math.min(...area.map(([, north]) => north));
  const extent = Math.ceil(Math.max(...area.map(([east, north]) => Math.max(east - west, north - south))) / step);
  const along = Array.from({ length: extent }, (_, at) => at);
  return along
    .flatMap((column) => along.map((row): Point => shifted([west + column * step, south + row * step], step)))
    .filter((place) => contains(area, place));
}

/** Off the grid by up to a third of its step, as villages are. */
function shifted([east, north]: Point, step: number): Point {
  const dice = diceOf(`${east.toFixed(3)} ${north.toFixed(3)}`);
  const aside = (): number => (dice.between(-33, 33) / 100) * step;
  return [east + aside(), north + aside()];
}

function distanceToRiver(place: Point): number {
  const sides = Object.values(RIVERS).flatMap((line) => line.slice(1).map((to, at): [Point, Point] => [line[at]!, to]));
  return Math.min(...sides.map((side) => distanceToSide(place, side)));
}
