import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { Place, Places } from '@county/shared/service-map/position';

/** A point as the map shows it. */
export interface MapPin {
  id: string;
  name: string;
  places: Places;
  isOpen: boolean;
  /** 开着，12:00 午休. */
  state: string;
}

/** Drawn by Leaflet on the web and by WeChat's own map there; each shows the same pins. */
export interface CountyMapProps {
  outline: MapOutline;
  /** A key of 天地图, for the web; null: the outline alone is drawn. */
  tiandituKey: string | null;
  pins: readonly MapPin[];
  chosenId: string | undefined;
  onChoose(id: string): void;
  /** Where the person is, in WGS-84, once they have said so. */
  here: Place | undefined;
}
