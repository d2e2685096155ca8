import { addDays, dayInWords, shanghaiDay, type Day } from '../calendar/day.ts';
import type { Actor } from '../people/actor.ts';
import { isStaff, reaches } from '../people/scope.ts';
import { midnightOf } from '../service-map/opening-days.ts';
import { allOf, allowed, refused, type Verdict } from '../verdict.ts';
import type { BookableService, NoShowPolicy } from './bookable-service.ts';
import type { BookingState, BookingVia } from './booking.ts';
import { minutesInWords, timeInWords } from './booking-words.ts';

/** A place is kept so long for whoever is filling in the form, and once more for each extension. */
export const HOLD_MINUTES = 10;

const MINUTE = 60_000;

type Settings = Pick<
  BookableService,
  'isOffered' | 'leadMinutes' | 'horizonDays' | 'limitPerPerson' | 'cutOffMinutes' | 'maxExtensions' | 'noShowPolicy'
>;
interface Slot {
  day: Day;
  minute: number;
}

/** The instant at which a minute of a Shanghai day begins, UTC. */
export function instantOfSlot({ day, minute }: Slot): string {
  return new Date(midnightOf(day) + minute * MINUTE).toISOString();
}

const before = (slot: Slot, minutes: number) =>
  new Date(Date.parse(instantOfSlot(slot)) - minutes * MINUTE).toISOString();

/** Whether the time is among those that can be booked now on the web: offered, not too soon, not too far. */
export function canHold(service: Settings, slot: Slot, now: string): Verdict {
  if (!service.isOffered) return refused('wrong-state', '这个事项暂停预约，可以直接到现场取号');
  if (now >= instantOfSlot(slot)) return refused('too-late', '这个时间已经过去，请另选一个时间');
  if (now > before(slot, service.leadMinutes))
    return refused('too-late', `要提前 ${minutesInWords(service.leadMinutes)}预约，请另选一个时间，或直接到现场取号`);
  const last = addDays(shanghaiDay(now), service.horizonDays);
  if (slot.day > last) return refused('wrong-state', `现在只能约到 ${last}，请选早一点的日期`);
  return allowed;
}

/**
 * Whether staff may give somebody a time: until it is over, for whoever stands there, and as far as is booked ahead. A
 * thing that takes no bookings takes none from staff either; what is booked already may still be moved.
 */
export function canGive(service: Settings & { minutes: number }, slot: Slot, now: string, isNew: boolean): Verdict {
  if (isNew && !service.isOffered)
    return refused('wrong-state', '这个事项暂停预约，来的人请按现场取号办理；要再接受预约，请到“预约与取号”里改');
  if (now >= before(slot, -service.minutes)) return refused('too-late', '这个时间已经过去，请另选一个时间');
  const last = addDays(shanghaiDay(now), service.horizonDays);
  return slot.day > last ? refused('wrong-state', `现在只能约到 ${last}，请选早一点的日期`) : allowed;
}

/** While somebody is at work for another, of whatever unit: a village's people for a township's place. */
export function canBookForSomeone(actor: Actor): Verdict {
  return isStaff(actor) ? allowed : refused('not-allowed', '代约由工作人员办理；给家人约请用“帮家人约”');
}

/** A time above the places (加号) is given by the point's own people alone. */
export function canAddExtra(unitId: string, actor: Actor): Verdict {
  return canServe(unitId, actor).allowed
    ? allowed
    : refused('not-allowed', '加号由这个服务点的工作人员办理，请打电话请他们加');
}

/**
 * The point's own people see who booked and serve them, as everybody was told who gave a name: nobody above them who
 * oversees the county.
 */
export function canServe(unitId: string, actor: Actor): Verdict {
  return isStaff(actor) && actor.unitIds.includes(unitId)
    ? allowed
    : refused('not-allowed', '只有服务点本单位的工作人员能看预约的人、办理预约');
}

/** What can be booked holds nothing personal: overseers may set it right, too. */
export function canSetBookings(unitId: string, actor: Actor): Verdict {
  return isStaff(actor) && reaches(actor, unitId) ? allowed : refused('not-allowed', '只能设置本单位服务点的预约');
}

/** 再给我 10 分钟. */
export function canExtend(service: Settings, hold: { state: BookingState; extensions: number }): Verdict {
  if (hold.state !== 'held') return refused('wrong-state', '这个预约已经约好了，不用再延长');
  if (hold.extensions >= service.maxExtensions)
    return refused('wrong-state', '已经延长到头了，请在剩下的时间里填完；到时没填完可以重新选时间');
  return allowed;
}

/** What else is known of whoever books, by the hash of the phone or the WeChat account. */
export interface Standing {
  /** Open bookings of the same service, the times not yet past. */
  readonly open: readonly Slot[];
  /** Days of visits missed, for a policy of the service. */
  readonly missedOn: readonly Day[];
}

/**
 * Limits of one person and service; whoever books for somebody stands under them too. A pause after missed visits is of
 * the web alone: staff still book for whoever rings.
 */
