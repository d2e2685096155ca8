import { leftOutInWords } from '@county/shared/service-map/find-points';
import { filtersInWords } from '@county/shared/service-map/point-filters';
import { useEffect, useState } from 'react';
import { useCountyPoints, useRenewedCounty, renewCounty } from '../../api/county-points';
import { failureWords } from '../../api/failure';
import { useMyVillage } from '../../api/my-village';
import { ring } from '../../platform/device';
import { dropFirstView } from '../../platform/first-view';
import { FailureState, timeInWords } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { ShareButton } from '../../ui/share-button';
import { Skeleton } from '../../ui/skeleton';
import { Card, Row } from '../../ui/surface';
import './map.scss';
import { MapFilters } from './map-filters';
import { addressOfView, clearMapView, useMapView } from './map-view';
import { MapPart } from './map-part';
import { askedOf, PointList } from './point-list';
import { useFoundPoints } from './use-found-points';

/** 政务地图: the right place, whether it is open, how far it is; map and list show the same. */
export default function MapTab() {
  useRenewedCounty();
  const { map, points, confirmedAt, failure, renewing } = useCountyPoints();
  const [view, choose] = useMapView();
  const [chosenId, setChosenId] = useState<string>();
  const { found, guideWords, at, here } = useFoundPoints(view);
  const shown = found.found;
  const leftOut = leftOutInWords(found);
  const filters = filtersInWords(view, map?.units ?? []);
  const isVillageUnknown = view.villageId !== '' && !map?.units.some(({ id }) => id === view.villageId);
  const hasSomething = Boolean((points && map) || failure);
  useEffect(() => {
    if (hasSomething) dropFirstView();
  }, [hasSomething]);

  if (!points || !map)
    return (
      <Page title="地图" about="办事的地方在哪里、开不开门、怎么去" wide>
        {failure && !renewing ? (
          <Card>
            <FailureState failure={failure} onRetry={renewCounty} />
          </Card>
        ) : (
          <Skeleton count={6} />
        )}
      </Page>
    );
  return (
    <Page title="地图" about={confirmedAt ? `更新于 ${timeInWords(confirmedAt)}` : undefined} wide>
      {failure ? (
        <Notice kind="warn" title={`${failureWords(failure).title}，下面是存在这台设备上的内容`}>
          {`更新于 ${timeInWords(confirmedAt ?? at)}；地点、时间和电话照样可以查。临时变动可能还不知道，出门前最好打个电话。`}
        </Notice>
      ) : null}
      <MapFilters view={view} onChange={choose} units={map.units} />
      <Box className={`map-layout ${view.listOnly ? 'is-list' : ''}`}>
        {view.listOnly ? null : (
          <MapPart
            map={map}
            shown={shown}
            chosenId={chosenId}
            onChoose={setChosenId}
            here={here}
            at={at}
            asked={askedOf(view)}
          />
        )}
        <Box className="map-list">
          <Box className="map-count" role="status" live="polite">
            {[...filters, `${shown.length} 个地方`].join(' · ')}
            {leftOut ? <Box>{leftOut}</Box> : null}
          </Box>
          {shown.length ? (
            <PointList
              key={JSON.stringify(view)}
              shown={shown}
              view={view}
              guideWords={guideWords}
              at={at}
              isByTownship={!here && !view.words}
            />
          ) : (
            <Card>
              <EmptyState
                icon="search"
                title={isVillageUnknown ? '没有找到这个村（社区）' : '没有找到合适的地方'}
                action={
                  <Button kind="primary" icon="x" onPress={clearMapView}>
                    清除筛选，看全部
                  </Button>
                }
              >
                {isVillageUnknown
                  ? '可能已经撤下，也可能链接没有复制全。'
                  : filters.length
                    ? `筛选：${filters.join('；')}。去掉一两个条件，或换个说法再找。`
                    : '县里还没有登记服务点。'}
              </EmptyState>
            </Card>
          )}
          <Card flush>
            <VillageRow />
            <Row
              icon="printer"
              title="纸质政务地图"
              about="打印县里、乡镇或您村的地图，可选大字"
              to="/pages/service-map/paper/index"
            />
            <Row
              icon="phone"
              title="拿不准去哪里？拨打 12345"
              about="24 小时有人接听"
              onPress={() => void ring('12345')}
            />
          </Card>
          <ShareButton title="政务地图" path={addressOfView(view)} to="family" />
        </Box>
      </Box>
    </Page>
  );
}

function VillageRow() {
  const { villageId } = useMyVillage();
  const units = useCountyPoints(({ map }) => map?.units);
  const name = units?.find(({ id }) => id === villageId)?.name;
  return (
    <Row
      icon="house"
      title="哪里给我办"
      about={name ? `您选的是${name}：村里、乡镇、县里各办什么` : '选一次您的村（社区），看村里、乡镇、县里各办什么'}
      to="/pages/service-map/village/index"
    />
  );
}
