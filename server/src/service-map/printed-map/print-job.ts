import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { Place, ViewBox } from '@county/shared/service-map/position';
import type { ServicePointKind } from '@county/shared/service-map/service-point';

/** What of the outline a map shows, and the area that is set off; null: all are alike. */
export interface MapView {
  box: ViewBox;
  areaUnitId: string | null;
}

export interface PrintedPoint {
  number: number;
  /** The heading it stands under: its township, or the county. */
  group: string;
  /** Null for the county's own. */
  townshipId: string | null;
  kind: ServicePointKind;
  name: string;
  /** Null: in the table, not on the map. */
  place: Place | null;
  address: string;
  landmark: string;
  /** What is done there, window by window. */
  services: string;
  hours: string;
  phone: string;
  /** Where its code leads. */
  link: string;
}

/** All that one printed map says; the same job always gives the same pages. */
export interface PrintJob {
  /** 青石镇政务地图. */
  title: string;
  /** What is left out, in words; empty when nothing is. */
  filter: string;
  /** 2026年11月26日. */
  date: string;
  countyName: string;
  paper: 'A4' | 'A3';
  isLarge: boolean;
  link: string;
  outline: MapOutline;
  view: MapView;
  /**
   * Where the numbers of a whole county have no room on one map, in large print: each township's own map stands before
   * its part of the table, and the first map says which numbers lie where. By the township's id; empty otherwise.
   */
  townshipViews: Record<string, MapView>;
  /** The licensed map's approval number or the sketch's own notice (rules M2). */
  notice: string;
  points: PrintedPoint[];
}
