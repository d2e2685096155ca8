import type { PublicMap } from '@county/shared/service-map/service-map-routes';
import { useState } from 'react';
import { useMyVillage } from '../../api/my-village';
import { askWhereabouts, useWhereabouts } from '../../api/whereabouts';
import { goTo } from '../../platform/navigation';
import { openLocationSetting } from '../../platform/whereabouts';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { SearchField } from '../../ui/search-field';
import { Flow } from '../../ui/surface';
import { MoreFilters } from './more-filters';
import type { MapView } from './map-view';

interface MapFiltersProps {
  view: MapView;
  onChange(more: Partial<MapView>): void;
  units: PublicMap['units'];
}

/** What to look for, in one's own words, and the questions most people have, one press each. */
export function MapFilters({ view, onChange, units }: MapFiltersProps) {
  const [unfolded, setUnfolded] = useState(false);
  const { villageId } = useMyVillage();
  const village = units.find(({ id }) => id === villageId);
  const toggleNear = () => {
    if (!view.near) void askWhereabouts();
    onChange({ near: !view.near });
  };
  const toggleVillage = () => {
    if (!village) return void goTo('/pages/service-map/village/index');
    onChange({ villageId: view.villageId ? '' : village.id });
  };
  const isWheelchair = view.profile === 'wheelchair';
  const more = [
    view.kinds.length,
    view.open && view.open !== 'now',
    view.guideId,
    view.profile && !isWheelchair,
  ].filter(Boolean).length;
  return (
    <Box className="map-filters">
      <SearchField label="办什么事、去哪里" value={view.words} onChange={(words) => onChange({ words })} />
      <Box className="chip-line">
        <Chip
          icon="clock"
          on={view.open === 'now'}
          onPress={() => onChange({ open: view.open === 'now' ? '' : 'now' })}
        >
          现在开着
        </Chip>
        <Chip icon="locate" on={view.near} onPress={toggleNear}>
          离我近
        </Chip>
        <Chip
          icon="accessibility"
          on={isWheelchair}
          onPress={() => onChange({ profile: isWheelchair ? '' : 'wheelchair' })}
        >
          推轮椅去
        </Chip>
        <Chip icon="house" on={view.villageId !== ''} onPress={toggleVillage}>
          {nameOf(units, view.villageId) ?? village?.name ?? '我的村'}
        </Chip>
        <Chip icon="funnel" on={more > 0} onPress={() => setUnfolded(true)}>
          {more ? `更多条件（${more}）` : '更多条件'}
        </Chip>
        <Chip icon="list-checks" on={view.listOnly} onPress={() => onChange({ listOnly: !view.listOnly })}>
          只看列表
        </Chip>
      </Box>
      {view.near ? <NearNotice onGiveUp={() => onChange({ near: false })} /> : null}
      {unfolded ? <MoreFilters view={view} onChange={onChange} onClose={() => setUnfolded(false)} /> : null}
    </Box>
  );
}

const nameOf = (units: PublicMap['units'], id: string) => units.find((unit) => unit.id === id)?.name;

/** Without a place the list stays in the order of townships: said, with the way to change it. */
function NearNotice({ onGiveUp }: { onGiveUp(): void }) {
  const { place, missing, asking } = useWhereabouts();
  if (place) return null;
  if (asking || !missing)
    return (
      <Notice
        title={asking ? '正在取您的位置…' : '还没有取到您的位置'}
        action={
          asking ? undefined : (
            <Button icon="locate" onPress={() => void askWhereabouts()}>
              取我的位置
            </Button>
          )
        }
      >
        位置只在这台设备上用来排远近，不上传、不保存。
      </Notice>
    );
  return (
    <Notice
      kind="warn"
      title={missing === 'refused' ? '您没有允许使用位置' : '没有取到位置'}
      action={
        <Flow>
          {openLocationSetting && missing === 'refused' ? (
            <Button onPress={() => void openLocationSetting?.().then(askWhereabouts)}>去设置里允许</Button>
          ) : (
            <Button icon="refresh-cw" onPress={() => void askWhereabouts()}>
              再试一次
            </Button>
          )}
          <Button kind="quiet" onPress={onGiveUp}>
            不用位置
          </Button>
        </Flow>
      }
    >
      不用位置也一样查：下面按乡镇排列，也可以点“我的村”。
    </Notice>
  );
}
