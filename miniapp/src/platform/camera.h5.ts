import { chooseFiles } from './file-input';
import { newId } from './ids';
import type { Picked, PickedFile } from './picked-file';
import { coverAreas, type PictureArea } from './picture-area';
import { JPEG_QUALITY, shrunkSize } from './picture-size';

/** Lets the person take or choose up to `count` photos, shrunk and without EXIF (drawing anew drops it). */
export async function choosePhotos(count: number): Promise<Picked> {
  const chosen = await chooseFiles('image/*', count > 1);
  if (!chosen.length) return { cancelled: true };
  try {
    return { files: await Promise.all(chosen.slice(0, count).map(shrink)) };
  } catch {
    return { failed: '有照片无法读取，请换一张（支持 JPG、PNG）。' };
  }
}

/** Shows a photo at its full size. */
export function showPhotos(urls: string[], first: string): void {
  window.open(urls.includes(first) ? first : urls[0], '_blank', 'noopener');
}

/** The photo with parts of it covered, as another photo; null when it cannot be drawn. */
export async function coverParts(photo: PickedFile, areas: readonly PictureArea[]): Promise<PickedFile | null> {
  return redraw(photo.content as Blob, areas).catch(() => null);
}

const shrink = (photo: File): Promise<PickedFile> => redraw(photo, []);

async function redraw(source: Blob, covered: readonly PictureArea[]): Promise<PickedFile> {
  const picture = await createImageBitmap(source, { imageOrientation: 'from-image' });
  const { width, height } = shrunkSize(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  // JPEG has no transparency: without this a screenshot's clear parts turn black.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  coverAreas(pen, covered, { width, height });
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY));
  if (!blob) throw new Error('not drawn');
  const id = newId();
  return {
    id,
    name: `${id}.jpg`,
    mediaType: 'image/jpeg',
    size: blob.size,
    previewUrl: URL.createObjectURL(blob),
    content: blob,
  };
}
