import type { Page } from '@county/shared/http/page';
import type { Call, Route } from '@county/shared/http/route';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ofReading } from './ask-again';
import { call } from './call';
import type { Failure } from './failure';
import { useCall, type Loaded } from './use-call';

/** A list that grows by pages. */
export interface LoadedList<Item> extends Omit<Loaded<Item[]>, 'replace'> {
  hasMore: boolean;
  loadingMore: boolean;
  moreFailure: Failure | undefined;
  loadMore(): Promise<void>;
}

type ItemOf<R extends Route> = R['response'] extends { _output: { items: (infer Item)[] } }
  ? Item
  : R['response'] extends { _zod: { output: { items: (infer Item)[] } } }
    ? Item
    : never;

/** Loads a paged GET route; `loadMore` adds the following page. A reload begins again with the first. */
export function useList<R extends Route>(route: R, request: Call<R> | null): LoadedList<ItemOf<R>> {
  type Item = ItemOf<R>;
  const first = useCall(route, request);
  const page = first.data as Page<Item> | undefined;
  const [more, setMore] = useState<{ items: Item[]; next: string | null }>();
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure>();
  const latest = useRef(page);
  latest.current = page;
  useEffect(() => {
    setMore(undefined);
    setMoreFailure(undefined);
  }, [page]);

  const next = more ? more.next : (page?.next ?? null);
  const loadMore = useCallback(async () => {
    if (!next || request === null || loadingMore) return;
    setLoadingMore(true);
    const { query, ...rest } = request as { query?: object };
    const answer = await call(route, { ...rest, query: { ...query, cursor: next } } as unknown as Call<R>);
    setLoadingMore(false);
    // Another list is shown by now: what followed the old one does not belong there.
    if (latest.current !== page) return;
    if (!answer.ok) return setMoreFailure(ofReading(answer.failure));
    const got = answer.reply as Page<Item>;
    setMoreFailure(undefined);
    setMore((before) => ({ items: [...(before?.items ?? []), ...got.items], next: got.next }));
  }, [next, request, loadingMore, route, page]);

  const { replace: _, ...rest } = first;
  const items = page && [...page.items, ...(more?.items ?? [])];
  return { ...rest, data: items, hasMore: next !== null, loadingMore, moreFailure, loadMore };
}
