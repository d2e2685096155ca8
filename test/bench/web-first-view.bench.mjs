import { compareFirstView } from './first-view.mjs';

/** Until the home page can be used: its search is there, and a finger on the way to the map meets it. */
export default () => compareFirstView('/tabs/home/index', homeIsUsable, 0.66);

/** In the page: runs with every frame until it answers true. */
const homeIsUsable = () => {
  const isSeen = (element) => element && element.getClientRects().length > 0;
  const search = [...document.querySelectorAll('input[type="search"]')].find(isSeen);
  const row = [...document.querySelectorAll(':is(#first-view, .page-main) a[href*="/tabs/map/"]')].find(isSeen);
  if (!search || search.disabled || !row) return false;
  row.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = row.getBoundingClientRect();
  return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};
