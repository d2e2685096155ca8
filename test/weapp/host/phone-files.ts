/** The phone's own files: those of the app stay, temporary ones go when the app is closed. Kept as data addresses. */
export const USER_DATA_PATH = 'wxfile://usr';

const KEPT = 'file:';
const temporary = new Map<string, string>();
let serial = 0;

export function writeFile(path: string, data: string): void {
  if (path.startsWith(USER_DATA_PATH)) localStorage.setItem(KEPT + path, data);
  else temporary.set(path, data);
}

export function newTemporaryFile(data: string): string {
  serial += 1;
  const path = `http://tmp/${serial}.jpg`;
  writeFile(path, data);
  return path;
}

export function fileData(path: string): string {
  const data = temporary.get(path) ?? localStorage.getItem(KEPT + path);
  if (data === null || data === undefined) throw new Error(`no such file or directory "${path}"`);
  return data;
}

export function removeFile(path: string): void {
  fileData(path);
  temporary.delete(path);
  localStorage.removeItem(KEPT + path);
}

/** What an `<img>` loads for a path: the file, or an address as it is. */
export function fileAddress(path: string): string {
  return temporary.get(path) ?? localStorage.getItem(KEPT + path) ?? path;
}

export async function fileBlob(path: string): Promise<Blob> {
  return (await fetch(fileData(path))).blob();
}

export const fileSize = (path: string): number => Math.floor((fileData(path).split(',')[1]!.length * 3) / 4);

export async function blobData(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsDataURL(blob);
  });
}
