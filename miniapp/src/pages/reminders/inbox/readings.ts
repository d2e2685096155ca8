import { readReminders } from '@county/shared/reminders/reminder-routes';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { call } from '../../../api/call';
import { useNetworkReturn } from '../../../platform/network';
import { forget, keep, readKept } from '../../../platform/storage';

const MOST_AT_ONCE = 200;

export interface Readings {
  /** Opened here, whether or not the server has heard of it yet. */
  isOpened(id: string): boolean;
  open(id: string): void;
}

/**
 * What one has opened counts as read at once. Nothing is said where there is no network: the device keeps it and tells
 * the server when the network returns or the inbox is shown again.
 */
export function useReadings(personId: string | undefined): Readings {
  const key = `readings:${personId ?? ''}`;
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(readKept<string[]>(key)));

  const tell = useCallback(async () => {
    const ids = (readKept<string[]>(key) ?? []).slice(0, MOST_AT_ONCE);
    if (!ids.length) return;
    const answer = await call(readReminders, { body: { ids } });
    if (!answer.ok && answer.failure.kind !== 'refused') return;
    // More may have been opened while this was on its way.
    const left = (readKept<string[]>(key) ?? []).filter((id) => !ids.includes(id));
    if (left.length) keep(key, left);
    else forget(key);
  }, [key]);

  useDidShow(() => void tell());
  useNetworkReturn(tell);

  return {
    isOpened: (id) => opened.has(id),
    open(id) {
      setOpened((before) => new Set(before).add(id));
      keep(key, [...new Set([...(readKept<string[]>(key) ?? []), id])]);
      void tell();
    },
  };
}
