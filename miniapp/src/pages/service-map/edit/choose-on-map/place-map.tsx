import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { Place } from '@county/shared/service-map/position';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import { addOutline, addTiles } from '../../../../components/county-map/leaflet-ground';

export interface PlaceMapProps {
  outline: MapOutline;
  tiandituKey: string | null;
  /** In WGS-84, as this map counts. */
  place: Place | undefined;
  onPress(place: Place): void;
}

const CLOSEST = 18;
const CLOSE = 15;

/** The place is what lies under the cross in the middle: moved by hand, by a press or by the arrow keys. */
export function PlaceMap({ outline, tiandituKey, place, onPress }: PlaceMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  press.current = onPress;
  useEffect(() => {
    const { west, south, east, north } = outline.box;
    const box = L.latLngBounds([south, west], [north, east]);
    const map = L.map(frame.current!, {
      attributionControl: false,
      zoomControl: false,
      maxZoom: CLOSEST,
      maxBounds: box,
    });
    L.control.zoom({ zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map);
    if (place) map.setView([place.latitude, place.longitude], CLOSE, { animate: false });
    else map.fitBounds(box, { animate: false });
    if (tiandituKey) addTiles(map, tiandituKey);
    addOutline(map, outline, tiandituKey !== null);
    map.on('click', ({ latlng }) => map.panTo(latlng, { animate: false }));
    // Showing the map is no choice yet; moving it is.
    map.on('moveend', () => {
      const { lng: longitude, lat: latitude } = map.getCenter();
      press.current({ longitude, latitude });
    });
    return () => void map.remove();
    // The map keeps its own place from here on.
  }, [outline, tiandituKey]);
  return (
    <div className="place-map">
      <div ref={frame} className="county-map" role="region" aria-label="选位置的地图，方向键移动" />
      <div className="place-cross" aria-hidden="true" />
    </div>
  );
}
