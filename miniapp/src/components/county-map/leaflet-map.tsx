import L from 'leaflet';
import 'leaflet.markercluster';
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import './leaflet-map.scss';
import { useEffect, useRef } from 'react';
import { addOutline, addTiles } from './leaflet-ground';
import { keepLabelsApart } from './leaflet-labels';
import { newCluster, newMarker, showsChosen, type PointMarker } from './leaflet-pins';
import type { CountyMapProps } from './types';

const NAMES_FROM_ZOOM = 13;
const RIVERS_FROM_ZOOM = 11;
const CLOSEST = 18;
const WORDS = { zoomInTitle: '放大', zoomOutTitle: '缩小' };

/** The web's map: our own outline, or 天地图 where the county has a key, with the points on it. */
export function LeafletMap({ outline, tiandituKey, pins, chosenId, onChoose, here }: CountyMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>();
  const cluster = useRef<L.MarkerClusterGroup>();
  const markers = useRef(new Map<string, PointMarker>());
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    const { west, south, east, north } = outline.box;
    const box = L.latLngBounds([south, west], [north, east]);
    const drawn = L.map(frame.current!, {
      attributionControl: false,
      zoomControl: false,
      maxZoom: CLOSEST,
      maxBounds: box.pad(0.5),
      zoomSnap: 0.25,
    });
    L.control.zoom({ ...WORDS, position: 'bottomright' }).addTo(drawn);
    drawn.fitBounds(box);
    drawn.setMinZoom(drawn.getZoom() - 1);
    if (tiandituKey) addTiles(drawn, tiandituKey);
    addOutline(drawn, outline, tiandituKey !== null);
    const named = () => {
      frame.current?.classList.toggle('has-names', drawn.getZoom() >= NAMES_FROM_ZOOM);
      frame.current?.classList.toggle('has-rivers', drawn.getZoom() >= RIVERS_FROM_ZOOM);
    };
    drawn.on('zoomend', named);
    named();
    const letGo = keepLabelsApart(drawn, frame.current!);
    map.current = drawn;
    cluster.current = newCluster().addTo(drawn);
    // A frame that changes its size (the desk's window, a sheet put away) is filled anew.
    const sized = new ResizeObserver(() => drawn.invalidateSize());
    sized.observe(frame.current!);
    return () => {
      sized.disconnect();
      letGo();
      drawn.remove();
      map.current = undefined;
      markers.current.clear();
    };
  }, [outline, tiandituKey]);

  const shown = pins.map(({ id, name, isOpen, places: { wgs84 } }) => [
    id,
    name,
    isOpen,
    wgs84.longitude,
    wgs84.latitude,
  ]);
  useEffect(() => {
    const group = cluster.current!;
    group.clearLayers();
    markers.current = new Map(pins.map((pin) => [pin.id, newMarker(pin, () => choose.current(pin.id))]));
    group.addLayers([...markers.current.values()]);
  }, [JSON.stringify(shown), outline, tiandituKey]);

  useEffect(() => {
    const marker = chosenId ? markers.current.get(chosenId) : undefined;
    return marker && cluster.current && map.current ? showsChosen(map.current, cluster.current, marker) : undefined;
  }, [chosenId]);

  useEffect(() => {
    if (!here || !map.current) return;
    const place: L.LatLngTuple = [here.latitude, here.longitude];
    const mark = L.circleMarker(place, { radius: 9, className: 'map-here', interactive: false }).addTo(map.current);
    const { west, south, east, north } = outline.box;
    // Somebody who looks at the county from elsewhere keeps the county in sight.
    if (L.latLngBounds([south, west], [north, east]).contains(place))
      map.current.setView(place, Math.max(map.current.getZoom(), NAMES_FROM_ZOOM - 1), { animate: false });
    return () => void mark.remove();
  }, [here, outline, tiandituKey]);

  return <div ref={frame} className="county-map" role="region" aria-label="政务地图" />;
}
