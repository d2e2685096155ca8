import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { useCountyPoints, useRenewedCounty } from '../../../api/county-points';
import { failureSentence } from '../../../api/failure';
import { faultAt } from '../../../components/content-faults';
import { Box } from '../../../ui/base/box';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { PositionField } from '../../service-map/edit/position-part';
import type { EventForm } from './event-form';
import type { FormPart } from './form-parts';

const WAYS = [
  { value: 'point', label: '在一个服务点', about: '地址、电话、怎么去，地图上都有' },
  { value: 'words', label: '在别的地方', about: '写明地点，再在地图上标出来' },
] as const;
const MOST_SHOWN = 8;

/** Where it is: a point of the map, or words with a position. */
export function PlacePart({ form, write, issues }: FormPart) {
  const fault = (path: string) => faultAt(issues, `place.${path}`);
  return (
    <>
      <Choice<EventForm['placeBy']>
        label="在哪里办"
        options={WAYS}
        value={form.placeBy}
        onChange={(placeBy) => write({ placeBy })}
      />
      {form.placeBy === 'point' ? (
        <>
          <PointFinder
            pointId={form.pointId}
            unitId={form.unit?.unitId}
            onChange={(pointId) => write({ pointId })}
            error={fault('pointId') ?? fault('words') ?? fault('position')}
          />
          <Field
            label="在里面的哪里"
            hint="例如 三楼会议室"
            optional
            maxLength={100}
            value={form.placeWords}
            onChange={(placeWords) => write({ placeWords })}
          />
        </>
      ) : (
        <>
          <Field
            label="地点"
            hint="例如 青石镇水厂路 1 号，水厂大门"
            maxLength={100}
            value={form.placeWords}
            onChange={(placeWords) => write({ placeWords })}
            error={fault('words')}
          />
          <PositionField form={form} change={write} issue={fault} />
        </>
      )}
    </>
  );
}

interface FinderProps {
  pointId: string | null;
  unitId: string | undefined;
  onChange(pointId: string): void;
  error: string | undefined;
}

/** The unit's own points at once, every other by some signs of its name. */
function PointFinder({ pointId, unitId, onChange, error }: FinderProps) {
  useRenewedCounty();
  const { points, failure } = useCountyPoints();
  const [text, setText] = useState('');
  if (!points)
    return (
      <Box className="field-hint">{failure ? `服务点没有取到：${failureSentence(failure)}` : '正在取服务点……'}</Box>
    );
  const sought = text.trim();
  const fits = ({ name, address, ...point }: PublicPoint) =>
    sought ? `${name}${address}`.includes(sought) : point.unitId === unitId;
  const found = points.filter((point) => point.id !== pointId && fits(point));
  const shown = [...points.filter(({ id }) => id === pointId), ...found.slice(0, MOST_SHOWN)];
  const hint =
    found.length > MOST_SHOWN
      ? `还有 ${found.length - MOST_SHOWN} 处，多写几个字`
      : sought && !found.length
        ? '没有找到，换几个字试试；地图上没有的选“在别的地方”'
        : undefined;
  return (
    <>
      <Field
        label="找服务点"
        hint="写名称或地址里的几个字；不写列出本单位的"
        optional
        value={text}
        onChange={setText}
      />
      <Choice
        label="服务点"
        options={shown.map(({ id, name, address }) => ({ value: id, label: name, about: address }))}
        value={pointId}
        onChange={onChange}
        {...(hint ? { hint } : {})}
        {...(error ? { error } : {})}
      />
    </>
  );
}
