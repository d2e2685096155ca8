import { canStandIn } from '@county/shared/service-map/point-reach-rules';
import { getPublicMap, listPublicPoints } from '@county/shared/service-map/service-map-routes';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { withCountyUnits } from './place-units';
import type { PartProps } from './point-form';
import { useSettled } from './use-settled';

const ALONE = 'alone';
const MOST_SHOWN = 8;

/** The point it stands in, such as a disclosure zone in the county's hall. */
export function InsideField({ form, change, issue }: PartProps) {
  const [text, setText] = useState('');
  const sought = useSettled(text.trim());
  const staff = useStaff();
  const map = useCall(getPublicMap, {});
  const points = useCall(listPublicPoints, sought || form.insideId ? { query: { limit: 500 } } : null);
  const mayHold = (outer: PublicPoint) => {
    const units = withCountyUnits(map.data?.units ?? [], form.unitId, outer.unitId);
    return staff && canStandIn(outer, form.unitId, staff, units).allowed;
  };
  return (
    <>
      <Field
        label="设在另一个服务点里"
        optional
        hint="如政务公开专区设在大厅里，写大厅名称里的几个字"
        value={text}
        onChange={setText}
        error={issue('insideId')}
      />
      {sought || form.insideId ? (
        <Answer of={points}>
          {({ items }) => {
            const others = items.filter(({ id }) => id !== form.pointId);
            const shown = [
              ...others.filter(({ id }) => id === form.insideId),
              ...others
                .filter((one) => one.id !== form.insideId && sought && one.name.includes(sought) && mayHold(one))
                .slice(0, MOST_SHOWN),
            ];
            return (
              <Choice
                label="所在场所"
                hint={
                  sought && !shown.length
                    ? '没有您能选的服务点，请换几个字；只能设在您维护的场所里，县级部门还可以选县里的大厅和中心'
                    : undefined
                }
                options={[
                  { value: ALONE, label: '单独的，不在别的服务点里' },
                  ...shown.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={form.insideId ?? ALONE}
                onChange={(id) => change({ insideId: id === ALONE ? null : id })}
              />
            );
          }}
        </Answer>
      ) : null}
    </>
  );
}
