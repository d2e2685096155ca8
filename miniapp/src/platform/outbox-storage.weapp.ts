import Taro from '@tarojs/taro';
import type { PickedFile } from './picked-file';
import { forget, keep, keptKeys, readKept } from './storage';

const ITEM = 'outbox-item:';
const FILE = 'outbox-file:';

export async function readItems(): Promise<unknown[]> {
  return keptKeys(ITEM).flatMap((key) => readKept<unknown>(key) ?? []);
}

export async function keepItem(id: string, item: unknown): Promise<void> {
  if (!keep(ITEM + id, item)) throw new Error('storage is full');
}

export async function dropItem(id: string): Promise<void> {
  forget(ITEM + id);
}

/** Moves a photo out of the temporary folder, which WeChat empties, to the app's own. */
export async function keepFile(file: PickedFile): Promise<void> {
  const path = `${Taro.env.USER_DATA_PATH}/outbox-${file.name}`;
  if (file.content !== path) Taro.getFileSystemManager().copyFileSync(file.content as string, path);
  if (!keep(FILE + file.id, { ...file, content: path, previewUrl: path })) throw new Error('storage is full');
}

export async function readFile(id: string): Promise<PickedFile | undefined> {
  return readKept<PickedFile>(FILE + id);
}

export async function dropFile(id: string): Promise<void> {
  const file = readKept<PickedFile>(FILE + id);
  forget(FILE + id);
  if (!file) return;
  try {
    Taro.getFileSystemManager().unlinkSync(file.content as string);
  } catch {
    // Already gone.
  }
}
