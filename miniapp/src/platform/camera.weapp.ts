import Taro from '@tarojs/taro';
import { newId } from './ids';
import type { Picked, PickedFile } from './picked-file';
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

async function shrink(path: string): Promise<PickedFile> {
  const { width, height } = await Taro.getImageInfo({ src: path });
  const drawn = await redraw(path, shrunkSize(width, height));
  const { size } = Taro.getFileSystemManager().statSync(drawn) as Taro.Stats;
  const id = newId();
  return { id, name: `${id}.jpg`, mediaType: 'image/jpeg', size, previewUrl: drawn, content: drawn };
}

/** wx.compressImage keeps the place and time of the shot in some versions; a canvas never does. */
async function redraw(path: string, { width, height }: { width: number; height: number }): Promise<string> {
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
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality: JPEG_QUALITY,
  });
  return tempFilePath;
}
