import { useEffect } from 'react';
import { create } from 'zustand';
import { watchNetwork } from './network-events';

/** Whether the device says it has a network. It may be wrong: a sent request is the only proof. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }));

const listeners = new Set<() => void>();

/** Begins to follow the network; called once when the app opens. */
export function followNetwork(): void {
  watchNetwork(noteOnline);
}

/** Calls back each time the network returns. */
export function onNetworkReturn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs `listener` while mounted, each time the network returns. */
export function useNetworkReturn(listener: () => void): void {
  useEffect(() => onNetworkReturn(listener), [listener]);
}

function noteOnline(online: boolean): void {
  const before = useNetwork.getState().online;
  if (online === before) return;
  useNetwork.setState({ online });
  if (online) listeners.forEach((listener) => listener());
}
