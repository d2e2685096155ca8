import { workingCalendar } from '@county/shared/calendar/working-days';
import { openingAt } from '@county/shared/service-map/opening-state';
import type { PublicMap } from '@county/shared/service-map/service-map-routes';
import { servingPoints } from '@county/shared/service-map/serving-points';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useMemo, useState } from 'react';
import { renewCounty, useCountyPoints, useRenewedCounty } from '../../../api/county-points';
import { rememberVillage, useMyVillage } from '../../../api/my-village';
import { PointRow } from '../../../components/point-row';
import { FailureState } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Section } from '../../../ui/surface';
import { useNow } from '../../../ui/use-now';
import { VillageChoice } from './village-choice';

/** 哪里给我办: one's village chosen once, and which windows serve it, up to the county. */
export default function VillagePage() {
  useRenewedCounty();
  const { points, map, failure, renewing } = useCountyPoints();
  const { villageId } = useMyVillage();
  const [choosing, setChoosing] = useState(false);
  const village = map?.units.find(({ id }) => id === villageId);
  if (!points || !map)
    return (
      <Page title="哪里给我办">
        {failure && !renewing ? (
          <Card>
            <FailureState failure={failure} onRetry={renewCounty} />
          </Card>
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  if (!village || choosing)
    return (
      <Page title="哪里给我办" about="选一次您住的村（社区），以后都记得；只存在这台设备上">
        {villageId && !village ? (
          <Notice kind="warn" title="没有找到您选过的村（社区）">
            可能已撤销或合并，请重新选一次。
          </Notice>
        ) : null}
        <VillageChoice
          units={map.units}
          villageId={villageId}
          onChoose={(id) => {
            rememberVillage(id);
            setChoosing(false);
          }}
        />
      </Page>
    );
  return (
    <Page
      title="哪里给我办"
      about={`${village.name}的群众`}
      action={
        <Button kind="quiet" onPress={() => setChoosing(true)}>
          换一个村
        </Button>
      }
    >
      <Chain village={village} map={map} points={points} />
    </Page>
  );
}

type Unit = PublicMap['units'][number];

const ABOUT = {
  village: '咨询、代收申请、查询、领结果；不用出村',
  township: '村里办不了的，到这里受理和办理',
  county: '要县级部门审批的，到县里办',
} as const;

function Chain({ village, map, points }: { village: Unit; map: PublicMap; points: readonly PublicPoint[] }) {
  const at = useNow();
  const calendar = useMemo(() => workingCalendar(map.calendar), [map]);
  const chain = useMemo(() => servingPoints(points, village.id, map.units), [village.id, map, points]);
  return (
    <>
      {chain.map(({ level, name, points: serving }) => (
        <Section key={level} title={name} about={ABOUT[level]}>
          {serving.length ? (
            <Box as="ul" className="card is-flush point-list">
              {serving.map((point) => (
                <PointRow
                  key={point.id}
                  point={point}
                  state={openingAt(point.hours, calendar, at)}
                  at={at}
                  metres={null}
                />
              ))}
            </Box>
          ) : (
            <Card>
              <EmptyState icon="map-pin" title="这里还没有登记服务点">
                请到上一级的窗口办，或拨打 12345 问清楚再去。
              </EmptyState>
            </Card>
          )}
        </Section>
      ))}
    </>
  );
}
