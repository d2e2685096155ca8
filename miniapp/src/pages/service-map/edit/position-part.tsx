import { DATUM_LABELS, Datum } from '@county/shared/service-map/position';
import { useState } from 'react';
import { findWhereabouts } from '../../../platform/whereabouts';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Field, FieldPair } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { ChooseOnMap } from './choose-on-map';
import type { WrittenPlace } from './choose-on-map/types';
import type { PartProps } from './point-form';

const DATUMS = Datum.options.map((value) => ({ value, label: DATUM_LABELS[value] }));

/** Where it stands, on the map. */
export function PositionPart({ form, change, issue }: PartProps) {
  return (
    <Section title="位置" about="人站在门口取最准。没有位置的，在列表里有，在地图上没有">
      <Card>
        <PositionField form={form} change={change} issue={issue} />
      </Card>
    </Section>
  );
}

interface FieldProps {
  form: WrittenPlace;
  change(place: Partial<WrittenPlace>): void;
  /** Words for the field at a path such as `position.longitude`. */
  issue(path: string): string | undefined;
}

/** Taken on the spot, chosen on a map, or written from a table. */
export function PositionField({ form, change, issue }: FieldProps) {
  const [writes, setWrites] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSet = Boolean(form.longitude || form.latitude);
  const takeHere = async () => {
    setBusy(true);
    const answer = await findWhereabouts();
    setBusy(false);
    if (answer.kind !== 'found')
      return setTrouble(
        answer.kind === 'refused'
          ? '没有允许取位置。可以在地图上选，或直接写经纬度。'
          : '手机没有取到位置，请到室外再试，或在地图上选。',
      );
    setTrouble(undefined);
    const { longitude, latitude } = answer.place;
    change({ longitude: longitude.toFixed(6), latitude: latitude.toFixed(6), datum: 'wgs84' });
  };
  const error = issue('position');
  return (
    <Stack>
      <Box>
        {isSet
          ? `经度 ${form.longitude || '未写'}，纬度 ${form.latitude || '未写'} · ${DATUM_LABELS[form.datum]}`
          : '还没有位置'}
      </Box>
      {trouble ? <Notice kind="warn" title={trouble} /> : null}
      <Flow>
        <Button icon="scan-line" busy={busy} onPress={() => void takeHere()}>
          我就在这里
        </Button>
        <ChooseOnMap form={form} onChosen={change} />
        <Button kind="quiet" icon="pencil" onPress={() => setWrites(!writes)}>
          写经纬度
        </Button>
        {isSet ? (
          <Button kind="quiet" icon="x" onPress={() => change({ longitude: '', latitude: '' })}>
            去掉位置
          </Button>
        ) : null}
      </Flow>
      {writes || error ? (
        <>
          <FieldPair>
            <Field
              label="经度"
              hint="如 104.123456"
              value={form.longitude}
              onChange={(longitude) => change({ longitude })}
              error={issue('position.longitude') ?? (issue('position.latitude') ? undefined : error)}
            />
            <Field
              label="纬度"
              hint="如 30.123456"
              value={form.latitude}
              onChange={(latitude) => change({ latitude })}
              error={issue('position.latitude')}
            />
          </FieldPair>
          <Choice<Datum>
            label="这组数字从哪里来"
            hint="不同地图的数字差几百米，选对才不会标错"
            options={DATUMS}
            value={form.datum}
            onChange={(datum) => change({ datum })}
          />
        </>
      ) : null}
    </Stack>
  );
}
