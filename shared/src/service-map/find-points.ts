import type { WorkingCalendar } from '../calendar/working-days.ts';
import { findWords } from '../search/find-words.ts';
import { indexWords, type WordIndex } from '../search/word-index.ts';
import { suits } from './accessibility-rules.ts';
import type { OpeningHours } from './opening-hours.ts';
import { openingAt, type OpeningState } from './opening-state.ts';
import { instantOfFilters, type PointFilters } from './point-filters.ts';
import { metresBetween, type Place } from './position.ts';
import {
  SERVICE_POINT_KIND_LABELS,
  type PublicPoint,
  type ServiceWindow,
  type WindowService,
} from './service-point.ts';
import { chainOf, inOfficialOrder, servingLevel, type PlaceUnit } from './serving-points.ts';

/** A county's points with the words they are found by; made once for each list of points. */
export interface PointIndex {
  readonly points: readonly PublicPoint[];
  readonly words: WordIndex;
}

/** What is around whoever looks. */
export interface Surroundings {
  readonly units: readonly PlaceUnit[];
  readonly calendar: WorkingCalendar;
  readonly now: string;
  /** Where the person is, in WGS-84; null while it is not known. */
  readonly here: Place | null;
}

/** A point that was found, with what its row says. */
export interface FoundPoint {
  readonly point: PublicPoint;
  /** At the time asked for, else now. */
  readonly state: OpeningState;
  readonly metres: number | null;
}

export interface FoundPoints {
  readonly found: readonly FoundPoint[];
  /** Left out for no other reason than that nobody has written their hours. */
  readonly hoursUnknown: number;
  /** Left out for no other reason than that nobody has written how to get in. */
  readonly accessUnknown: number;
}

/** By a guide's id: what it is called and looked for by, first letters too, where they are known. */
export type GuideWords = ReadonlyMap<string, readonly string[]>;

const wordsOfGuide = ({ guideId }: WindowService, guideWords: GuideWords): readonly string[] =>
  (guideId === null ? undefined : guideWords.get(guideId)) ?? [];

export function indexPoints(points: readonly PublicPoint[], guideWords: GuideWords = new Map()): PointIndex {
  const entries = points.map((point) => ({
    id: point.id,
    name: point.name,
    initials: point.initials,
    words: [
      SERVICE_POINT_KIND_LABELS[point.kind],
      point.unitName,
      point.townshipName ?? '',
      point.address,
      point.landmark,
      ...point.windows.flatMap(({ name, services }) => [
        name,
        ...services.flatMap((service) => [service.words, ...wordsOfGuide(service, guideWords)]),
      ]),
    ].filter((words) => words !== ''),
  }));
  return { points, words: indexWords(entries) };
}

/**
 * The points that fit, in order: the nearest first where that is asked and the place is known, else those that fit the
 * words best, else by township in official order. Unknown hours are not open and unknown ways in do not suit; but how
 * many were left out for that is told.
 */
export function findPoints(index: PointIndex, filters: PointFilters, around: Surroundings): FoundPoints {
  const asked = instantOfFilters(filters, around.now);
  const at = asked ?? around.now;
  const found: FoundPoint[] = [];
  let [hoursUnknown, accessUnknown] = [0, 0];
  for (const point of inOrder(index, filters, around)) {
    const answer = filters.profile ? suits(point.accessibility, filters.profile).answer : 'suits';
    if (answer === 'does-not') continue;
    const state = stateAt(point, filters, around.calendar, at);
    const isTimely = asked === null || isOpen(state);
    const isUnknown = asked !== null && state.kind === 'unknown';
    if (answer === 'suits' && isTimely) found.push({ point, state, metres: metresTo(point, around.here) });
    else if (answer === 'suits' && isUnknown) hoursUnknown += 1;
    else if (answer === 'unknown' && isTimely) accessUnknown += 1;
  }
  return { found, hoursUnknown, accessUnknown };
}

