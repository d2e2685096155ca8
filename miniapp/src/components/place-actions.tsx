import type { Places } from '@county/shared/service-map/position';
import { useState } from 'react';
import { callable, copy, ring } from '../platform/device';
import { mapAppsFor, showTheWay } from '../platform/directions';
import type { DirectionsTarget } from '../platform/directions-target';
import { Box } from '../ui/base/box';
import { OutsideLink } from '../ui/base/outside-link';
import { Press } from '../ui/base/press';
import { Button } from '../ui/button';
import { Sheet } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Stack } from '../ui/surface';
import { toast } from '../ui/toast';
import { goTo } from '../platform/navigation';
import './place-actions.scss';

/** Somewhere people go: a point, or the place of a booking. */
interface GoalPlace {
  name: string;
  address: string;
  landmark: string;
  phone: string | null;
  places: Places | null;
}

/** What one does with a place, as equal buttons; what is not there says so instead of standing dead. */
export function PlaceActions({ place, bookingPage }: { place: GoalPlace; bookingPage?: string | undefined }) {
  const [choosing, setChoosing] = useState(false);
  const { phone, places, name, address } = place;
  const target = places ? { name, address, places } : undefined;
  const go = () => {
    if (!target) return;
    if (showTheWay) void showTheWay(target);
    else setChoosing(true);
  };
  return (
    <>
      <Box className="point-actions">
        {phone ? (
          <Press className="point-action" label={`打电话 ${phone}`} onPress={() => void ring(callable(phone))}>
            <Icon name="phone" />
            <Box as="span">打电话</Box>
            <Box as="span" className="point-action-about">
              {phone}
            </Box>
          </Press>
        ) : null}
        {target ? (
          <Press className="point-action" onPress={go}>
            <Icon name="navigation" />
            <Box as="span">去这里</Box>
            <Box as="span" className="point-action-about">
              用地图带路
            </Box>
          </Press>
        ) : null}
        {bookingPage ? (
          <Press className="point-action" href={bookingPage} onPress={() => void goTo(bookingPage)}>
            <Icon name="calendar-check" />
            <Box as="span">预约</Box>
            <Box as="span" className="point-action-about">
              选好时间再来
            </Box>
          </Press>
        ) : null}
      </Box>
      {phone ? null : <Box className="row-about">没有登记电话，可拨打 12345 转接。</Box>}
      <Address place={place} />
      {choosing && target ? <MapApps target={target} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

function Address({ place }: { place: GoalPlace }) {
  const words = [place.address, place.landmark && `（${place.landmark}）`].filter(Boolean).join('');
  const whole = [place.name, words].filter(Boolean).join('，');
  const take = async () => toast((await copy(whole)) ? '地址已复制' : '没有复制成功，请长按选取');
  return (
    <Box className="place-address">
      <Box className="row-about">地址</Box>
      {/* Away from every point, what is written as the place is its address. */}
      <Box>{words || place.name}</Box>
      {place.places ? null : <Box className="row-about">地图上的位置还没有标，请按地址找或先打电话问路。</Box>}
      <Button kind="quiet" icon="copy" onPress={() => void take()}>
        复制地址
      </Button>
    </Box>
  );
}

function MapApps({ target, onClose }: { target: DirectionsTarget; onClose(): void }) {
  return (
    <Sheet title="用哪个地图带路" onClose={onClose}>
      <Stack>
        {mapAppsFor(target).map(({ name, url }) => (
          <OutsideLink key={name} className="point-app" url={url} onPress={onClose}>
            <Icon name="external-link" />
            {name}
          </OutsideLink>
        ))}
        <Box className="row-about">会打开地图应用或它的网页；没有网络时请按地址找。</Box>
      </Stack>
    </Sheet>
  );
}
