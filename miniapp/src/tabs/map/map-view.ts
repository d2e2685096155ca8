import {
  filtersFromQuery,
  filtersToQuery,
  NO_FILTERS,
  type PointFilters,
} from '@county/shared/service-map/point-filters';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { create } from 'zustand';
import { keepInAddress } from '../../platform/address';
import { withQuery } from '../../platform/navigation';

/** What map and list are narrowed to, and whether the map is shown at all. */
export interface MapView extends PointFilters {
  readonly listOnly: boolean;
}

const NOTHING: MapView = { ...NO_FILTERS, listOnly: false };

export const MAP_PAGE = '/tabs/map/index';

/** Outlives the page: WeChat opens a tab without a query, so what leads here says first what to show. */
const useView = create<MapView>(() => NOTHING);

/** Narrows the map to this and nothing else; the way there is `goTo(MAP_PAGE)`. */
export function showOnMap(view: Partial<MapView>): void {
  useView.setState({ ...NOTHING, ...view });
}

/** The address of the map as it is narrowed, for a link or a card in a chat. */
export const addressOfView = (view: MapView): string => withQuery(MAP_PAGE, queryOf(view));

/** What is chosen; it stands in the address, so that a link, a reload and the way back show the same. */
export function useMapView(): [MapView, (more: Partial<MapView>) => void] {
  const { params } = useRouter();
  const view = useView();
  const note = () => keepInAddress(queryOf(useView.getState()));
  useEffect(() => {
    const given = readView(params);
    if (given) useView.setState(given);
    note();
  }, []);
  useDidShow(note);
  return [
    view,
    (more) => {
      useView.setState(more);
      note();
    },
  ];
}

export function clearMapView(): void {
  useView.setState(NO_FILTERS);
  keepInAddress(queryOf(useView.getState()));
}

const queryOf = ({ listOnly, ...filters }: MapView) => ({
  ...filtersToQuery(filters),
  ...(listOnly ? { show: 'list' } : {}),
});

function readView(params: Partial<Record<string, string>>): MapView | undefined {
  const given = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decoded(value ?? '')]));
  const view = { ...filtersFromQuery(given), listOnly: given.show === 'list' };
  // Opened without anything in its address, the map shows what whoever led here has said.
  return Object.keys(queryOf(view)).length ? view : undefined;
}

/** Taro hands over some parts of an address as they stand in it. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
