import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Whether the browser shows the page at all; within WeChat the page's own showing says it. */
const isInSight = () => typeof document === 'undefined' || document.visibilityState !== 'hidden';

/** Loads again every so often (milliseconds) while somebody looks: what others do meanwhile shows by itself. */
export function useRefresh(reload: () => Promise<void>, every: number): void {
  const isShown = useRef(true);
  /** Where an answer takes longer than `every`, the next question waits for it: else none would ever count. */
  const isAsking = useRef(false);
  useDidShow(() => void (isShown.current = true));
  useDidHide(() => void (isShown.current = false));
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isShown.current || !isInSight() || isAsking.current) return;
      isAsking.current = true;
      void reload().finally(() => void (isAsking.current = false));
    }, every);
    return () => clearInterval(timer);
  }, [reload, every]);
}
