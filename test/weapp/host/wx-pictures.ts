import { fileAddress, fileData, fileSize, newTemporaryFile, removeFile, writeFile } from './phone-files.ts';
import type { MakeCall } from './wx-call.ts';

/** Photos and files of the phone. What a person would choose in WeChat's own sheet, a test lays ready in `__chosen__`. */
export function pictures(call: MakeCall) {
  return {
    chooseMedia: call('chooseMedia', () => {
      const chosen = (window as unknown as { __chosen__?: string[] }).__chosen__;
      if (!chosen) throw new Error('cancel');
      return { tempFiles: chosen.map((data) => ({ tempFilePath: newTemporaryFile(data), fileType: 'image' })) };
    }),
    getImageInfo: call('getImageInfo', async ({ src }: { src: string }) => {
      const { naturalWidth: width, naturalHeight: height } = await loaded(src);
      return { width, height, path: src, type: 'jpeg', orientation: 'up' };
    }),
    createOffscreenCanvas({ width, height }: { width: number; height: number }) {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      return Object.assign(canvas, { createImage: phonePicture });
    },
    canvasToTempFilePath: call(
      'canvasToTempFilePath',
      ({ canvas, quality }: { canvas: HTMLCanvasElement; quality: number }) => ({
        tempFilePath: newTemporaryFile(canvas.toDataURL('image/jpeg', quality)),
      }),
    ),
    previewImage: call('previewImage'),
    getFileSystemManager: () => ({
      copyFileSync: (from: string, to: string) => writeFile(to, fileData(from)),
      unlinkSync: removeFile,
      statSync: (path: string) => ({ size: fileSize(path) }),
      readFileSync: (path: string) => atob(fileData(path).split(',')[1]!),
      readFile: call('readFile', ({ filePath }: { filePath: string }) => ({ data: fileData(filePath) })),
      writeFile: call('writeFile', (file: { filePath: string; data: string }) => writeFile(file.filePath, file.data)),
    }),
  };
}

/** A picture that takes the phone's paths for an address. */
function phonePicture(): HTMLImageElement {
  const picture = new Image();
  const { set } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
  Object.defineProperty(picture, 'src', {
    set(path: string) {
      set!.call(picture, fileAddress(path));
    },
  });
  return picture;
}

function loaded(path: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('not a picture'));
    picture.src = fileAddress(path);
  });
}
