import { useState } from 'react';
import { choosePhotos } from '../../../platform/camera';
import type { PickedFile } from '../../../platform/picked-file';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Press } from '../../../ui/base/press';
import { FieldError } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { CoverSheet } from './cover-sheet';

const MOST = 9;

interface Props {
  /** Those already with the record, by their addresses. */
  kept: readonly { id: string; url: string | undefined }[];
  fresh: readonly PickedFile[];
  /** While they are being sent. */
  disabled: boolean;
  onDrop(id: string): void;
  onAdd(photo: PickedFile): void;
  error?: string | undefined;
}

/** Photos of the day; each one chosen is looked through for faces before it is taken. */
export function RecordPhotos({ kept, fresh, disabled, onDrop, onAdd, error }: Props) {
  const [waiting, setWaiting] = useState<PickedFile[]>([]);
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [looked, ...others] = waiting;
  const room = MOST - kept.length - fresh.length;
  const choose = async () => {
    setBusy(true);
    const picked = await choosePhotos(room);
    setBusy(false);
    setFailed('failed' in picked ? picked.failed : undefined);
    if ('files' in picked) setWaiting(picked.files);
  };
  const shown = [...kept, ...fresh.map(({ id, previewUrl }) => ({ id, url: previewUrl }))];
  const fault = failed ?? error;
  return (
    <Box className="field" role="group" label="照片">
      <Box className="field-label">
        照片
        <Box as="span" className="field-optional">
          选填
        </Box>
      </Box>
      <Box className="field-hint">选好后逐张遮住人脸，再放进来；拍摄时间和位置会去掉</Box>
      <Box className="photos">
        {shown.map(({ id, url }, at) => (
          <Box key={id} className="photo">
            {url ? <Picture src={url} label={`照片 ${at + 1}`} /> : <Box className="row-about">照片还没有传到</Box>}
            <Press className="photo-remove" label={`去掉照片 ${at + 1}`} disabled={disabled} onPress={() => onDrop(id)}>
              <Icon name="x" />
            </Press>
          </Box>
        ))}
        {room > 0 ? (
          <Press className="photo-add" disabled={busy || disabled} onPress={() => void choose()}>
            <Icon name="camera" />
            <Box as="span">{busy ? '处理中…' : '加照片'}</Box>
          </Press>
        ) : null}
      </Box>
      {fault ? <FieldError words={fault} /> : null}
      {looked ? (
        <CoverSheet
          key={looked.id}
          photo={looked}
          more={others.length}
          onClose={() => setWaiting(others)}
          onDone={(photo) => {
            onAdd(photo);
            setWaiting(others);
          }}
        />
      ) : null}
    </Box>
  );
}
