import { useShareAppMessage } from '@tarojs/taro';

/** What WeChat sends when the page is passed on: its address with all it was narrowed to. The page's config allows it. */
export function usePageShare(title: string, path: string): void {
  useShareAppMessage(() => ({ title, path }));
}
