import type { Datum } from '@county/shared/service-map/position';

/** A place as the form holds it. */
export interface WrittenPlace {
  longitude: string;
  latitude: string;
  datum: Datum;
}

export interface ChooseOnMapProps {
  form: WrittenPlace;
  onChosen(place: WrittenPlace): void;
}
