import Taro from '@tarojs/taro';
import { newId } from './ids';
import type { Picked, PickedFile } from './picked-file';

/** Lets the person choose one document from a chat: WeChat opens no other place. `kinds` are endings such as `xlsx`. */
export async function chooseDocument(kinds: readonly string[]): Promise<Picked> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...kinds] });
    const [file] = tempFiles;
    if (!file) return { cancelled: true };
    return {
      files: [{ id: newId(), name: file.name, mediaType: '', size: file.size, previewUrl: '', content: file.path }],
    };
  } catch (error) {
    const words = (error as { errMsg?: string }).errMsg ?? '';
    return /cancel/.test(words)
      ? { cancelled: true }
      : { failed: '没有取到文件。请先把文件发到“文件传输助手”，再回来选择。' };
  }
}

/** WeChat opens office documents and PDFs alone. */
export const opensEveryKind = false;

/** Hands a fetched file to the person: WeChat shows it, with its menu to save or pass it on. */
export async function openDocument(file: PickedFile): Promise<boolean> {
  return Taro.openDocument({ filePath: file.content as string, showMenu: true }).then(
    () => true,
    () => false,
  );
}
