import type { Call, Route } from '@county/shared/http/route';
import { shanghaiTime } from '@county/shared/calendar/day';
import {
  afterDoorActs,
  asNoted,
  unknownCodes,
  type AtDoor,
  type DoorAct,
} from '@county/shared/public-events/door-acts';
import { addEventWalkIn, checkIn, takeBackCheckIn } from '@county/shared/public-events/event-day-routes';
import type {
  CheckedIn,
  CheckInRemoval,
  DoorEntry,
  NewCheckIn,
  NewEventWalkIn,
} from '@county/shared/public-events/sign-up';
import { useEffect, useMemo, useRef } from 'react';
import { call } from '../../../api/call';
import { failureSentence } from '../../../api/failure';
import { discard, sendOrKeep, useOutbox } from '../../../api/outbox';
import { isOnlyHere, unsent, whyHeld, type OutboxItem } from '../../../api/outbox-queue';
import { useActor } from '../../../api/session';
import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { useNetwork } from '../../../platform/network';
import { toast } from '../../../ui/toast';
import { nameOf } from './name-of';
import type { DoorList } from './use-door-list';

const KIND = 'event-door';

/** What an item of the outbox noted at this event's door; undefined for anything else. */
function actOf({ kind, request: { path, body } }: OutboxItem, eventId: string): DoorAct | undefined {
  if (kind !== KIND || !path.includes(`/events/${eventId}/`)) return undefined;
  if (path.endsWith('/check-ins')) return { kind: 'check-in', ...(body as NewCheckIn) };
  if (path.endsWith('/check-in-removals')) return { kind: 'removal', ...(body as CheckInRemoval) };
  return { kind: 'walk-in', ...(body as NewEventWalkIn) };
}

/** Those at the door, and what is noted of them: at once where there is a signal, kept and sent later where not. */
export function useDoor(eventId: string, sessionKey: string, list: DoorList) {
  const { items, opened } = useOutbox();
  const { door, merge } = list;
  const savedAt = door?.savedAt ?? '';
  const noted = useMemo(
    () =>
      items.flatMap((item) => {
        const act = actOf(item, eventId);
        // What went before the list was asked for is in the list already, or taken back since.
        return act && (item.sentAt ?? savedAt) >= savedAt ? [{ item, act }] : [];
      }),
    [items, eventId, savedAt],
  );
  const entries = useMemo(() => asNoted(door?.entries ?? []), [door]);
  const isOpen = unsent(noted.map(({ item }) => item));
  const refused = isOpen.filter(({ state }) => state === 'failed');
  const waiting = isOpen.length - refused.length;
  const onlyHere = isOpen.filter(isOnlyHere).length;
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
  useReadAnew(waiting, list.reload);

  /** Says what came of it only when the server said so; otherwise the list shows it as waiting. */
  const note = async <R extends Route>(
    route: R,
    request: Call<R>,
    { id, who, title, said }: { id: string; who: string; title: string; said(noted: readonly DoorEntry[]): string },
  ): Promise<void> => {
    const isTried = waiting === 0 && useNetwork.getState().online;
    const answer = isTried ? await call(route, request) : undefined;
    if (answer?.ok) {
      const come = (answer.reply as CheckedIn).entries;
      merge(come);
      return toast(said(come));
    }
    if (answer?.failure.kind === 'refused') return toast(failureSentence(answer.failure), 'danger');
    // Not waited for: the next one stands at the door already.
    void sendOrKeep({ id, kind: KIND, title, route, request, isAct: true }).then(({ item }) => {
      if (isOnlyHere(item)) toast(`这台设备存不下了，请把“${who}”也记在纸上`, 'danger');
    });
    toast(`${title}，待发送`);
  };
  const arrival = (who: string, { id, happenedAt }: { id: string; happenedAt: string }) => ({
    id,
    who,
    title: `签到：${who}`,
    said: (come: readonly DoorEntry[]) => saysCome(who, come, happenedAt),
  });
  /** Each by themselves, so that one of several can be taken back. */
  const comeIn = async (come: readonly AtDoor[], who: string, happenedAt = noteTime()) => {
    for (const one of come) {
      const body = { id: newId(), happenedAt, sessionKey, code: null, attendeeIds: [one.attendeeId] };
      await note(checkIn, { params: { eventId }, body }, arrival(come.length > 1 ? nameOf(one) : who, body));
    }
  };
  const comeInByCode = (code: string) => {
    const body = { ...fresh(), sessionKey, code, attendeeIds: [] };
    return note(checkIn, { params: { eventId }, body }, arrival(`报名号 ${code}`, body));
  };
  const walkIn = (groupKey: string, name: string | null) => {
    const body = { ...fresh(), sessionKey, groupKey, name };
    return note(addEventWalkIn, { params: { eventId }, body }, arrival(name ?? '现场来的一位', body));
  };
  const takeBack = async (one: AtDoor) => {
    const unsentAct = noted.find(({ act }) => act.id === one.unsentId && act.kind !== 'removal');
    if (!unsentAct) {
      const who = nameOf(one);
      const body = { ...fresh(), attendeeIds: [one.attendeeId] };
      const title = `撤回签到：${who}`;
      return note(
        takeBackCheckIn,
        { params: { eventId }, body },
        { id: body.id, who, title, said: ([after]) => saysGone(who, after) },
      );
    }
    // By the number of several they were noted together: the others stay.
    const others = people.filter(
      ({ unsentId, attendeeId }) => unsentId === one.unsentId && attendeeId !== one.attendeeId,
    );
    await discard(unsentAct.item.id);
    await comeIn(others, others.map(nameOf).join('、'), unsentAct.act.happenedAt);
  };
  const codes = unknownCodes(
    entries,
    noted.filter(({ item }) => item.state === 'waiting' || item.state === 'sending').map(({ act }) => act),
  );
  return { people, opened, waiting, onlyHere, held, refused, codes, comeIn, comeInByCode, walkIn, takeBack };
}

let latest = '';

/** Later than whatever was noted here before: the device's clock is set by replies, which know whole seconds alone. */
function noteTime(): string {
  const at = now();
  latest = at > latest ? at : new Date(Date.parse(latest) + 1).toISOString();
  return latest;
}

const fresh = () => ({ id: newId(), happenedAt: noteTime() });

function saysCome(who: string, come: readonly DoorEntry[], happenedAt: string): string {
  const earlier = come.find(({ arrivedAt }) => arrivedAt !== null && arrivedAt < happenedAt);
  return earlier?.arrivedAt ? `${who} ${shanghaiTime(earlier.arrivedAt)} 已经签到过了` : `${who} 到了，已记下`;
}

function saysGone(who: string, after: DoorEntry | undefined): string {
  if (after?.arrivedAt) return `${who} ${shanghaiTime(after.arrivedAt)} 又签到了，没有撤回`;
  return `${who} 的签到撤回了`;
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
    const changed = afterDoorActs(entries, sent, { isSent: true }).filter(
      ({ attendeeId, arrivedAt }) => arrivedAt !== (before.get(attendeeId) ?? null),
    );
    if (changed.length) merge(changed);
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
