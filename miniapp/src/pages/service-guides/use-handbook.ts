import type { Handbook } from '@county/shared/service-guides/handbook';
import { listHandbooks } from '@county/shared/service-guides/handbook-routes';
import { useList, type LoadedList } from '../../api/use-list';

const ALL = 200;

/** One handbook as its office sees it, out of the list: a county has a dozen. */
export function useHandbook(handbookId: string | undefined): {
  list: LoadedList<Handbook>;
  handbook: Handbook | undefined;
} {
  const list = useList(listHandbooks, handbookId ? { query: { limit: ALL } } : null);
  return { list, handbook: list.data?.find(({ id }) => id === handbookId) };
}
