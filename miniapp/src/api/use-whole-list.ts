import type { Call, Route } from '@county/shared/http/route';
import { useEffect } from 'react';
import { useList, type LoadedList } from './use-list';

/** A paged list that is read to its end, for what is looked for among all of it. Where a page fails, so does the list. */
export function useWholeList<R extends Route>(route: R, request: Call<R> | null): ReturnType<typeof useList<R>> {
  const list = useList(route, request);
  const { hasMore, loadingMore, moreFailure, loadMore } = list;
  useEffect(() => {
    if (hasMore && !loadingMore && !moreFailure) void loadMore();
  }, [hasMore, loadingMore, moreFailure, loadMore]);
  return moreFailure ? ({ ...list, failure: moreFailure } satisfies LoadedList<unknown>) : list;
}
