import Taro from '@tarojs/taro';

/** Pages of the bar at the bottom; WeChat opens these in another way than the rest. */
export const TAB_PAGES = [
  '/tabs/home/index',
  '/tabs/map/index',
  '/tabs/affairs/index',
  '/tabs/events/index',
  '/tabs/me/index',
] as const;

// WeChat refuses an eleventh page on the stack.
const DEEPEST_STACK = 10;

/** Opens a page by its address, `/pages/tasks/my/index?late=1`. */
export async function goTo(url: string): Promise<void> {
  const path = url.split('?')[0];
  if (TAB_PAGES.some((tab) => tab === path)) await Taro.switchTab({ url: path as string });
  else if (Taro.getCurrentPages().length >= DEEPEST_STACK) await Taro.redirectTo({ url });
  else await Taro.navigateTo({ url });
}

/** Puts another page in the place of this one: after sending a form one does not come back to it. */
export async function replaceWith(url: string): Promise<void> {
  const path = url.split('?')[0];
  if (TAB_PAGES.some((tab) => tab === path)) await Taro.switchTab({ url: path as string });
  else await Taro.redirectTo({ url });
}

/** Whether there is no page beneath this one. */
export const cameByLink = (): boolean => Taro.getCurrentPages().length <= 1;

/** Back to where the person came from; to the home page when they came by a link. */
export async function goBack(): Promise<void> {
  if (cameByLink()) await Taro.switchTab({ url: TAB_PAGES[0] });
  else await Taro.navigateBack();
}

/** An address with its query; parts without a value are left out. */
export function withQuery(path: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return parts.length ? `${path}?${parts.join('&')}` : path;
}
