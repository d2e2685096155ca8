import { useEffect, useState, type ComponentType } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { CountyMapProps } from './types';

type Drawn = ComponentType<CountyMapProps>;

/** The map comes after the list, in a part of its own: whoever never looks at it does not load it. */
export function CountyMap(props: CountyMapProps) {
  const [drawn, setDrawn] = useState<{ Map?: Drawn; failed?: boolean }>({});
  const load = () =>
    void import('./leaflet-map').then(
      ({ LeafletMap }) => setDrawn({ Map: LeafletMap }),
      () => setDrawn({ failed: true }),
    );
  useEffect(load, []);
  if (drawn.Map) return <drawn.Map {...props} />;
  if (!drawn.failed) return <div className="county-map skeleton-line" role="status" aria-label="正在画地图" />;
  return (
    <Notice
      kind="warn"
      title="地图没有取到"
      action={
        <Button icon="refresh-cw" onPress={load}>
          再试一次
        </Button>
      }
    >
      没有连上网络。下面的列表照样可以用。
    </Notice>
  );
}
