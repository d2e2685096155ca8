import { createStore, del, entries, get, set } from 'idb-keyval';
import type { PickedFile } from './picked-file';

// Two databases, since idb-keyval makes one store in each.
const items = createStore('county-outbox', 'items');
const files = createStore('county-outbox-files', 'files');

export async function readItems(): Promise<unknown[]> {
  return (await entries(items)).map(([, item]) => item as unknown);
}

export const keepItem = (id: string, item: unknown) => set(id, item, items);
export const dropItem = (id: string) => del(id, items);

/** Keeps a photo until the server has it; closing the browser does not lose it. */
export const keepFile = (file: PickedFile) => set(file.id, { ...file, previewUrl: '' }, files);
export const dropFile = (id: string) => del(id, files);

export async function readFile(id: string): Promise<PickedFile | undefined> {
  const file = await get<PickedFile>(id, files);
  return file && { ...file, previewUrl: URL.createObjectURL(file.content as Blob) };
}
