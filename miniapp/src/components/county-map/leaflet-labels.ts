import type L from 'leaflet';
import { useDisplay } from '../../theme/display';

/** Where something lies on the screen. */
type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

const HIDDEN = 'is-crowded';
/** Labels that nearly touch read as one. */
const GAP = 2;
/** How far the name of a township may stand from its middle, and in which steps room is looked for. */
const [REACH, STEP] = [56, 8];

/** Every shift within reach, the shortest first. */
const SHIFTS = shifts();

/**
 * Keeps the words on the map apart: a point's name that would lie on another or on a mark is left out, and the name of
 * a township stands at the nearest free place, or is left out where there is none; the list says what it says. The
 * chosen point comes first, then the points' names, then those of townships and rivers.
 */
export function keepLabelsApart(map: L.Map, frame: HTMLElement): () => void {
  let asked = 0;
  const arrange = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => arrangeLabels(frame));
  };
  // Marks come and go as the map is moved, and in pieces while many are put on it.
  const events = 'zoomend moveend layeradd layerremove';
  map.on(events, arrange);
  // Larger letters need other places.
  const letGo = useDisplay.subscribe(arrange);
  arrange();
  return () => {
    cancelAnimationFrame(asked);
    letGo();
    map.off(events, arrange);
  };
}

function arrangeLabels(frame: HTMLElement): void {
  const all = (selector: string) => [...frame.querySelectorAll<HTMLElement>(selector)];
  const names = [...all('.map-pin.is-chosen .map-pin-name'), ...all('.map-pin:not(.is-chosen) .map-pin-name')];
  const places = [...all('.map-name:not(.is-water) span'), ...all('.map-name.is-water span')];
  // Everything is shown and measured before anything is moved or hidden: one layout, not one for each.
  for (const label of names) label.classList.remove(HIDDEN);
  for (const label of places) {
    label.classList.remove(HIDDEN);
    label.style.margin = '';
  }
  const taken = all('.map-pin-mark, .map-cluster, .leaflet-control').map(boxOf);
  const inside = boxOf(frame);
  const measured = [...names, ...places].map((label) => ({ label, box: boxOf(label) }));
  for (const { label, box } of measured) {
    if (box.right === box.left) continue;
    const ways = names.includes(label) ? STAYING : SHIFTS;
    const way = ways.find(
      ([x, y]) => isFree(shifted(box, x, y), taken) && ((x === 0 && y === 0) || isWithin(shifted(box, x, y), inside)),
    );
    if (!way) label.classList.add(HIDDEN);
    else {
      const [x, y] = way;
      if (x !== 0 || y !== 0) label.style.margin = `${y}px 0 0 ${x}px`;
      taken.push(shifted(box, x, y));
    }
  }
}

type Shift = readonly [x: number, y: number];

const STAYING: readonly Shift[] = [[0, 0]];

function shifts(): Shift[] {
  const lengthOf = ([x, y]: Shift) => x * x + y * y;
  const steps = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, at) => at * STEP - REACH);
  return steps.flatMap((x) => steps.map((y): Shift => [x, y])).sort((one, other) => lengthOf(one) - lengthOf(other));
}

const boxOf = (element: Element): Box => element.getBoundingClientRect();

const shifted = ({ left, right, top, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y,
});

const isFree = (box: Box, taken: readonly Box[]): boolean => !taken.some((other) => overlap(box, other));

const isWithin = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right + GAP &&
  other.left < one.right + GAP &&
  one.top < other.bottom + GAP &&
  other.top < one.bottom + GAP;
