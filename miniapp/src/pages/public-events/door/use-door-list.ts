import { listDoor } from '@county/shared/public-events/event-day-routes';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import type { DoorEntry } from '@county/shared/public-events/sign-up';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { keepDoor, keptDoor, type KeptDoor } from '../../../api/kept-door';
import { now } from '../../../platform/clock';
import { useNetworkReturn } from '../../../platform/network';

export interface DoorList {
  door: KeptDoor | undefined;
  loading: boolean;
  failure: Failure | undefined;
  /** The device could not keep the list: without a signal it will not be here. */
  isNotKept: boolean;
  reload(): Promise<void>;
  /** Takes in what the server has by now. */
  merge(entries: readonly DoorEntry[]): void;
}

/** The list of a door: fetched once and kept on this device, so that it is there in a hall without a signal. */
export function useDoorList(personId: string, eventId: string): DoorList {
  const [door, setDoor] = useState<KeptDoor>();
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<Failure>();
  const [isNotKept, setNotKept] = useState(false);
  const latest = useRef<KeptDoor>();
  /** Those the server is known to have, whatever an answer on its way says: coming is never taken back. */
  const come = useRef(new Map<string, DoorEntry>());

  const show = useCallback(
    (fresh: KeptDoor) => {
      latest.current = fresh;
      setDoor(fresh);
      void keepDoor(personId, fresh).then((isKept) => setNotKept(!isKept));
    },
    [personId],
  );

  const reload = useCallback(async () => {
    if (!personId || !eventId) return;
    setLoading(true);
    const params = { eventId };
    const [event, list] = await Promise.all([call(getPublicEvent, { params }), call(listDoor, { params })]);
    const failed = event.ok ? (list.ok ? undefined : list.failure) : event.failure;
    if (event.ok && list.ok)
      show({ event: event.reply, entries: withCome(list.reply.items, come.current), savedAt: now() });
    else if (failed?.kind === 'refused') setDoor((latest.current = undefined));
    else if (!latest.current) setDoor((latest.current = await keptDoor(personId, eventId)));
    setFailure(failed);
    setLoading(false);
  }, [personId, eventId, show]);

  const merge = useCallback(
    (entries: readonly DoorEntry[]) => {
      const before = latest.current;
      if (!before) return;
      entries.forEach((entry) => come.current.set(entry.attendeeId, entry));
      show({ ...before, entries: withCome(before.entries, come.current) });
    },
    [show],
  );

  useEffect(() => void reload(), [reload]);
  useNetworkReturn(reload);
  return { door, loading, failure, isNotKept, reload, merge };
}

function withCome(entries: readonly DoorEntry[], come: ReadonlyMap<string, DoorEntry>): DoorEntry[] {
  const known = new Set(entries.map(({ attendeeId }) => attendeeId));
  const walkedIn = [...come.values()].filter(({ attendeeId }) => !known.has(attendeeId));
  return [
    ...entries.map((entry) => (entry.arrivedAt === null ? (come.get(entry.attendeeId) ?? entry) : entry)),
    ...walkedIn,
  ];
}
