import L from 'leaflet';
import type { MapPin } from './types';

export type PointMarker = L.Marker;

const PIN_SIZE = 44;
const CLUSTER_SIZE = 34;

/** A point's mark: shape and word differ by open or closed, not the colour alone. The keyboard reaches it. */
export function newMarker({ name, places: { wgs84 }, isOpen, state }: MapPin, onChoose: () => void): PointMarker {
  const html = document.createElement('span');
  html.append(
    part(isOpen ? 'map-pin-mark is-open' : 'map-pin-mark', '', true),
    part('map-pin-name', name, true),
    part('spoken-only', `${name}，${state}`),
  );
  const icon = L.divIcon({ className: 'map-pin', html, iconSize: [PIN_SIZE, PIN_SIZE] });
  const marker = L.marker([wgs84.latitude, wgs84.longitude], { icon, riseOnHover: true });
  marker.on('click', onChoose);
  marker.on('keydown', ({ originalEvent }) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
    originalEvent.preventDefault();
    onChoose();
  });
  return marker;
}

function part(className: string, words: string, unspoken = false): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = words;
  if (unspoken) element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Points that lie too close to be told apart stand as one mark with their number. */
export function newCluster(): L.MarkerClusterGroup {
  return L.markerClusterGroup({
    maxClusterRadius: 44,
    showCoverageOnHover: false,
    animate: false,
    chunkedLoading: true,
    iconCreateFunction: (cluster) => {
      const count = cluster.getChildCount();
      const html = document.createElement('span');
      html.append(part('', String(count), true), part('spoken-only', `${count} 个服务点，放大查看`));
      return L.divIcon({ className: 'map-cluster', html, iconSize: [CLUSTER_SIZE, CLUSTER_SIZE] });
    },
  });
}

/** Marks the chosen point and brings it into sight; gives back how to unmark it. */
export function showsChosen(map: L.Map, group: L.MarkerClusterGroup, marker: PointMarker): () => void {
  const mark = () => marker.getElement()?.classList.add('is-chosen');
  if (!map.getBounds().contains(marker.getLatLng()) || !marker.getElement()) group.zoomToShowLayer(marker, mark);
  mark();
  marker.on('add', mark);
  return () => {
    marker.off('add', mark);
    marker.getElement()?.classList.remove('is-chosen');
  };
}
