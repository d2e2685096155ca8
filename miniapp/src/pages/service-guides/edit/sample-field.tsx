import { sendFile } from '@county/shared/files/file-routes';
import { useState } from 'react';
import { upload } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { choosePhotos } from '../../../platform/camera';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field';
import { Flow } from '../../../ui/surface';

interface Props {
  sampleId: string | null;
  /** Address of the sample that is stored; none while it is new. */
  url: string | undefined;
  onChange(sampleId: string | null): void;
  error?: string | undefined;
}

/** A picture of the paper as it should look; sent at once, tied to the guide when it is saved. */
export function SampleField({ sampleId, url, onChange, error }: Props) {
  const [taken, setTaken] = useState<{ id: string; previewUrl: string }>();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    const picked = await choosePhotos(1);
    if ('failed' in picked) return setRefusal(picked.failed);
    const photo = 'files' in picked ? picked.files[0] : undefined;
    if (!photo) return;
    setBusy(true);
    const answer = await upload(sendFile, photo, { body: { id: photo.id } });
    setBusy(false);
    setRefusal(answer.ok ? undefined : `样例没有发出：${failureSentence(answer.failure)}`);
    if (!answer.ok) return;
    setTaken({ id: photo.id, previewUrl: photo.previewUrl });
    onChange(photo.id);
  };
  const shown = taken?.id === sampleId ? taken?.previewUrl : url && addressOf(url);
  return (
    <Box className="field" role="group" label="样例图片">
      <Box className="field-label">
        样例图片
        <Box as="span" className="field-optional">
          选填
        </Box>
      </Box>
      <Box className="field-hint">空白的或填好的样子；不要有真人的姓名、号码</Box>
      <Flow>
        {sampleId && shown ? <Picture className="sample" src={shown} label="样例" /> : null}
        {sampleId && !shown ? <Box as="span">已有一张样例，保存后可看</Box> : null}
        <Button icon="camera" busy={busy} onPress={() => void take()}>
          {sampleId ? '换一张' : '拍一张或选一张'}
        </Button>
        {sampleId ? (
          <Button kind="quiet" icon="x" onPress={() => onChange(null)}>
            去掉样例
          </Button>
        ) : null}
      </Flow>
      {(refusal ?? error) ? <FieldError words={(refusal ?? error)!} /> : null}
    </Box>
  );
}
