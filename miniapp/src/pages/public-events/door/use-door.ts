import type { Call, Route } from '@county/shared/http/route';
import { shanghaiTime } from '@county/shared/calendar/day';
import {
  afterDoorActs,
  asNoted,
  unknownCodes,
  type AtDoor,
  type DoorAct,
} from '@county/shared/public-events/door-acts';
import { addEventWalkIn, checkIn } from '@county/shared/public-events/event-day-routes';
import type { CheckedIn, DoorEntry, NewCheckIn, NewEventWalkIn } from '@county/shared/public-events/sign-up';
import { useEffect, useMemo, useRef } from 'react';
import { call } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { discard, sendOrKeep, useOutbox } from '../../../api/outbox';
import { unsent, whyHeld, type OutboxItem } from '../../../api/outbox-queue';
import { useActor } from '../../../api/session';
import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { useNetwork } from '../../../platform/network';
import { toast } from '../../../ui/toast';
import type { DoorList } from './use-door-list';

const KIND = 'event-door';

/** What an item of the outbox noted at this event's door; undefined for anything else. */
function actOf({ kind, request: { path, body } }: OutboxItem, eventId: string): DoorAct | undefined {
  if (kind !== KIND || !path.includes(`/events/${eventId}/`)) return undefined;
  return path.endsWith('/check-ins')
    ? { kind: 'check-in', ...(body as NewCheckIn) }
    : { kind: 'walk-in', ...(body as NewEventWalkIn) };
}

/** Those at the door, and what is noted of them: at once where there is a signal, kept and sent later where not. */
export function useDoor(eventId: string, sessionKey: string, list: DoorList) {
  const { items, opened } = useOutbox();
  const { door, merge, reload } = list;
  const noted = useMemo(
    () =>
      items.flatMap((item) => {
        const act = actOf(item, eventId);
        return act ? [{ item, act }] : [];
      }),
    [items, eventId],
  );
  const entries = useMemo(() => asNoted(door?.entries ?? []), [door]);
  const isOpen = unsent(noted.map(({ item }) => item));
  const refused = isOpen.filter(({ state }) => state === 'failed');
  const waiting = isOpen.length - refused.length;
  const actor = useActor();
  const sender = actor && { personId: actor.personId, unitId: actor.unitId };
  const held = isOpen.map((item) => whyHeld(item, sender)).find((why) => why !== null);
  const people = useMemo(() => {
    const acts = (of: (item: OutboxItem) => boolean) => noted.filter(({ item }) => of(item)).map(({ act }) => act);
    const sent = afterDoorActs(
      entries,
      acts(({ state }) => state === 'sent'),
      { isSent: true },
    );
    return afterDoorActs(
      sent,
      acts(({ state }) => state === 'waiting' || state === 'sending'),
      { isSent: false },
    );
  }, [entries, noted]);
  useArrivals(noted, entries, merge);
  useReadAnew(waiting, reload);

  /** Says what came of it only when the server said so; otherwise the list shows it as waiting. */
  const note = async <R extends Route>(
    route: R,
    request: Call<R>,
    { id, happenedAt, who }: { id: string; happenedAt: string; who: string },
  ): Promise<void> => {
    const isTried = waiting === 0 && useNetwork.getState().online;
    const answer = isTried ? await call(route, request) : undefined;
    if (answer?.ok) {
      const come = (answer.reply as CheckedIn).entries;
      merge(come);
      return toast(saysCome(who, come, happenedAt));
    }
    if (answer?.failure.kind === 'refused') return toast(failureSentence(answer.failure), 'danger');
    // Not waited for: the next one stands at the door already.
    sendOrKeep({ id, kind: KIND, title: `签到：${who}`, route, request }).catch(() =>
      toast(`这台设备存不下了，请把“${who}”记在纸上`, 'danger'),
    );
    toast(`${who} 到了，待发送`);
  };
  const comeIn = (come: readonly AtDoor[], who: string) => {
    const body = { ...fresh(), sessionKey, code: null, attendeeIds: come.map(({ attendeeId }) => attendeeId) };
    return note(checkIn, { params: { eventId }, body }, { ...body, who });
  };
  const comeInByCode = (code: string) => {
    const body = { ...fresh(), sessionKey, code, attendeeIds: [] };
    return note(checkIn, { params: { eventId }, body }, { ...body, who: `报名号 ${code}` });
  };
  const walkIn = (groupKey: string, name: string | null) => {
    const body = { ...fresh(), sessionKey, groupKey, name };
    return note(addEventWalkIn, { params: { eventId }, body }, { ...body, who: name ?? '现场来的一位' });
  };
  const takeBack = async (id: string) => {
    await discard(id);
    void reload();
  };
  const codes = unknownCodes(
    entries,
    noted.filter(({ item }) => item.state === 'waiting' || item.state === 'sending').map(({ act }) => act),
  );
  return { people, opened, waiting, held, refused, codes, comeIn, comeInByCode, walkIn, takeBack };
}

const fresh = () => ({ id: newId(), happenedAt: now() });

function saysCome(who: string, come: readonly DoorEntry[], happenedAt: string): string {
  const earlier = come.find(({ arrivedAt }) => arrivedAt !== null && arrivedAt < happenedAt);
  return earlier?.arrivedAt ? `${who} ${shanghaiTime(earlier.arrivedAt)} 已经签到过了` : `${who} 到了，已记下`;
}

/** What has been sent stays in the kept list: the outbox keeps only the last few that went. */
function useArrivals(
  noted: readonly { item: OutboxItem; act: DoorAct }[],
  entries: readonly AtDoor[],
  merge: DoorList['merge'],
): void {
  useEffect(() => {
    const sent = noted.filter(({ item }) => item.state === 'sent').map(({ act }) => act);
    const before = new Map(entries.map((entry) => [entry.attendeeId, entry.arrivedAt]));
    const come = afterDoorActs(entries, sent, { isSent: true }).filter(
      ({ attendeeId, arrivedAt }) => arrivedAt !== null && (before.get(attendeeId) ?? null) === null,
    );
    if (come.length) merge(come);
  }, [noted, entries, merge]);
}

/** Once all that waited has gone, the list is read anew: another door has let people in meanwhile. */
function useReadAnew(waiting: number, reload: () => Promise<void>): void {
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting === 0 && before.current > 0) void reload();
    before.current = waiting;
  }, [waiting, reload]);
}
