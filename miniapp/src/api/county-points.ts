import { getPublicMap, listPublicPoints, type PublicMap } from '@county/shared/service-map/service-map-routes';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { create } from 'zustand';
import { now } from '../platform/clock';
import { keepLarge, readLarge } from '../platform/large-storage';
import { onNetworkReturn } from '../platform/network';
import { callUnlessSame } from './call';
import type { Failure } from './failure';

/** A reply as it is kept, with the mark by which the server tells whether it still holds. */
interface Kept<T> {
  etag: string | undefined;
  reply: T;
}

interface PointsPage {
  items: PublicPoint[];
  next: string | null;
}

/** The whole county as it is kept on this device. */
interface KeptCounty {
  map: Kept<PublicMap>;
  pages: Kept<PointsPage>[];
  /** When the server last said that all of this holds. */
  confirmedAt: string;
}

interface CountyState {
  map: PublicMap | undefined;
  points: readonly PublicPoint[] | undefined;
  confirmedAt: string | undefined;
  renewing: boolean;
  /** Why the last renewal failed. */
  failure: Failure | undefined;
}

const NAME = 'county-points';
const PAGE = 500;
/** Coming back to the map within a minute asks nobody. */
const FRESH = 60_000;

/** Every point of the county with hours and phones, shown at once from this device and renewed behind. */
export const useCountyPoints = create<CountyState>(() => ({
  map: undefined,
  points: undefined,
  confirmedAt: undefined,
  renewing: false,
  failure: undefined,
}));

let kept: KeptCounty | undefined;
let reading: Promise<void> | undefined;
let renewing: Promise<void> | undefined;
let renewedAt = 0;

/** Reads what is kept on this device, once. */
export function readKeptCounty(): Promise<void> {
  reading ??= readLarge<KeptCounty>(NAME).then((found) => {
    if (found && !kept) show(found);
  });
  return reading;
}

/** Brings the county up to date; what the server still holds to be so is not sent again. */
export function renewCounty(): Promise<void> {
  renewing ??= readKeptCounty()
    .then(fetchCounty)
    .finally(() => {
      renewing = undefined;
      useCountyPoints.setState({ renewing: false });
    });
  return renewing;
}

/** For pages that show points: what is kept at once, and renewed whenever the page is shown or the network returns. */
export function useRenewedCounty(): void {
  const renew = () => {
    if (Date.now() - renewedAt > FRESH || useCountyPoints.getState().failure) void renewCounty();
  };
  useEffect(() => {
    renew();
    return onNetworkReturn(() => void renewCounty());
  }, []);
  useDidShow(renew);
}

async function fetchCounty(): Promise<void> {
  useCountyPoints.setState({ renewing: true });
  const [map, pages] = await Promise.all([fetchMap(), fetchPages()]);
  if ('failure' in map) return useCountyPoints.setState({ failure: map.failure });
  if ('failure' in pages) return useCountyPoints.setState({ failure: pages.failure });
  renewedAt = Date.now();
  show({ map: map.kept, pages: pages.kept, confirmedAt: now() });
  if (kept) await keepLarge(NAME, kept);
}

async function fetchMap(): Promise<{ kept: Kept<PublicMap> } | { failure: Failure }> {
  const before = kept?.map;
  const answer = await callUnlessSame(getPublicMap, {}, before?.etag);
  if (answer.kind === 'none') return { failure: answer.failure };
  const map = answer.kind === 'same' && before ? before : whole(answer);
  // Outline and calendar are of use before the last page of points is here.
  if (!useCountyPoints.getState().map) useCountyPoints.setState({ map: map.reply });
  return { kept: map };
}

async function fetchPages(): Promise<{ kept: Kept<PointsPage>[] } | { failure: Failure }> {
  const pages: Kept<PointsPage>[] = [];
  let cursor: string | null = null;
  do {
    const before: Kept<PointsPage> | undefined = kept?.pages[pages.length];
    const query = { limit: PAGE, ...(cursor ? { cursor } : {}) };
    // A page is the same page only while it begins at the same place.
    const begins = pages.length === 0 || kept?.pages[pages.length - 1]?.reply.next === cursor;
    const answer = await callUnlessSame(listPublicPoints, { query }, begins ? before?.etag : undefined);
    if (answer.kind === 'none') return { failure: answer.failure };
    const page: Kept<PointsPage> = answer.kind === 'same' && before ? before : whole(answer);
    pages.push(page);
    cursor = page.reply.next;
  } while (cursor !== null);
  return { kept: pages };
}

function whole<T>(answer: { kind: 'same' } | { kind: 'new'; reply: T; etag: string | undefined }): Kept<T> {
  if (answer.kind === 'same') throw new Error('the server holds to something this device does not have');
  return { etag: answer.etag, reply: answer.reply };
}

function show(county: KeptCounty): void {
  const before = kept;
  kept = county;
  const same =
    before?.pages.length === county.pages.length && county.pages.every((page, at) => page === before.pages[at]);
  useCountyPoints.setState((shown) => ({
    map: county.map.reply,
    // The same list stays the same, so that nothing is drawn anew.
    points: same && shown.points ? shown.points : county.pages.flatMap(({ reply }) => reply.items),
    confirmedAt: county.confirmedAt,
    failure: undefined,
  }));
}