/** `另有 3 处时间没有登记，不在其中`; null where none was left out for want of knowledge. */
export function leftOutInWords({ hoursUnknown, accessUnknown }: Omit<FoundPoints, 'found'>): string | null {
  const parts = [
    hoursUnknown > 0 ? `${hoursUnknown} 处时间没有登记` : '',
    accessUnknown > 0 ? `${accessUnknown} 处能不能进门没有登记` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `另有 ${parts.join('、')}，不在其中，可以打电话问` : null;
}

/** A window's own hours, or the point's where it has none. */
export function hoursOfWindow(point: Pick<PublicPoint, 'hours'>, window: ServiceWindow): OpeningHours | null {
  return window.hours ?? point.hours;
}

/** What is done at a point of what was asked for, and at which window; the best first. `guideWords` as in the index. */
export function servicesAsked(
  { windows, initials }: Pick<PublicPoint, 'windows' | 'initials'>,
  { guideId, words }: Pick<PointFilters, 'guideId' | 'words'>,
  guideWords: GuideWords = new Map(),
): { window: ServiceWindow; service: WindowService }[] {
  const all = windows.flatMap((window) => window.services.map((service) => ({ window, service })));
  if (guideId) return all.filter(({ service }) => service.guideId === guideId);
  if (!words) return [];
  const letters = initials.split(' ').slice(1);
  const lettersOf = new Map(thingsDone({ windows }).map((done, at) => [done, letters[at] ?? '']));
  const entries = all.map(({ service }, at) => ({
    id: String(at),
    name: service.words,
    words: wordsOfGuide(service, guideWords),
    initials: lettersOf.get(service.words) ?? '',
  }));
  return findWords(indexWords(entries), words).flatMap(({ id }) => all[Number(id)] ?? []);
}

/** What is done at a point, each once: in this order its first letters follow those of its name. */
export function thingsDone({ windows }: Pick<PublicPoint, 'windows'>): string[] {
  return [...new Set(windows.flatMap(({ services }) => services.map(({ words }) => words)))];
}

/** Those that fit by all that does not hang on the hour or on the way in. */
function inOrder(index: PointIndex, filters: PointFilters, around: Surroundings): PublicPoint[] {
  const scores = filters.words.trim() ? scoresOf(index, filters.words) : null;
  const fitting = index.points.filter(({ id }) => !scores || scores.has(id)).filter(fits(filters, around));
  if (filters.near && around.here) return byDistance(fitting, around.here);
  const ordered = inOfficialOrder(fitting, around.units);
  return scores ? ordered.sort((one, other) => (scores.get(other.id) ?? 0) - (scores.get(one.id) ?? 0)) : ordered;
}

function scoresOf({ words }: PointIndex, asked: string): Map<string, number> {
  return new Map(findWords(words, asked).map(({ id, score }) => [id, score]));
}

function fits({ kinds, guideId, villageId }: PointFilters, { units }: Surroundings): (point: PublicPoint) => boolean {
  const chain = villageId ? chainOf(villageId, units) : [];
  return (point) =>
    (kinds.length === 0 || kinds.includes(point.kind)) &&
    (!guideId || windowsFor(point, guideId).length > 0) &&
    (!villageId || servingLevel(point, chain) !== null);
}

function windowsFor({ windows }: PublicPoint, guideId: string): ServiceWindow[] {
  return windows.filter(({ services }) => services.some((service) => service.guideId === guideId));
}

/** Where a guide is asked for, its window's hours count: of several the one that is open. */
function stateAt(point: PublicPoint, { guideId }: PointFilters, calendar: WorkingCalendar, at: string): OpeningState {
  const windows = guideId ? windowsFor(point, guideId) : [];
  const states = windows.map((window) => openingAt(hoursOfWindow(point, window), calendar, at));
  return states.find(isOpen) ?? states[0] ?? openingAt(point.hours, calendar, at);
}

function isOpen({ kind }: OpeningState): boolean {
  return kind === 'open' || kind === 'round-the-clock';
}

function metresTo({ places }: PublicPoint, here: Place | null): number | null {
  return here && places ? metresBetween(here, places.wgs84) : null;
}

/** Those whose place nobody has taken come last. */
function byDistance(points: readonly PublicPoint[], here: Place): PublicPoint[] {
  return points
    .map((point) => ({ point, metres: metresTo(point, here) ?? Infinity }))
    .sort((one, other) => (one.metres === other.metres ? 0 : one.metres - other.metres))
    .map(({ point }) => point);
}
