import { sendFile } from '@county/shared/files/file-routes';
import { upload } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import type { PickedFile } from '../../../platform/picked-file';

/** Sends photos one after the other; sent again, one that is there already changes nothing. Answers what went wrong. */
export async function sendPhotos(photos: readonly PickedFile[]): Promise<Failure | undefined> {
  for (const photo of photos) {
    const answer = await upload(sendFile, photo, { body: { id: photo.id } });
    if (!answer.ok) return answer.failure;
  }
  return undefined;
}
