import { workingCalendar } from '@county/shared/calendar/working-days';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { openingAt } from '@county/shared/service-map/opening-state';
import type { PublicPoint, ServiceWindow } from '@county/shared/service-map/service-point';
import { servingFirst, type PlaceUnit } from '@county/shared/service-map/serving-points';
import { useMemo } from 'react';
import { useCountyPoints, useRenewedCounty } from '../../api/county-points';
import { useMyVillage } from '../../api/my-village';
import { OpeningTag, pointPage } from '../../components/point-row';
import { openWebAddress } from '../../platform/device';
import { goTo } from '../../platform/navigation';
import { MAP_PAGE, showOnMap } from '../../tabs/map/map-view';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Card, Row, Section } from '../../ui/surface';
import { useNow } from '../../ui/use-now';

interface Place {
  point: PublicPoint;
  windows: readonly ServiceWindow[];
}

/** Points with a window at which the guide's matter is done, one's own village's first; undefined until they are known. */
export function usePlaces(guideId: string): readonly Place[] | undefined {
  useRenewedCounty();
  const { points, map } = useCountyPoints();
  const { villageId } = useMyVillage();
  return useMemo(
    () => points && map && placesFor(points, guideId, villageId, map.units),
    [points, map, guideId, villageId],
  );
}

function placesFor(
  points: readonly PublicPoint[],
  guideId: string,
  villageId: string | undefined,
  units: readonly PlaceUnit[],
): Place[] {
  const windowsOf = ({ windows }: PublicPoint) =>
    windows.filter(({ services }) => services.some((service) => service.guideId === guideId));
  const able = points.filter((point) => windowsOf(point).length > 0);
  return servingFirst(able, villageId, units).map((point) => ({ point, windows: windowsOf(point) }));
}

const FIRST_SHOWN = 4;

/** 去哪办: counters, and on line where that is possible. */
export function WhereDone({ guide }: { guide: PublicGuide }) {
  const places = usePlaces(guide.id);
  const { onlineUrl } = guide.content;
  const shown = places?.slice(0, FIRST_SHOWN);
  const showAll = () => {
    showOnMap({ guideId: guide.id, guideName: guide.content.plainTitle });
    void goTo(MAP_PAGE);
  };
  return (
    <Section title="去哪办">
      <Card flush>
        {shown?.map((place) => (
          <PlaceRow key={place.point.id} place={place} guideId={guide.id} />
        ))}
        {places?.length ? null : (
          <Row
            icon="landmark"
            title={guide.content.acceptingWords || guide.acceptingUnitName}
            about="窗口还没有登记在地图上，去之前请先打电话问"
          />
        )}
        {onlineUrl ? <OnlineRow url={onlineUrl} /> : null}
      </Card>
      {places && shown && shown.length < places.length ? (
        <Box className="more">
          <Button kind="quiet" icon="map" onPress={showAll}>{`在地图上看全部 ${places.length} 处`}</Button>
        </Box>
      ) : null}
    </Section>
  );
}

function PlaceRow({ place: { point, windows }, guideId }: { place: Place; guideId: string }) {
  const at = useNow();
  const calendar = useCountyPoints((county) => county.map?.calendar);
  const reckoned = useMemo(() => workingCalendar(calendar ?? []), [calendar]);
  const state = openingAt(windows[0]?.hours ?? point.hours, reckoned, at);
  return (
    <Row
      icon="landmark"
      title={point.name}
      about={[windows.map(({ name }) => name).join('、'), point.address].join(' · ')}
      foot={<OpeningTag state={state} at={at} />}
      to={pointPage(point.id, { guide: guideId })}
    />
  );
}

function OnlineRow({ url }: { url: string }) {
  return (
    <Row
      icon="external-link"
      title="网上办理"
      about={url}
      label={`网上办理，${url}`}
      onPress={() => void openWebAddress(url)}
    />
  );
}
