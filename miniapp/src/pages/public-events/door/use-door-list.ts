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
  /** Lists are asked for in turns: an answer that comes after a later one's is old. */
  const turn = useRef({ asked: 0, shown: 0 });
  /** What the server is known to have since a list was asked for, whatever the answer on its way says. */
  const known = useRef<{ turn: number; entry: DoorEntry }[]>([]);

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
    const own = (turn.current.asked += 1);
    const askedAt = now();
    const params = { eventId };
    const [event, list] = await Promise.all([call(getPublicEvent, { params }), call(listDoor, { params })]);
    if (own < turn.current.shown) return;
    turn.current.shown = own;
    known.current = known.current.filter((one) => one.turn >= own);
    const failed = event.ok ? (list.ok ? undefined : list.failure) : event.failure;
    if (event.ok && list.ok)
      show({ event: event.reply, entries: withKnown(list.reply.items, known.current), savedAt: askedAt });
    else if (failed?.kind === 'refused') setDoor((latest.current = undefined));
    else if (!latest.current) setDoor((latest.current = await keptDoor(personId, eventId)));
    setFailure(failed);
    setLoading(false);
  }, [personId, eventId, show]);

  const merge = useCallback(
    (entries: readonly DoorEntry[]) => {
      const before = latest.current;
      if (!before) return;
      const fresh = entries.map((entry) => ({ turn: turn.current.asked, entry }));
      known.current = [...known.current, ...fresh];
      show({ ...before, entries: withKnown(before.entries, fresh) });
    },
    [show],
  );

  useEffect(() => void reload(), [reload]);
  useNetworkReturn(reload);
  return { door, loading, failure, isNotKept, reload, merge };
}

function withKnown(entries: readonly DoorEntry[], known: readonly { entry: DoorEntry }[]): DoorEntry[] {
  const after = new Map(entries.map((entry) => [entry.attendeeId, entry]));
  for (const { entry } of known) after.set(entry.attendeeId, entry);
  return [...after.values()];
}
