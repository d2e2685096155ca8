import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { Place } from '@county/shared/service-map/position';
import gcoord from 'gcoord';
import type { MapPin } from './types';

export interface RegionBox {
  southwest: Place;
  northeast: Place;
}

/** WGS-84, in which we reckon, to GCJ-02, in which WeChat draws. */
function drawn([longitude, latitude]: readonly [number, number]): Place {
  const [x, y] = gcoord.transform<[number, number]>([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
  return { longitude: x, latitude: y };
}

/** To a metre: longer numbers only make what goes to the map twice as long. */
const shortened = ({ longitude, latitude }: Place): Place => ({
  longitude: Number(longitude.toFixed(5)),
  latitude: Number(latitude.toFixed(5)),
});

/** The borders of the townships, over WeChat's ground. */
export function outlinePolygons({ areas }: MapOutline) {
  return areas.map(({ ring }) => ({
    points: ring.map(drawn).map(shortened),
    strokeWidth: 1,
    strokeColor: '#0B6B5B99',
    fillColor: '#0B6B5B0A',
    zIndex: 1,
  }));
}

/** What the map begins with: the person's place, or the county's middle. */
export function centreOf({ box }: MapOutline, here: Place | undefined): Place {
  if (here) return drawn([here.longitude, here.latitude]);
  return drawn([(box.west + box.east) / 2, (box.south + box.north) / 2]);
}

/** Pins within what is shown, each with its number among all: WeChat knows markers by numbers. */
export function pinsWithin(
  pins: readonly MapPin[],
  { southwest, northeast }: RegionBox,
): readonly (MapPin | undefined)[] {
  return pins.map((pin) => {
    const { longitude, latitude } = pin.places.gcj02;
    const isWithin =
      longitude >= southwest.longitude &&
      longitude <= northeast.longitude &&
      latitude >= southwest.latitude &&
      latitude <= northeast.latitude;
    return isWithin ? pin : undefined;
  });
}

export function numberedMarkers(pins: readonly (MapPin | undefined)[]) {
  return pins.flatMap((pin, id) =>
    pin
      ? [
          {
            id,
            ...pin.places.gcj02,
            iconPath: pin.isOpen ? '/assets/map/pin-open.png' : '/assets/map/pin.png',
            width: 28,
            height: 36,
            joinCluster: true,
            title: pin.name,
            ariaLabel: `${pin.name}，${pin.state}`,
          },
        ]
      : [],
  );
}
