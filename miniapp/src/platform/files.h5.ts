import { chooseFiles } from './file-input';
import { newId } from './ids';
import type { Picked, PickedFile } from './picked-file';

/** Lets the person choose one document; `kinds` are endings such as `xlsx`. */
export async function chooseDocument(kinds: readonly string[]): Promise<Picked> {
  const [file] = await chooseFiles(kinds.map((kind) => `.${kind}`).join(','), false);
  if (!file) return { cancelled: true };
  return { files: [documentOf(file)] };
}

/** A document dropped or pasted onto the page. */
export function documentOf(file: File): PickedFile {
  return { id: newId(), name: file.name, mediaType: file.type, size: file.size, previewUrl: '', content: file };
}

/** Whether a file of any kind can be handed over. */
export const opensEveryKind = true;

/** Hands a fetched file to the person: the browser saves it. */
export async function openDocument(file: PickedFile): Promise<boolean> {
  const url = URL.createObjectURL(file.content as Blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // Safari reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
