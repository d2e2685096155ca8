import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import { listPublicGuides } from '@county/shared/service-guides/service-guide-routes';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { create } from 'zustand';
import { now } from '../platform/clock';
import { onNetworkReturn } from '../platform/network';
import { keep, readKept } from '../platform/storage';
import { call } from './call';
import type { Failure } from './failure';
import { useKeepingWholeGuides } from './whole-guides';

interface KeptGuides {
  guides: readonly PublicGuideSummary[];
  savedAt: string;
}

interface GuidesState {
  /** Undefined until something is known. */
  guides: readonly PublicGuideSummary[] | undefined;
  savedAt: string | undefined;
  /** Why the last renewal failed. */
  failure: Failure | undefined;
}

const NAME = 'guides-of-the-county';
const PAGE = 200;
/** WeChat keeps 1 MB under one name; a summary takes half a kilobyte. */
const MOST_KEPT = 1_500;
/** Coming back within a minute asks nobody. */
const FRESH = 60_000;

/** Titles and everyday words of every public guide, so that one finds one's own without a signal. */
export const useKeptGuides = create<GuidesState>(() => {
  const kept = readKept<KeptGuides>(NAME);
  return { guides: kept?.guides, savedAt: kept?.savedAt, failure: undefined };
});

let renewing: Promise<void> | undefined;
let renewedAt = 0;

/** Fetches the guides anew; what is kept stays when the network fails. */
export function renewGuides(): Promise<void> {
  renewing ??= fetchGuides().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** For pages that list guides: kept at once, renewed when the page is shown or the network returns. */
export function useRenewedGuides(): void {
  const renew = () => {
    if (Date.now() - renewedAt > FRESH || useKeptGuides.getState().failure) void renewGuides();
  };
  useEffect(() => {
    renew();
    return onNetworkReturn(() => void renewGuides());
  }, []);
  useDidShow(renew);
  useKeepingWholeGuides();
}

async function fetchGuides(): Promise<void> {
  const guides: PublicGuideSummary[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor ? { cursor } : {}) };
    const answer = await call(listPublicGuides, { query });
    if (!answer.ok) return useKeptGuides.setState({ failure: answer.failure });
    guides.push(...answer.reply.items);
    cursor = answer.reply.next;
  } while (cursor !== null && guides.length < MOST_KEPT);
  const savedAt = now();
  renewedAt = Date.now();
  keep(NAME, { guides, savedAt } satisfies KeptGuides);
  useKeptGuides.setState({ guides, savedAt, failure: undefined });
}
