import type { MapOutline } from '@county/shared/service-map/map-outline';
import L from 'leaflet';

type Line = readonly (readonly [number, number])[];

/** GeoJSON has longitude first, Leaflet latitude. */
const turned = (line: Line) => line.map(([longitude, latitude]): L.LatLngTuple => [latitude, longitude]);

/** Our own drawing of the county: townships with their names, rivers, roads. Over tiles only the borders. */
export function addOutline(map: L.Map, outline: MapOutline, overTiles: boolean): void {
  const still = { interactive: false, smoothFactor: 1 };
  for (const { ring } of outline.areas)
    L.polygon(turned(ring), { ...still, className: overTiles ? 'map-border' : 'map-area' }).addTo(map);
  if (overTiles) return;
  for (const { line } of outline.rivers) L.polyline(turned(line), { ...still, className: 'map-river' }).addTo(map);
  for (const { line } of outline.roads) L.polyline(turned(line), { ...still, className: 'map-road' }).addTo(map);
  for (const { name, label } of outline.areas) addName(map, name, label, 'map-name');
  for (const { name, line } of outline.rivers) {
    const middle = line[Math.floor(line.length / 2)];
    if (middle && name) addName(map, name, middle, 'map-name is-water');
  }
}

function addName(map: L.Map, name: string, [longitude, latitude]: readonly [number, number], className: string): void {
  const words = document.createElement('span');
  words.textContent = name;
  // Names of places are part of the picture: the list says them to those who do not see it.
  words.setAttribute('aria-hidden', 'true');
  const icon = L.divIcon({ className, html: words, iconSize: [0, 0] });
  L.marker([latitude, longitude], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(map);
}

/** 天地图: the ground (vec) and its words (cva), in the web's projection. */
export function addTiles(map: L.Map, key: string): void {
  for (const layer of ['vec', 'cva'])
    L.tileLayer(
      `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
        `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
      { subdomains: '01234567', maxZoom: 18 },
    ).addTo(map);
}
