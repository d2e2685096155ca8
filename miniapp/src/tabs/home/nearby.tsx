import { workingCalendar } from '@county/shared/calendar/working-days';
import { isOpenAt, openingAt } from '@county/shared/service-map/opening-state';
import { metresBetween } from '@county/shared/service-map/position';
import { useEffect, useMemo, useState } from 'react';
import { readKeptCounty, useCountyPoints } from '../../api/county-points';
import { useMyVillage } from '../../api/my-village';
import { useWhereabouts } from '../../api/whereabouts';
import { PointRow } from '../../components/point-row';
import { typedInFirstView } from '../../platform/first-view';
import { goTo } from '../../platform/navigation';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import { Section, Stack } from '../../ui/surface';
import { useNow } from '../../ui/use-now';
import { AFFAIRS_PAGE, lookInAffairs } from '../affairs/sought-words';
import { MAP_PAGE, showOnMap } from '../map/map-view';

/** 查找: what one came for, in one's own words: where it is done, or what to bring. */
export function Lookup() {
  const [words, setWords] = useState(typedInFirstView);
  const look = () => {
    showOnMap({ words: words.trim() });
    void goTo(MAP_PAGE);
  };
  const lookInGuides = () => {
    lookInAffairs(words.trim());
    void goTo(AFFAIRS_PAGE);
  };
  return (
    <Stack>
      <SearchField label="办什么事、去哪里" value={words} onChange={setWords} onSearch={look} />
      {words.trim() ? (
        <>
          <Button kind="primary" icon="search" wide onPress={look}>
            在地图上查找
          </Button>
          <Button icon="clipboard-list" wide onPress={lookInGuides}>
            查要带什么、怎么办
          </Button>
        </>
      ) : null}
    </Stack>
  );
}

/** The village's own point, or the nearest one open now; from what this device keeps, so that home waits for nothing. */
export function Nearby() {
  useEffect(() => void readKeptCounty(), []);
  const { points, map } = useCountyPoints();
  const { villageId } = useMyVillage();
  const { place } = useWhereabouts();
  const at = useNow();
  const calendar = useMemo(() => workingCalendar(map?.calendar ?? []), [map]);
  if (!points || !map) return null;
  const own = points.find(({ unitId }) => unitId === villageId);
  const open = place
    ? points
        .filter(({ places, hours }) => places && isOpenAt(hours, calendar, at))
        .map((point) => ({ point, metres: metresBetween(place, point.places!.wgs84) }))
        .sort((one, other) => one.metres - other.metres)[0]
    : undefined;
  const shown = [
    ...(own ? [{ title: '我的村', point: own, metres: null }] : []),
    ...(open && open.point !== own ? [{ title: '离我最近、现在开着', ...open }] : []),
  ];
  return (
    <>
      {shown.map(({ title, point, metres }) => (
        <Section key={title} title={title}>
          <Box as="ul" className="card is-flush point-list">
            <PointRow point={point} state={openingAt(point.hours, calendar, at)} at={at} metres={metres} />
          </Box>
        </Section>
      ))}
    </>
  );
}
