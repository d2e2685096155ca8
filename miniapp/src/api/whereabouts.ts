import type { Place } from '@county/shared/service-map/position';
import { create } from 'zustand';
import { findWhereabouts } from '../platform/whereabouts';

interface WhereaboutsState {
  place: Place | undefined;
  /** Why there is none, once asked for. */
  missing: 'refused' | 'failed' | undefined;
  asking: boolean;
}

/** Where the person is, as long as the app is open; never kept, never sent. */
export const useWhereabouts = create<WhereaboutsState>(() => ({ place: undefined, missing: undefined, asking: false }));

/** Asks the device; called from a tap, never by itself. */
export async function askWhereabouts(): Promise<void> {
  useWhereabouts.setState({ asking: true });
  const answer = await findWhereabouts();
  useWhereabouts.setState({
    asking: false,
    place: answer.kind === 'found' ? answer.place : undefined,
    missing: answer.kind === 'found' ? undefined : answer.kind,
  });
}
