import { shanghaiDay, type Day } from '@county/shared/calendar/day';
import { getPublicHandbook, getWholeGuides } from '@county/shared/service-guides/handbook-routes';
import type { PublicHandbook } from '@county/shared/service-guides/handbook';
import { getPublicGuide } from '@county/shared/service-guides/service-guide-routes';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { guideKept, type WholeGuides } from '@county/shared/service-guides/whole-guides';
import { useEffect, useState } from 'react';
import { now } from '../platform/clock';
import { isGoodMoment } from '../platform/good-moment';
import { keepLarge, readLarge } from '../platform/large-storage';
import { onNetworkReturn } from '../platform/network';
import { keep, readKept } from '../platform/storage';
import { FILE_TIMEOUT } from '../platform/transport-types';
import { callUnlessSame } from './call';
import { useCall, type Loaded } from './use-call';

/** What is told of the file beside it, so that the file is written only when it changes. */
interface Mark {
  etag: string | undefined;
  /** When the server last said that all of it holds. */
  confirmedAt: string;
}

const FILE = 'whole-guides';
const MARK = 'whole-guides-mark';
/** What somebody opens is asked for by itself; the file is for when that cannot be. */
const FRESH = 3_600_000;

let reading: Promise<WholeGuides | undefined> | undefined;
let keeping: Promise<void> | undefined;
let keptAt = 0;

/** For pages about guides: keeps all of the county's on this device, quietly, when there is nothing else to do. */
export function useKeepingWholeGuides(): void {
  useEffect(() => {
    keepWholeGuides();
    return onNetworkReturn(keepWholeGuides);
  }, []);
}

function keepWholeGuides(): void {
  if (Date.now() - keptAt < FRESH) return;
  keeping ??= isGoodMoment()
    .then((isGood) => (isGood ? fetchWholeGuides() : undefined))
    .finally(() => {
      keeping = undefined;
    });
}

async function fetchWholeGuides(): Promise<void> {
  // Without the file its mark says nothing.
  const before = (await readWholeGuides()) && readKept<Mark>(MARK);
  const answer = await callUnlessSame(getWholeGuides, {}, before?.etag, FILE_TIMEOUT);
  if (answer.kind === 'none') return;
  if (answer.kind === 'new') {
    if (!(await keepLarge(FILE, answer.reply))) return;
    reading = Promise.resolve(answer.reply);
  }
  keptAt = Date.now();
  keep(MARK, { etag: answer.kind === 'new' ? answer.etag : before?.etag, confirmedAt: now() } satisfies Mark);
}

function readWholeGuides(): Promise<WholeGuides | undefined> {
  reading ??= readLarge<WholeGuides>(FILE);
  return reading;
}

/** A guide as it is, or was on a day: what is kept on this device at once, and anew as soon as the server has answered. */
export function usePublicGuide(guideId: string, on?: Day): Loaded<PublicGuide> {
  useKeepingWholeGuides();
  const query = on ? { on } : {};
  const asked = useCall(getPublicGuide, guideId ? { params: { guideId }, query } : null);
  const find = (whole: WholeGuides, keptOn: Day) => guideKept(whole, guideId, { on, keptOn });
  return useKeptMeanwhile(asked, find, `${guideId} ${on ?? ''}`);
}

/** A handbook, likewise. */
export function usePublicHandbook(handbookId: string): Loaded<PublicHandbook> {
  useKeepingWholeGuides();
  const asked = useCall(getPublicHandbook, handbookId ? { params: { handbookId } } : null);
  const find = ({ handbooks }: WholeGuides) => handbooks.find(({ id }) => id === handbookId);
  return useKeptMeanwhile(asked, find, handbookId);
}

/** The handbooks kept on this device; none until they have been read. */
export function useKeptHandbooks(): readonly PublicHandbook[] {
  const [handbooks, setHandbooks] = useState<readonly PublicHandbook[]>([]);
  useEffect(() => void readWholeGuides().then((whole) => setHandbooks(whole?.handbooks ?? [])), []);
  return handbooks;
}

/** What the server refuses is not shown from the file either: it was taken back. */
function useKeptMeanwhile<T>(
  asked: Loaded<T>,
  find: (whole: WholeGuides, keptOn: Day) => T | undefined,
  key: string,
): Loaded<T> {
  const [kept, setKept] = useState<{ key: string; data: T; savedAt: string }>();
  useEffect(() => {
    let isWanted = true;
    void readWholeGuides().then((whole) => {
      const savedAt = readKept<Mark>(MARK)?.confirmedAt;
      const data = whole && savedAt ? find(whole, shanghaiDay(savedAt)) : undefined;
      if (isWanted && data && savedAt) setKept({ key, data, savedAt });
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  const isRefused = asked.failure?.kind === 'refused';
  // Of two that were kept the later one.
  const isNewer = !asked.savedAt || (kept && kept.savedAt > asked.savedAt);
  if (isRefused || kept?.key !== key || (asked.data !== undefined && !(asked.savedAt && isNewer))) return asked;
  return { ...asked, data: kept.data, savedAt: kept.savedAt };
}
