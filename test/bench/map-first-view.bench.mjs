import { compareFirstView } from './first-view.mjs';

/** Until the map can be used: the county is drawn, the list is there, and a finger on its first row meets the row. */
export default () => compareFirstView('/tabs/map/index', mapIsUsable, 0.66);

/** In the page: runs with every frame until it answers true. */
const mapIsUsable = () => {
  const isSeen = (element) => element && element.getClientRects().length > 0;
  const drawn = [...document.querySelectorAll('svg polygon, .leaflet-container path')].some(isSeen);
  const row = [...document.querySelectorAll('a[href*="/pages/service-map/point/"]')].find(
    (link) => !link.closest('svg') && isSeen(link),
  );
  if (!drawn || !row) return false;
  row.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = row.getBoundingClientRect();
  return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};
