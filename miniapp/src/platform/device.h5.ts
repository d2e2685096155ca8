/** Rings a number, where the device can. */
export async function ring(phone: string): Promise<void> {
  window.location.href = `tel:${phone}`;
}

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

/** Shares the page shown: by the device's own sheet, else by copying its address. */
export async function sharePage(title: string): Promise<'shared' | 'copied' | 'cancelled'> {
  const url = window.location.href;
  if (navigator.share) {
    const shared = await navigator.share({ title, url }).then(
      () => true,
      () => false,
    );
    return shared ? 'shared' : 'cancelled';
  }
  return (await copy(url)) ? 'copied' : 'cancelled';
}

/** The letters' size the person has set for the device, as a factor; browsers scale by themselves. */
export function systemTextScale(): number {
  return 1;
}

/** The address of a page for somebody else's device. */
export function pageAddress(path: string): string {
  return window.location.origin + path;
}
