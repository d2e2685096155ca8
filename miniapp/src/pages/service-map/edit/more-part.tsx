import { sendFile } from '@county/shared/files/file-routes';
import { canServe } from '@county/shared/service-map/point-reach-rules';
import { getPublicMap } from '@county/shared/service-map/service-map-routes';
import { useState } from 'react';
import { upload } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { useCall } from '../../../api/use-call';
import type { PickedFile } from '../../../platform/picked-file';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { PhotoField } from '../../../ui/photo-field';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { InsideField } from './inside-field';
import { withCountyUnits } from './place-units';
import type { PartProps } from './point-form';
import { UnitFinder } from './unit-finder';

/** Speech, queues, the entrance, and whom it serves besides. */
export function MorePart({ form, change, issue, photoUrl }: PartProps & { photoUrl: string | null }) {
  return (
    <Section title="其他">
      <Card>
        <Stack>
          <Field
            label="语言和方言"
            optional
            hint="用顿号隔开，如：普通话、本地话、手语"
            value={form.languages}
            onChange={(languages) => change({ languages })}
            error={issue('languages')}
          />
          <Field
            label="排队提示"
            optional
            hint="如：逢集日上午人多，下午不用等"
            maxLength={80}
            value={form.queueHint}
            onChange={(queueHint) => change({ queueHint })}
            error={issue('queueHint')}
          />
          <EntrancePhoto form={form} change={change} issue={issue} photoUrl={photoUrl} />
          <ServesField form={form} change={change} issue={issue} />
          <InsideField form={form} change={change} issue={issue} />
        </Stack>
      </Card>
    </Section>
  );
}

/** One picture of the way in, sent at once; the form names it. */
function EntrancePhoto({ form, change, issue, photoUrl }: PartProps & { photoUrl: string | null }) {
  const [picked, setPicked] = useState<PickedFile>();
  const [trouble, setTrouble] = useState<string>();
  const choose = async ([photo]: PickedFile[]) => {
    if (!photo) {
      setPicked(undefined);
      return change({ photoId: null });
    }
    setPicked(photo);
    const answer = await upload(sendFile, photo, { body: { id: photo.id } });
    if (!answer.ok) {
      setPicked(undefined);
      return setTrouble(`照片没有传上去：${failureSentence(answer.failure)}。其他内容可以先保存，有信号时再加照片`);
    }
    setTrouble(undefined);
    change({ photoId: photo.id });
  };
  const isKept = !picked && form.photoId !== null && form.photoId === form.base?.photoId && photoUrl;
  return (
    <>
      {isKept ? (
        <Box className="field">
          <Box className="field-label">入口照片</Box>
          <Box className="photos">
            <Box className="photo">
              <Picture src={addressOf(photoUrl)} label="现在的入口照片" />
            </Box>
          </Box>
          <Flow>
            <Button kind="quiet" icon="x" onPress={() => change({ photoId: null })}>
              换掉或去掉
            </Button>
          </Flow>
        </Box>
      ) : (
        <PhotoField
          label="入口照片"
          hint="拍门口和招牌，不要拍到人"
          max={1}
          photos={picked ? [picked] : []}
          onChange={(photos) => void choose(photos)}
        />
      )}
      {!isKept && !picked && form.photoId ? <Box className="field-hint">照片已经传上去了，保存后公开</Box> : null}
      {(trouble ?? issue('photoId')) ? <Notice kind="warn" title={trouble ?? issue('photoId')} /> : null}
    </>
  );
}

/** Villages whose people come here too: of the own township, or any for the county's own points. */
function ServesField({ form, change, issue }: PartProps) {
  const map = useCall(getPublicMap, {});
  const places = map.data?.units ?? [];
  const isPlace = places.some(({ id }) => id === form.unitId);
  const units = withCountyUnits(places, form.unitId);
  const offered = units.filter(({ id }) => id !== form.unitId && canServe(form.unitId, id, units).allowed);
  return (
    <UnitFinder
      label="还服务哪些村（社区）"
      several
      offered={offered}
      hint={`本单位和下属的村不用写，只写别处也来这里办的${isPlace ? '；限本乡镇（街道）' : ''}`}
      chosen={form.servesUnitIds.map((id) => ({
        id,
        name: places.find((unit) => unit.id === id)?.name ?? '已选的单位',
      }))}
      onChange={(chosen) => change({ servesUnitIds: chosen.map(({ id }) => id) })}
      error={issue('servesUnitIds')}
    />
  );
}
