import { LedgerFilter } from '@county/shared/tasks/overview/task-filters';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { keepInAddress } from '../../platform/address';

export type ChosenFilters = Partial<LedgerFilter>;

const FILTERS = LedgerFilter.partial();

/**
 * What a page over a plan is narrowed to. It stands in the page's address: a shared link, a reload and the way back
 * show the same, and other views of the plan are opened with it. A part of an old link that means nothing is dropped.
 */
export function useChosenFilters(): [
  breakdownId: string,
  chosen: ChosenFilters,
  choose: (more: ChosenFilters) => void,
] {
  const { params } = useRouter();
  const breakdownId = params.id ?? '';
  const [chosen, setChosen] = useState<ChosenFilters>(() => readFilters(params));
  const choose = (more: ChosenFilters) => {
    const next = withoutBlanks({ ...chosen, ...more });
    setChosen(next);
    keepInAddress({ id: breakdownId, ...next });
  };
  return [breakdownId, chosen, choose];
}

function readFilters(params: Partial<Record<string, string>>): ChosenFilters {
  const given = Object.entries(FILTERS.shape).flatMap(([name, part]) => {
    const value = params[name];
    const read = value ? part.safeParse(decoded(value)) : undefined;
    return read?.success ? [[name, read.data]] : [];
  });
  return withoutBlanks(Object.fromEntries(given) as ChosenFilters);
}

/** Taro hands over some parts of an address as they stand in it. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function withoutBlanks(filters: ChosenFilters): ChosenFilters {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given) as ChosenFilters;
}
