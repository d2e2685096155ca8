import type { Places } from '@county/shared/service-map/position';

/** Somewhere to go. */
export interface DirectionsTarget {
  name: string;
  address: string;
  places: Places;
}

/** A map application that can show the way. */
export interface MapApp {
  name: string;
  url: string;
}
