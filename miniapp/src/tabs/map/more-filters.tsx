import { addDays } from '@county/shared/calendar/day';
import { ACCESS_PROFILE_LABELS, AccessProfile } from '@county/shared/service-map/accessibility-rules';
import { SERVICE_POINT_KIND_LABELS, ServicePointKind } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { today } from '../../platform/clock';
import { Button } from '../../ui/button';
import { Checks } from '../../ui/choice';
import { Sheet } from '../../ui/dialog';
import { DateField, Select } from '../../ui/field';
import { Flow, Stack } from '../../ui/surface';
import type { MapView } from './map-view';

const ANYBODY = { value: '', label: '不限' };
const PROFILES = AccessProfile.options.map((value) => ({ value, label: ACCESS_PROFILE_LABELS[value] }));
const KINDS = ServicePointKind.options.map((value) => ({ value, label: SERVICE_POINT_KIND_LABELS[value] }));

/** Half hours from seven in the morning to nine at night. */
const TIMES = Array.from({ length: 29 }, (_, half) => {
  const value = `${String(7 + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
  return { value, label: value };
});

interface MoreFiltersProps {
  view: MapView;
  onChange(more: Partial<MapView>): void;
  onClose(): void;
}

/** The less common questions: what kind of place, open at a time of one's own. */
export function MoreFilters({ view, onChange, onClose }: MoreFiltersProps) {
  const [givenDay = '', givenTime = ''] = view.open === 'now' ? [] : view.open.split('T');
  const [kinds, setKinds] = useState<readonly ServicePointKind[]>(view.kinds);
  const [profile, setProfile] = useState<string>(view.profile);
  const [day, setDay] = useState(givenDay);
  const [time, setTime] = useState(givenTime);
  const open = day && time ? `${day}T${time}` : view.open === 'now' ? 'now' : '';
  const apply = () => {
    onChange({ kinds, open, profile: AccessProfile.safeParse(profile).data ?? '' });
    onClose();
  };
  const clear = () => {
    onChange({ kinds: [], open: view.open === 'now' ? 'now' : '', guideId: '', guideName: '', profile: '' });
    onClose();
  };
  return (
    <Sheet
      title="更多条件"
      onClose={onClose}
      actions={
        <>
          <Button onPress={clear}>清除</Button>
          <Button
            kind="primary"
            disabledReason={Boolean(day) !== Boolean(time) && (day ? '还要选几点去' : '还要选哪天去')}
            onPress={apply}
          >
            看结果
          </Button>
        </>
      }
    >
      <Stack>
        <DateField
          label="哪天去"
          optional
          hint="选好日期和钟点，只看那时开着的"
          min={today()}
          max={addDays(today(), 365)}
          value={day}
          onChange={setDay}
        />
        <Select
          label="几点去"
          optional
          options={[{ value: '', label: '不限' }, ...TIMES]}
          value={time}
          onChange={setTime}
        />
        <Select label="谁去" optional options={[ANYBODY, ...PROFILES]} value={profile} onChange={setProfile} />
        <Checks label="哪一类地方" hint="可以选几类；不选就是全部" options={KINDS} values={kinds} onChange={setKinds} />
        {day || time ? (
          <Flow>
            <Button
              kind="quiet"
              icon="x"
              onPress={() => {
                setDay('');
                setTime('');
              }}
            >
              不限时间
            </Button>
          </Flow>
        ) : null}
      </Stack>
    </Sheet>
  );
}
