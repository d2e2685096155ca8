import { Map as WechatMap } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useUiId } from '../../ui/ui-id';
import { centreOf, numberedMarkers, outlinePolygons, pinsWithin, type RegionBox } from './wechat-markers';
import type { CountyMapProps } from './types';

const BATCH = 200;
const WHOLE_COUNTY = 10;
const CLOSE_UP = 15;

/**
 * WeChat's own map. Markers go to it by its context and never through setData, which two thousand of them would block;
 * only those within what is shown, in batches. The outline lies over WeChat's licensed ground as borders.
 */
export function CountyMap({ outline, pins, chosenId, onChoose, here }: CountyMapProps) {
  const id = useUiId('county-map');
  const context = useRef<Taro.MapContext>();
  const box = useRef<RegionBox>();
  const [ready, setReady] = useState(false);
  const latest = useRef(pins);
  latest.current = pins;
  const polygons = useMemo(() => outlinePolygons(outline), [outline]);
  const centre = useMemo(() => centreOf(outline, here), [outline, here]);
  const chosen = pins.find((pin) => pin.id === chosenId);

  const draw = () => {
    const map = context.current;
    if (!map) return;
    const shown = box.current ? pinsWithin(latest.current, box.current) : latest.current;
    const markers = numberedMarkers(shown);
    // The first batch takes the place of what was there, also when it is empty.
    for (let from = 0; from === 0 || from < markers.length; from += BATCH)
      void map.addMarkers({ markers: markers.slice(from, from + BATCH), clear: from === 0 } as never);
  };
  const look = () =>
    context.current?.getRegion({
      success: ({ southwest, northeast }) => {
        box.current = { southwest, northeast };
        draw();
      },
    });

  // The map is there once what was set has been drawn.
  useEffect(() => Taro.nextTick(() => setReady(true)), []);
  useEffect(() => {
    if (!ready) return;
    const map = Taro.createMapContext(id);
    context.current = map;
    void map.initMarkerCluster({ enableDefaultStyle: true, zoomOnClick: true, gridSize: 60 });
    draw();
    look();
  }, [ready, id]);
  useEffect(draw, [JSON.stringify(pins.map(({ id: pinId, isOpen }) => [pinId, isOpen]))]);

  return (
    <WechatMap
      id={id}
      className="county-map"
      {...(chosen ? { ...chosen.places.gcj02, scale: CLOSE_UP } : centre)}
      {...(here || chosen ? {} : { scale: WHOLE_COUNTY })}
      polygons={polygons}
      showLocation={here !== undefined}
      minScale={8}
      onMarkerTap={({ detail }) => {
        const pin = latest.current[Number(detail.markerId)];
        if (pin) onChoose(pin.id);
      }}
      onRegionChange={({ type }) => {
        if (type === 'end') look();
      }}
      onError={() => undefined}
      {...{ 'aria-role': 'region', 'aria-label': '政务地图' }}
    />
  );
}
