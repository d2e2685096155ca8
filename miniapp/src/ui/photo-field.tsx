import { useState } from 'react';
import { choosePhotos } from '../platform/camera';
import type { PickedFile } from '../platform/picked-file';
import { Box } from './base/box';
import { Picture } from './base/picture';
import { Press } from './base/press';
import { FieldError } from './field';
import { Icon } from './icon';

interface PhotoFieldProps {
  label: string;
  hint?: string;
  photos: readonly PickedFile[];
  onChange(photos: PickedFile[]): void;
  max?: number;
}

/** Photos taken or chosen, shrunk on the device; each can be taken away again. */
export function PhotoField({ label, hint, photos, onChange, max = 9 }: PhotoFieldProps) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    const picked = await choosePhotos(max - photos.length);
    setBusy(false);
    if ('failed' in picked) return setError(picked.failed);
    setError(undefined);
    if ('files' in picked) onChange([...photos, ...picked.files]);
  };
  return (
    <Box className="field" role="group" label={label}>
      <Box className="field-label">
        {label}
        <Box as="span" className="field-optional">
          选填
        </Box>
      </Box>
      {hint ? <Box className="field-hint">{hint}</Box> : null}
      <Box className="photos">
        {photos.map((photo, index) => (
          <Box key={photo.id} className="photo">
            <Picture src={photo.previewUrl} label={`照片 ${index + 1}`} />
            <Press
              className="photo-remove"
              label={`去掉照片 ${index + 1}`}
              onPress={() => onChange(photos.filter(({ id }) => id !== photo.id))}
            >
              <Icon name="x" />
            </Press>
          </Box>
        ))}
        {photos.length < max ? (
          <Press className="photo-add" disabled={busy} onPress={() => void add()}>
            <Icon name="camera" />
            <Box as="span">{busy ? '处理中…' : '加照片'}</Box>
          </Press>
        ) : null}
      </Box>
      {error ? <FieldError words={error} /> : null}
    </Box>
  );
}
