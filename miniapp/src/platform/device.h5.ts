/** Rings a number, where the device can. */
export async function ring(phone: string): Promise<void> {
  window.location.href = `tel:${phone}`;
}

/** What is dialled for a number as it is written: an extension (0800-5501234转3) follows after a pause. */
export const callable = (phone: string): string => phone.replace(/\s/g, '').replace('转', ',');

/** Copies words; false when the browser forbids it. */
export async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

export const canScan = false;

export async function scan(): Promise<string | undefined> {
  return undefined;
}

/** The letters' size the person has set for the device, as a factor; browsers scale by themselves. */
export function systemTextScale(): number {
  return 1;
}

/** The address of a page for somebody else's device. */
export function pageAddress(path: string): string {
  return window.location.origin + path;
}

/** Opens a page of another site beside this one. */
export async function openWebAddress(url: string): Promise<void> {
  window.open(url, '_blank', 'noopener');
}
