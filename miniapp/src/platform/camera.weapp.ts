import Taro from '@tarojs/taro';
import { newId } from './ids';
import type { Picked, PickedFile } from './picked-file';
import { coverAreas, type PictureArea } from './picture-area';
import { JPEG_QUALITY, shrunkSize } from './picture-size';

/** Lets the person take or choose up to `count` photos, shrunk and without EXIF (drawing anew drops it). */
export async function choosePhotos(count: number): Promise<Picked> {
  let paths: string[];
  try {
    const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    paths = chosen.tempFiles.map((file) => file.tempFilePath);
  } catch (error) {
    const words = (error as { errMsg?: string }).errMsg ?? '';
    if (/cancel/.test(words)) return { cancelled: true };
    return {
      failed: /auth|privacy|deny/.test(words)
        ? '没有相册或相机权限，可在微信右上角“设置”里打开。'
        : '照片没有取到，请再试一次。',
    };
  }
  try {
    return { files: await Promise.all(paths.map(shrink)) };
  } catch {
    return { failed: '有照片无法读取，请换一张。' };
  }
}

/** Shows a photo at its full size. */
export function showPhotos(urls: string[], first: string): void {
  void Taro.previewImage({ urls, current: first });
}

/** The photo with parts of it covered, as another photo; null when it cannot be drawn. */
export async function coverParts(photo: PickedFile, areas: readonly PictureArea[]): Promise<PickedFile | null> {
  return drawn(photo.content as string, areas).catch(() => null);
}

const shrink = (path: string): Promise<PickedFile> => drawn(path, []);

async function drawn(path: string, covered: readonly PictureArea[]): Promise<PickedFile> {
  const { width, height } = await Taro.getImageInfo({ src: path });
  const file = await redraw(path, shrunkSize(width, height), covered);
  const { size } = Taro.getFileSystemManager().statSync(file) as Taro.Stats;
  const id = newId();
  return { id, name: `${id}.jpg`, mediaType: 'image/jpeg', size, previewUrl: file, content: file };
}

/** wx.compressImage keeps the place and time of the shot in some versions; a canvas never does. */
async function redraw(
  path: string,
  size: { width: number; height: number },
  covered: readonly PictureArea[],
): Promise<string> {
  const { width, height } = size;
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height });
  const picture = (canvas as unknown as Taro.Canvas).createImage();
  await new Promise<void>((done, fail) => {
    picture.onload = () => done();
    picture.onerror = () => fail(new Error('not a picture'));
    picture.src = path;
  });
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture as unknown as CanvasImageSource, 0, 0, width, height);
  coverAreas(pen, covered, size);
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality: JPEG_QUALITY,
  });
  return tempFilePath;
}
