import type { AttachedFile } from '@county/shared/files/stored-file';
import { showPhotos } from '../../../platform/camera';
import { addressOf } from '../../../platform/transport';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Press } from '../../../ui/base/press';
import { Tag } from '../../../ui/tag';

/** Photos of a report or a completion: those that arrived, and how many are still awaited. */
export function StepPhotos({ files }: { files: readonly AttachedFile[] }) {
  const arrived = files.filter((file) => file.url !== null);
  const awaited = files.length - arrived.length;
  const urls = arrived.map((file) => addressOf(file.url!));
  if (!files.length) return null;
  return (
    <Box className="photos">
      {arrived.map((file, index) => (
        <Press key={file.id} label={`看大图：${file.name ?? '照片'}`} onPress={() => showPhotos(urls, urls[index]!)}>
          <Picture className="photo" src={urls[index]!} label={file.name ?? '照片'} />
        </Press>
      ))}
      {awaited ? <Tag tone="amber" icon="image">{`缺 ${awaited} 张照片，等手机送达`}</Tag> : null}
    </Box>
  );
}
