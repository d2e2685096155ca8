import Taro from '@tarojs/taro';

/** Rings a number; WeChat allows it only from a tap. */
export async function ring(phone: string): Promise<void> {
  // Cancelling the call is answered as an error and is none.
  await Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
}

/** What is dialled for a number as it is written: an extension (0800-5501234转3) follows after a pause. */
export const callable = (phone: string): string => phone.replace(/\s/g, '').replace('转', ',');

/** Copies words; WeChat itself says so to the person. */
export async function copy(words: string): Promise<boolean> {
  return Taro.setClipboardData({ data: words }).then(
    () => true,
    () => false,
  );
}

export const canScan = true;

/** The words of a scanned code, or undefined when the person turned back. */
export async function scan(): Promise<string | undefined> {
  return Taro.scanCode({ onlyFromCamera: false }).then(
    ({ result }) => result,
    () => undefined,
  );
}

/** WeChat's letter size (我 - 设置 - 通用 - 字体大小) as a factor of its standard. */
export function systemTextScale(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  return fontSizeSetting ? fontSizeSetting / 16 : 1;
}

/** The address of a page for somebody else's device: the same page on the web, beside the server's API. */
export function pageAddress(path: string): string {
  return API_BASE.replace(/\/api$/, '') + path;
}

/** WeChat opens no other site: the address is copied, to be opened in the browser; WeChat itself says so. */
export async function openWebAddress(url: string): Promise<void> {
  await copy(url);
}
