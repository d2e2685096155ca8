import { dayInWords, GivenDay, startOfDay } from '../calendar/day.ts';
import { ACCESS_PROFILE_LABELS, AccessProfile } from './accessibility-rules.ts';
import { clockInWords, minutesOf } from './clock-span.ts';
import { ClockTime } from './opening-hours.ts';
import { SERVICE_POINT_KIND_LABELS, ServicePointKind } from './service-point.ts';
import type { PlaceUnit } from './serving-points.ts';

/** What points are narrowed to, on the map, in the list and on paper alike; nothing chosen is empty. */
export interface PointFilters {
  readonly words: string;
  /** `now`, or wall-clock time in Shanghai, `2026-12-01T09:30`: open then. */
  readonly open: string;
  readonly kinds: readonly ServicePointKind[];
  /** A guide whose item is done there, and what it is called. */
  readonly guideId: string;
  readonly guideName: string;
  readonly profile: AccessProfile | '';
  /** Points that serve the people of this village, or township. */
  readonly villageId: string;
  /** The nearest first; where the person is stays on the device and in no address. */
  readonly near: boolean;
}

export const NO_FILTERS: PointFilters = {
  words: '',
  open: '',
  kinds: [],
  guideId: '',
  guideName: '',
  profile: '',
  villageId: '',
  near: false,
};

/** For an address that can be shared or come back to; nothing stands there that is not chosen. */
export function filtersToQuery(filters: PointFilters): Record<string, string> {
  const { kinds, near, ...texts } = filters;
  const all = { ...texts, kind: kinds.join(','), near: near ? 'yes' : '' };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** From an address; what is old, mistyped or means nothing there is dropped. */
export function filtersFromQuery(query: Readonly<Record<string, string | undefined>>): PointFilters {
  const { words = '', open = '', kind = '', guideId = '', guideName = '', profile, villageId = '', near } = query;
  const given = kind.split(',');
  const isId = (id: string) => ID.test(id);
  return {
    words: words.trim().slice(0, MOST_WORDS),
    open: open === 'now' || isMoment(open) ? open : '',
    kinds: ServicePointKind.options.filter((option) => given.includes(option)),
    guideId: isId(guideId) ? guideId : '',
    guideName: isId(guideId) ? guideName.trim().slice(0, MOST_WORDS) : '',
    profile: AccessProfile.safeParse(profile).data ?? '',
    villageId: isId(villageId) ? villageId : '',
    near: near === 'yes',
  };
}

const MOST_WORDS = 60;
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `2026-12-01T09:30`, a day and a time that there are. */
function isMoment(open: string): boolean {
  const [day = '', time = '', more] = open.split('T');
  return more === undefined && GivenDay.safeParse(day).success && ClockTime.safeParse(time).success;
}

/** The instant at which a point is to be open: now or the chosen one; null where that is not asked. */
export function instantOfFilters({ open }: Pick<PointFilters, 'open'>, now: string): string | null {
  if (open === 'now') return now;
  if (!isMoment(open)) return null;
  const [day = '', time = ''] = open.split('T');
  return new Date(Date.parse(startOfDay(day)) + minutesOf(time) * 60_000).toISOString();
}

/** What is chosen, as a person would say it; for the page's heading and to be printed. */
export function filtersInWords(filters: PointFilters, units: readonly PlaceUnit[]): string[] {
  const { words, guideId, guideName, open, kinds, profile, villageId, near } = filters;
  const village = units.find(({ id }) => id === villageId);
  return [
    words ? `找“${words}”` : '',
    guideId ? `能办“${guideName || '这件事'}”` : '',
    openInWords(open),
    kinds.map((kind) => SERVICE_POINT_KIND_LABELS[kind]).join('、'),
    profile ? `${ACCESS_PROFILE_LABELS[profile]}合适` : '',
    villageId ? `给${village?.name ?? '这个村'}办事` : '',
    near ? '由近到远' : '',
  ].filter((part) => part !== '');
}

function openInWords(open: string): string {
  if (open === 'now') return '现在开着';
  if (!isMoment(open)) return '';
  const [day = '', time = ''] = open.split('T');
  return `${dayInWords(day)} ${clockInWords(time)} 开着`;
}
