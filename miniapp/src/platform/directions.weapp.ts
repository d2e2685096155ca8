import Taro from '@tarojs/taro';
import type { DirectionsTarget, MapApp } from './directions-target';

/** WeChat's own map offers whichever applications the phone has. */
export function mapAppsFor(_target: DirectionsTarget): MapApp[] {
  return [];
}

/** Opens WeChat's map at the place, in the system WeChat reckons in. */
export const showTheWay: ((target: DirectionsTarget) => Promise<void>) | null = async ({ name, address, places }) => {
  const { longitude, latitude } = places.gcj02;
  // Closing the map again is answered as an error and is none.
  await Taro.openLocation({ longitude, latitude, name, address, scale: 17 }).catch(() => undefined);
};
