import { getPublicMap } from '@county/shared/service-map/service-map-routes';
import type { Place } from '@county/shared/service-map/position';
import { useEffect, useState, type ComponentType } from 'react';
import { useCall } from '../../../../api/use-call';
import { Answer } from '../../../../ui/answer';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { Sheet } from '../../../../ui/dialog';
import { Notice } from '../../../../ui/notice';
import { Skeleton } from '../../../../ui/skeleton';
import { Stack } from '../../../../ui/surface';
import type { PlaceMapProps } from './place-map';
import type { ChooseOnMapProps } from './types';
import '../../keeping.scss';

/** A map in a sheet: a press puts the point there; what it counts in is WGS-84. */
export function ChooseOnMap({ form, onChosen }: ChooseOnMapProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="search" onPress={() => setOpen(true)}>
        在地图上选
      </Button>
      {open ? <MapSheet form={form} onChosen={onChosen} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function MapSheet({ form, onChosen, onClose }: ChooseOnMapProps & { onClose(): void }) {
  const map = useCall(getPublicMap, {});
  const isSet = form.datum === 'wgs84' && form.longitude !== '' && form.latitude !== '';
  const [place, setPlace] = useState<Place | undefined>(
    isSet ? { longitude: Number(form.longitude), latitude: Number(form.latitude) } : undefined,
  );
  const take = () => {
    if (!place) return;
    onChosen({ longitude: place.longitude.toFixed(6), latitude: place.latitude.toFixed(6), datum: 'wgs84' });
    onClose();
  };
  return (
    <Sheet
      title="在地图上选位置"
      onClose={onClose}
      actions={
        <Button kind="primary" icon="check" disabledReason={place ? null : '先移动地图，或点一下'} onPress={take}>
          就是这里
        </Button>
      }
    >
      <Stack>
        <Box>放大地图，让中间的十字对准门口；也可以点一下门口的位置。</Box>
        <Answer of={map} shape="words">
          {({ outline, tiandituKey }) => (
            <>
              <LoadedMap outline={outline} tiandituKey={tiandituKey} place={place} onPress={setPlace} />
              {tiandituKey ? null : (
                <Box className="field-hint">{`${outline.notice} 示意图上看不到街巷时，请到现场取位置，或写经纬度。`}</Box>
              )}
            </>
          )}
        </Answer>
      </Stack>
    </Sheet>
  );
}

/** The map comes in a part of its own: whoever does not press the button does not load it. */
function LoadedMap(props: PlaceMapProps) {
  const [drawn, setDrawn] = useState<{ Map?: ComponentType<PlaceMapProps>; failed?: boolean }>({});
  useEffect(() => {
    void import('./place-map').then(
      ({ PlaceMap }) => setDrawn({ Map: PlaceMap }),
      () => setDrawn({ failed: true }),
    );
  }, []);
  if (drawn.Map) return <drawn.Map {...props} />;
  return drawn.failed ? (
    <Notice kind="warn" title="地图没有取到，请检查网络，或写经纬度" />
  ) : (
    <Skeleton shape="words" />
  );
}
