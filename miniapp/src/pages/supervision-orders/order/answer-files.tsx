import type { AttachedFile } from '@county/shared/files/stored-file';
import { readFile } from '@county/shared/files/file-routes';
import { useState } from 'react';
import { download } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { showPhotos } from '../../../platform/camera';
import { openDocument } from '../../../platform/files';
import { addressOf } from '../../../platform/transport';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Press } from '../../../ui/base/press';
import { Button } from '../../../ui/button';
import { Flow } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

const isPhoto = ({ mediaType }: AttachedFile) => mediaType?.startsWith('image/') ?? false;

/** What came with an answer: photos in sight, documents to open, and how many are still on somebody's phone. */
export function AnswerFiles({ files }: { files: readonly AttachedFile[] }) {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  if (!files.length) return null;
  const arrived = files.filter(({ url }) => url !== null);
  const photos = arrived.filter(isPhoto);
  const urls = photos.map(({ url }) => addressOf(url!));
  const awaited = files.length - arrived.length;
  const open = async ({ id, name }: AttachedFile) => {
    setBusy(id);
    const answer = await download(readFile, { params: { fileId: id }, query: {} }, name ?? '附件');
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await openDocument(answer.reply);
  };
  return (
    <>
      <FailureNotice failure={failure} />
      {photos.length ? (
        <Box className="photos">
          {photos.map(({ id, name }, index) => (
            <Press key={id} label={`看大图：${name ?? '照片'}`} onPress={() => showPhotos(urls, urls[index]!)}>
              <Picture className="photo" src={urls[index]!} label={name ?? '照片'} />
            </Press>
          ))}
        </Box>
      ) : null}
      <Flow>
        {arrived
          .filter((file) => !isPhoto(file))
          .map((file) => (
            <Button key={file.id} icon="file-text" busy={busy === file.id} onPress={() => void open(file)}>
              {file.name ?? '附件'}
            </Button>
          ))}
        {awaited ? <Tag tone="amber" icon="image">{`缺 ${awaited} 个附件，等手机送达`}</Tag> : null}
      </Flow>
    </>
  );
}
