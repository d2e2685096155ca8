import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { clockOf } from '@county/shared/appointments/booking-words';
import { instantOfSlot } from '@county/shared/appointments/booking-rules';
import { addDays, atHour } from '@county/shared/calendar/day';
import type { Reminder } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { RemindersService, type ReminderSource, type ToRemind } from '../reminders/reminders.service.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { ServiceTimes } from './service-times.service.ts';
import { BookableServices, Bookings, type BookingRow } from './appointments.tables.ts';
import { codeInWords } from '@county/shared/people/receipt-code';
import { alsoToTell } from '@county/shared/people/to-tell';

const SOURCE = 'appointments';
const BOOKING = 'booking';
const TOMORROW = ':tomorrow:';
/** In the morning of the day before, while there is time to look for papers. */
const HOUR = 9;

/** Tells residents in WeChat: the day before, and of what a place changed. Whoever is not there is to be rung. */
@Injectable()
export class BookingNotices implements ReminderSource, OnModuleInit {
  readonly canWait = true;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly points: PublicPoints,
    private readonly times: ServiceTimes,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(SOURCE, this);
  }

  /** Within the unit of work that makes or moves the booking; what was planned before is dropped. */
  async plan(db: EntityManager, row: BookingRow): Promise<void> {
    await this.reminders.stop(db, [row.id]);
    const when = atHour(addDays(row.day, -1), HOUR);
    if (!row.personId || row.state !== 'booked' || when <= this.clock.now()) return;
    const { what, place } = await this.inWords(db, row);
    const words = `明天 ${clockOf(row.minute)} 在${place}。预约号 ${codeInWords(row.code!)}，来不了请提前取消`;
    const cause = `booking:${row.id}${TOMORROW}${row.day}:${row.minute}`;
    await this.say(db, row, { cause, when, what, words, people: [row.personId], link: ownLink(row), occasion: cause });
  }

  /**
   * At once; answers false for whoever can only be rung. Where there is no number either, the colleague who booked for
   * them hears of it too: a village's people know which door to knock at.
   */
  async changed(db: EntityManager, row: BookingRow, stepId: string, words: string): Promise<boolean> {
    const { what } = await this.inWords(db, row);
    // Several of one person changed at once make one message.
    const occasion = `booking:${stepId}`;
    const saying = { cause: `${occasion}:${row.id}`, occasion, when: this.clock.now(), what };
    if (row.personId) {
      await this.say(db, row, { ...saying, words, people: [row.personId], link: ownLink(row) });
      return true;
    }
    if (row.phone === null && row.madeBy !== null) {
      const link = `/pages/appointments/staff-booking/index?id=${row.id}`;
      const passOn = `您替人约的${words}。本人没有手机，请转告`;
      await this.say(db, row, { ...saying, words: passOn, people: [row.madeBy], link });
    }
    return false;
  }

  async stop(db: EntityManager, row: BookingRow): Promise<void> {
    await this.reminders.stop(db, [row.id]);
  }

  /** The day before is told of what is still booked so, and of nothing before a shut door; a change is news until the day is over. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const rows = await db.findBy(Bookings, { id: In([...new Set(reminders.map(({ subjectId }) => subjectId))]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const broken = await this.broken(db, rows);
    const [today, now] = [this.clock.today(), this.clock.now()];
    const stands = ({ subjectId, cause }: Reminder) => {
      const row = byId.get(subjectId);
      if (!row) return false;
      if (!cause.includes(TOMORROW)) return row.day >= today;
      const isStill = cause.endsWith(`:${row.day}:${row.minute}`) && row.state === 'booked';
      return isStill && instantOfSlot(row) > now && !broken.has(row.id);
    };
    return new Set(reminders.filter(stands).map(({ id }) => id));
  }

  /** A change that did not surely arrive is rung about; that the day is tomorrow is known without a message. */
  async onUnreached(db: EntityManager, reminders: readonly Reminder[]): Promise<void> {
    const own = reminders.filter(({ subjectKind, cause }) => subjectKind === BOOKING && !cause.includes(TOMORROW));
    for (const { subjectId: id, personId, words } of own) {
      const row = await this.database.findForChange(db, Bookings, { id });
      // A colleague who booked for somebody has the message in the inbox they work with.
      if (row?.personId !== personId || row.isErased) continue;
      await db.update(Bookings, { id }, { toBeRungAbout: alsoToTell(row.toBeRungAbout, words) });
    }
  }

  /** Those whose time is closed, and on which nobody has decided. */
  private async broken(db: EntityManager, rows: readonly BookingRow[]): Promise<Set<string>> {
    const ids = [...new Set(rows.map(({ serviceId }) => serviceId))];
    const services = new Map((await db.findBy(BookableServices, { id: In(ids) })).map((one) => [one.id, one]));
    const points = await this.points.placesById(rows.map(({ pointId }) => pointId));
    const calendar = await this.times.calendar();
    const isBroken = (row: BookingRow) => {
      const point = points.get(row.pointId);
      const { settings } = services.get(row.serviceId)!;
      return point !== undefined && this.times.brokenBy(row, settings, point, calendar) !== null;
    };
    return new Set(rows.filter(isBroken).map(({ id }) => id));
  }

  private async inWords(db: EntityManager, row: BookingRow) {
    const service = await db.findOneByOrFail(BookableServices, { id: row.serviceId });
    const point = (await this.points.placesById([row.pointId])).get(row.pointId);
    const window = point?.windows.find(({ id }) => id === service.settings.windowId)?.name ?? '';
    return { what: `预约：${service.name}`, place: `${point?.name ?? '服务点'}${window}` };
  }

  private async say(
    db: EntityManager,
    row: BookingRow,
    saying: Pick<ToRemind, 'cause' | 'occasion' | 'when' | 'what' | 'words' | 'people' | 'link'>,
  ): Promise<void> {
    const subject = { kind: BOOKING, id: row.id, unitId: null };
    await this.reminders.remind(db, [{ ...saying, subject, source: SOURCE, dueOn: row.day }]);
  }
}

/** Read by the account it was made with: no key need stand in a message. */
const ownLink = ({ id }: BookingRow): string => `/pages/appointments/booking/index?id=${id}`;