export function canConfirm(service: Settings, standing: Standing, today: Day, via: BookingVia): Verdict {
  const isOnWeb = via === 'web' || via === 'wechat';
  const notMissed = isOnWeb ? notPaused(service.noShowPolicy, standing.missedOn, today) : allowed;
  return allOf(withinLimit(service, standing), notMissed);
}

function withinLimit({ limitPerPerson }: Settings, { open }: Standing): Verdict {
  if (open.length < limitPerPerson) return allowed;
  const times = open.map(({ day, minute }) => timeInWords(day, minute)).join('、');
  return refused(
    'wrong-state',
    `这个手机号（微信）已经约了这个事项 ${open.length} 次（${times}），每人最多 ${limitPerPerson} 次。办完或取消一次后再约`,
  );
}

function notPaused(policy: NoShowPolicy | null, missedOn: readonly Day[], today: Day): Verdict {
  if (!policy) return allowed;
  const since = addDays(today, -policy.withinDays);
  const missed = missedOn.filter((day) => day >= since).sort();
  const last = missed[missed.length - 1];
  if (!last || missed.length < policy.times) return allowed;
  const until = addDays(last, policy.pauseDays);
  if (today > until) return allowed;
  return refused(
    'wrong-state',
    `约了没来 ${missed.length} 次，网上预约停到 ${until}；可以直接到现场取号，或打电话请工作人员约`,
  );
}

/** Still to come, or on its way through the counter today: whoever made it has something to do about it. */
export function isAhead({ day, state }: Pick<Booked, 'day' | 'state'>, today: Day): boolean {
  return day >= today && !ENDED.includes(state);
}

const ENDED: readonly BookingState[] = ['done', 'no-show', 'cancelled'];

interface Booked extends Slot {
  state: BookingState;
}

/** The last instant at which it can be changed or cancelled on the web. */
export function changeableUntil(service: Settings, booking: Slot): string {
  return before(booking, service.cutOffMinutes);
}

export function canChange(service: Settings, booking: Booked, now: string): Verdict {
  return mayMove(service, booking, now, '改期');
}

export function canCancel(service: Settings, booking: Booked, now: string): Verdict {
  return mayMove(service, booking, now, '取消');
}

function mayMove(service: Settings, booking: Booked, now: string, what: string): Verdict {
  if (booking.state === 'cancelled') return refused('wrong-state', '这个预约已经取消了');
  if (booking.state !== 'booked') return refused('wrong-state', `这个预约已经在办理或办完了，不能${what}`);
  if (now <= changeableUntil(service, booking)) return allowed;
  if (now >= instantOfSlot(booking)) return refused('too-late', `预约的时间已经到了，不能${what}`);
  return refused(
    'too-late',
    `最晚要提前 ${minutesInWords(service.cutOffMinutes)}${what}；现在来不了，请打服务点的电话说一声`,
  );
}

/** A step at the counter is of the day of the visit, and nobody is absent before their time has come. */
export function canStepAt(booking: Booked, to: BookingState, happenedAt: string): Verdict {
  const [day, today] = [dayInWords(booking.day, booking.day), shanghaiDay(happenedAt)];
  if (booking.day > today) return refused('wrong-state', `这个预约是 ${day} 的，还没到那一天`);
  if (booking.day < today && to !== 'no-show' && to !== 'done')
    return refused('wrong-state', `这个预约是 ${day} 的，今天可以按现场取号办理`);
  if (to === 'no-show' && booking.state === 'booked' && happenedAt < instantOfSlot(booking))
    return refused('wrong-state', '约的时间还没到，到时没来再记');
  return canStep(booking.state, to);
}

const ORDER: readonly BookingState[] = ['booked', 'arrived', 'called', 'serving', 'done'];

/**
 * Whether a step at the counter is taken. What was sent late, from a counter without signal, never puts back what has
 * gone further; a called person who was not there may be called again, and one marked as absent may still come.
 */
export function canStep(from: BookingState, to: BookingState): Verdict {
  if (from === 'held') return refused('wrong-state', '这个时间还没有约好');
  if (from === 'cancelled') return refused('wrong-state', '这个预约已经取消了，请按现场取号办理');
  if (from === 'done') return refused('wrong-state', '这一位已经办完了');
  if (from === 'no-show')
    return to === 'arrived' ? allowed : refused('wrong-state', '这一位记了没来；人到了请先点“到了”');
  if (to === 'no-show') return from === 'serving' ? refused('wrong-state', '这一位正在办理') : allowed;
  if (ORDER.indexOf(to) > ORDER.indexOf(from)) return allowed;
  return refused('wrong-state', '这一步已经记过了');
}

/** How a booking takes its places: on the web, from all that can be booked, or from none. */
export function countsAs(via: BookingVia): 'web' | 'bookable' | 'extra' {
  if (via === 'web' || via === 'wechat') return 'web';
  return via === 'extra' || via === 'walk-in' ? 'extra' : 'bookable';
}
