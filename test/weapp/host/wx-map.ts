import type { MakeCall } from './wx-call.ts';

interface Place {
  longitude: number;
  latitude: number;
}

export interface Marker extends Place {
  id: number;
  iconPath: string;
  title: string;
  joinCluster: boolean;
}

/** What the map has been told, for tests to look at. */
export interface DrawnMap {
  markers: Marker[];
  /** How many markers came with each call. */
  batches: number[];
  isClustered: boolean;
  /** Where WeChat's own map was opened. */
  opened: (Place & { name: string; address: string })[];
}

interface Told {
  __map__: DrawnMap;
  /** What the map shows: the whole country unless a test says otherwise. */
  __region__?: { southwest: Place; northeast: Place };
  /** Where the phone is; without it the person has refused to say. */
  __place__?: Place;
}

const COUNTRY = { southwest: { longitude: 73, latitude: 3 }, northeast: { longitude: 136, latitude: 54 } };

/** WeChat's map and the phone's place. The map itself is drawn by WeChat alone; here it only takes note. */
export function mapping(call: MakeCall) {
  const told = window as unknown as Told;
  told.__map__ = { markers: [], batches: [], isClustered: false, opened: [] };
  const context = {
    initMarkerCluster: call('initMarkerCluster', () => void (told.__map__.isClustered = true)),
    addMarkers: call('addMarkers', ({ markers, clear }: { markers: Marker[]; clear: boolean }) => {
      const drawn = told.__map__;
      if (markers.some(({ id }) => !Number.isInteger(id))) throw new Error('marker id should be a number');
      drawn.markers = [...(clear ? [] : drawn.markers), ...markers];
      drawn.batches.push(markers.length);
    }),
    getRegion: call('getRegion', () => told.__region__ ?? COUNTRY),
  };
  return {
    createMapContext: () => context,
    getLocation: call('getLocation', () => {
      if (!told.__place__) throw new Error('auth deny');
      return told.__place__;
    }),
    openLocation: call('openLocation', (where: DrawnMap['opened'][number]) => void told.__map__.opened.push(where)),
  };
}
