import { codeInWords } from '@county/shared/people/receipt-code';
import { addWalkIn, callNext, stepAtCounter } from '@county/shared/appointments/booking-desk-routes';
import {
  afterActs,
  isTakenAlready,
  type CounterAct,
  type CounterPerson,
} from '@county/shared/appointments/counter-acts';
import { inTurn } from '@county/shared/appointments/queue-rules';
import type { NewCounterStep, NewWalkIn, PointDay } from '@county/shared/appointments/staff-booking';
import type { Call, Reply, Route } from '@county/shared/http/route';
import { useEffect, useMemo, useRef } from 'react';
import { call } from '../../../api/call';
import { failureSentence, type Failure } from '../../../api/failure';
import { discard, sendOrKeep, useOutbox } from '../../../api/outbox';
import { isOnlyHere, unsent, type OutboxItem } from '../../../api/outbox-queue';
import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { toast } from '../../../ui/toast';

export type Step = NewCounterStep['to'];

const KIND = 'counter';
const STEP_PATH = /\/staff-bookings\/([^/]+)\/steps$/;

/** What an unsent item did at this counter; undefined for anything else. */
function actOf({ kind, request: { path, body } }: OutboxItem, { pointId, services }: PointDay): CounterAct | undefined {
  if (kind !== KIND) return undefined;
  const bookingId = STEP_PATH.exec(path)?.[1];
  if (bookingId) {
    const { to, happenedAt } = body as NewCounterStep;
    return { kind: 'step', bookingId, to, happenedAt };
  }
  const { id, serviceId, happenedAt } = body as NewWalkIn;
  const serviceName = services.find((one) => one.id === serviceId)?.name ?? '现场取号';
  return path.includes(pointId) ? { kind: 'walk-in', id, serviceName, happenedAt } : undefined;
}

/** The counter's people, and what is done with them: at once where there is a signal, kept and sent later where not. */
export function useCounter(day: PointDay, onChange: () => void) {
  const items = useOutbox((outbox) => outbox.items);
  const { pointId } = day;
  const { people, waiting, onlyHere, refused } = useMemo(() => {
    const own = unsent(items).flatMap((item) => {
      const act = actOf(item, day);
      return act ? [{ item, act }] : [];
    });
    const acts = own.filter(({ item }) => item.state !== 'failed').map(({ act }) => act);
    const known = afterActs(day.bookings, acts, day.day);
    const here = new Set(known.map(({ id }) => id));
    const ofDay = own.filter(({ act }) => act.kind === 'walk-in' || here.has(act.bookingId));
    return {
      people: known,
      waiting: ofDay.filter(({ item }) => item.state !== 'failed').length,
      onlyHere: ofDay.filter(({ item }) => isOnlyHere(item)).length,
      refused: ofDay.filter(({ item }) => item.state === 'failed'),
    };
  }, [items, day, pointId]);
  useReconciled(waiting, refused, day, onChange);

  const send = async <R extends Route>(route: R, request: Call<R>, id: string, title: string) => {
    // Whoever waits in front goes first: a walk-in is not served before it is known.
    const answer = waiting ? undefined : await call(route, request);
    if (answer?.ok) return answer.reply;
    if (answer && !isCut(answer.failure)) return void toast(failureSentence(answer.failure), 'danger');
    const kept = await sendOrKeep({ id, kind: KIND, title, route, request, isAct: true });
    if (isOnlyHere(kept.item)) toast(`这台设备存满了，“${title}”请也记在纸上`, 'danger');
    if (kept.failure && !isCut(kept.failure)) toast(failureSentence(kept.failure), 'danger');
    return undefined;
  };
  const step = async (one: CounterPerson, to: Step, id = newId()) => {
    const body = { id, to, happenedAt: now() };
    const who = one.name ?? one.code;
    await send(stepAtCounter, { params: { bookingId: one.id }, body }, id, `叫号台：${who}`);
    onChange();
  };
  const giveNumber = async (serviceId: string, serviceName: string) => {
    const body = { id: newId(), serviceId, name: null, happenedAt: now() };
    const given: Reply<typeof addWalkIn> | undefined = await send(
      addWalkIn,
      { params: { pointId }, body },
      body.id,
      `现场取号：${serviceName}`,
    );
    toast(given ? `取号 ${codeInWords(given.code)}，请坐着等叫号` : '已经记下，请坐着等叫号；有信号后补号码');
    onChange();
  };
  const callTheNext = async () => {
    const body = { id: newId(), windowId: null, happenedAt: now() };
    const answer = waiting ? undefined : await call(callNext, { params: { pointId }, body });
    if (answer?.ok) {
      const { called } = answer.reply;
      toast(called ? `请 ${called.name ?? called.code} 到窗口` : '没有人在等');
      return onChange();
    }
    if (answer && !isCut(answer.failure)) return toast(failureSentence(answer.failure), 'danger');
    const [next] = inTurn(people.filter(({ state }) => state === 'arrived'));
    if (!next) return toast('没有人在等');
    toast(`请 ${next.name ?? (next.code || next.serviceName)} 到窗口`);
    // Under the same id: should the server have heard the call after all, it is the same one.
    return step(next, 'called', body.id);
  };
  return { people, waiting, onlyHere, refused: refused.map(({ item }) => item), step, giveNumber, callTheNext };
}

const isCut = ({ kind }: Failure): boolean =>
  kind === 'offline' || kind === 'timed-out' || kind === 'broken' || kind === 'busy';

/** Once what waited has gone, the day is read anew; a step that another counter took as well needs nobody's look. */
function useReconciled(
  waiting: number,
  refused: readonly { item: OutboxItem; act: CounterAct }[],
  day: PointDay,
  onChange: () => void,
): void {
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current) onChange();
    before.current = waiting;
  }, [waiting, onChange]);
  useEffect(() => {
    const known = new Map(day.bookings.map((one) => [one.id, one]));
    for (const { item, act } of refused) {
      const one = act.kind === 'step' ? known.get(act.bookingId) : undefined;
      if (one && act.kind === 'step' && isTakenAlready(one, act.to)) void discard(item.id);
    }
  }, [refused, day]);
}
