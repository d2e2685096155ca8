import type { DirectionsTarget, MapApp } from './directions-target';

/** The person's own map applications, each with the place in the system it reckons in. */
export function mapAppsFor({ name, address, places }: DirectionsTarget): MapApp[] {
  const { longitude, latitude } = places.gcj02;
  const [title, where] = [encodeURIComponent(name), encodeURIComponent(address)];
  const from = encodeURIComponent('政务公开');
  return [
    {
      name: '高德地图',
      url: `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${title}&coordinate=gaode&callnative=1&src=${from}`,
    },
    {
      name: '百度地图',
      url: `https://api.map.baidu.com/marker?location=${latitude},${longitude}&title=${title}&content=${where}&coord_type=gcj02&output=html&src=${from}`,
    },
    {
      name: '腾讯地图',
      url: `https://apis.map.qq.com/uri/v1/marker?marker=coord:${latitude},${longitude};title:${title};addr:${where}&referer=${from}`,
    },
  ];
}

/** WeChat has a map of its own that leads there; the web has not. */
export const showTheWay: ((target: DirectionsTarget) => Promise<void>) | null = null;
