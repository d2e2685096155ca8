import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { atHour, dayInWords, shanghaiTime, type Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder, WaitingItem } from '@county/shared/reminders/reminder';
import { Clock } from '../../clock/clock.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { Posts } from '../../people/posts.service.ts';
import { Inbox } from '../../reminders/inbox.service.ts';
import { DIGEST, RemindersService, type ReminderSource, type ToRemind } from '../../reminders/reminders.service.ts';
import { HomeVisitRequests, HomeVisits, type HomeVisitRequestRow, type HomeVisitRow } from './home-visits.tables.ts';
import { HomeVisitOffers } from './offers.service.ts';

const SOURCE = 'home-visits';
const HOUR = 9;

const askedCause = ({ id, unitId }: Pick<HomeVisitRequestRow, 'id' | 'unitId'>) => `home-visit:${id}:${unitId}`;
const offCause = ({ id }: Pick<HomeVisitRow, 'id'>) => `home-visit-off:${id}`;
const dayCause = ({ unitId, day }: Pick<HomeVisitRow, 'unitId' | 'day'>) => `home-visits:${unitId}:${day}`;
/** Of the day's cause, or of what was put on the day's plan later, which ends in the first visit's id. */
const dayOf = (cause: string) => cause.slice(0, cause.lastIndexOf(':'));
const changedCause = (id: string, changeId: string) => `home-visit-changed:${id}:${changeId}`;

const planLink = (day: Day) => `/pages/appointments/home-visits/plan/index?day=${day}`;

/** Tells a unit that somebody has asked, and whoever goes of tomorrow's visits. No name and no door leaves the house. */
@Injectable()
export class VisitNotices implements ReminderSource, OnModuleInit {
  readonly canWait = true;

  constructor(
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly posts: Posts,
    private readonly inbox: Inbox,
    private readonly reminders: RemindersService,
    private readonly offers: HomeVisitOffers,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(SOURCE, this);
    this.inbox.onWaiting(toTriage);
  }

  async asked(db: EntityManager, row: HomeVisitRequestRow): Promise<void> {
    const posts = await this.posts.inUnits(db, [row.unitId], ['officer', 'unit-lead']);
    const village = (await this.units.find(row.villageId))?.name ?? '';
    const name = (await this.offers.names(db, [row.serviceId])).get(row.serviceId) ?? '';
    const saying: ToRemind = {
      subject: { kind: 'home-visit-request', id: row.id, unitId: row.unitId },
      source: SOURCE,
      cause: askedCause(row),
      people: [...new Set(posts.map(({ personId }) => personId))],
      when: this.clock.now(),
      what: `上门服务申请：${name}`,
      words: `${village}有人申请“${name}”，申请号 ${row.number}，请受理`,
      link: `/pages/appointments/home-visits/triage/index?id=${row.id}`,
      // Short: a slot is an occasion and a person in at most 120 signs.
      occasion: `home-visit:${row.id}`,
    };
    await this.reminders.remind(db, [saying]);
  }

  stop(db: EntityManager, id: string): Promise<void> {
    return this.reminders.stop(db, [id]);
  }

  /** Once a day and person: so many doors. With the day's digest, or at once when that has gone out. */
  async visitsAhead(db: EntityManager, visits: readonly HomeVisitRow[], today: Day): Promise<number> {
    const isPast = Number(shanghaiTime(this.clock.now()).slice(0, 2)) >= HOUR;
    const byPerson = new Map<string, HomeVisitRow[]>();
    for (const visit of visits) {
      const key = `${visit.unitId} ${visit.day} ${visit.assigneeId}`;
      byPerson.set(key, [...(byPerson.get(key) ?? []), visit]);
    }
    const sayings: ToRemind[] = [];
    for (const some of byPerson.values()) {
      const [{ id, unitId, day, assigneeId }] = some as [HomeVisitRow, ...HomeVisitRow[]];
      const onPlan = await db.countBy(HomeVisits, { unitId, day, assigneeId, state: 'planned' });
      const doors = onPlan > some.length ? `又加了 ${some.length} 户，一共 ${onPlan} 户` : `${some.length} 户`;
      sayings.push({
        subject: { kind: 'home-visit', id, unitId },
        source: SOURCE,
        cause: `${dayCause({ unitId, day })}:${id}`,
        people: [assigneeId],
        when: isPast ? this.clock.now() : atHour(today, HOUR),
        what: `上门服务：${dayInWords(day, today)}`,
        words: `${dayInWords(day, today)}您要上门 ${doors}，请看路线；没有信号的地方先打开一遍或打印`,
        link: planLink(day),
        dueOn: day,
        occasion: isPast ? `home-visits:${id}` : DIGEST,
      });
    }
    return this.reminders.remind(db, sayings);
  }

  /** Whoever was to go hears at once that one door is left out: nobody climbs a hill in vain. */
  async calledOff(db: EntityManager, visit: HomeVisitRow, number: string | null): Promise<void> {
    const { id, unitId, day, assigneeId } = visit;
    const when = dayInWords(day, this.clock.today());
    const saying: ToRemind = {
      subject: { kind: 'home-visit', id, unitId },
      source: SOURCE,
      cause: offCause(visit),
      people: [assigneeId],
      when: this.clock.now(),
      what: `上门服务少一户：${when}`,
      words: `${number ? `申请号 ${number} 由申请人撤回了` : '有一户不再要上门服务'}，${when}这一户不用去；路线已经重排`,
      link: planLink(day),
      occasion: offCause(visit),
    };
    await this.reminders.remind(db, [saying]);
  }

  /** Once a day is planned, whoever goes hears what the one who asked has changed: nobody stands at a shut door. */
  async askedOtherwise(db: EntityManager, row: HomeVisitRequestRow, changeId: string): Promise<void> {
    const visit = row.visitId && (await db.findOneBy(HomeVisits, { id: row.visitId }));
    if (!visit) return;
    const when = dayInWords(visit.day, this.clock.today());
    const saying: ToRemind = {
      subject: { kind: 'home-visit', id: visit.id, unitId: visit.unitId },
      source: SOURCE,
      cause: changedCause(visit.id, changeId),
      people: [visit.assigneeId],
      when: this.clock.now(),
      what: `上门服务有变动：${when}`,
      words: `申请号 ${row.number} 改了方便的日子、地址或要办的事，${when}去之前请看一下`,
      link: planLink(visit.day),
      occasion: `home-visit-changed:${changeId}`,
    };
    await this.reminders.remind(db, [saying]);
  }

  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const idsOf = (kind: string) => reminders.flatMap((one) => (one.subjectKind === kind ? [one.subjectId] : []));
    const open = await db.findBy(HomeVisitRequests, { id: In(idsOf('home-visit-request')), state: 'asked' });
    const first = await db.findBy(HomeVisits, { id: In(idsOf('home-visit')) });
    const days = first.map(({ unitId, day }) => ({ unitId, day, state: In(['planned', 'on-the-way']) }));
    const ahead = days.length ? await db.find(HomeVisits, { where: days }) : [];
    // News of a door left out is news until its day is over.
    const off = first.filter(({ day }) => day >= this.clock.today());
    const causes = new Set([...open.map(askedCause), ...ahead.map(dayCause), ...off.map(offCause)]);
    const comingIds = new Set(off.filter(({ state }) => state === 'planned').map(({ id }) => id));
    const stands = ({ cause, subjectId }: Reminder) =>
      causes.has(cause) ||
      causes.has(dayOf(cause)) ||
      (cause.startsWith('home-visit-changed:') && comingIds.has(subjectId));
    return new Set(reminders.filter(stands).map(({ id }) => id));
  }
}

async function toTriage(db: EntityManager, { role, unitId }: Actor): Promise<WaitingItem[]> {
  if (!unitId || (role !== 'officer' && role !== 'unit-lead')) return [];
  const count = await db.countBy(HomeVisitRequests, { unitId, state: 'asked' });
  const link = '/pages/appointments/home-visits/requests/index';
  return count ? [{ kind: 'home-visits-to-triage', count, words: `${count} 件上门服务申请等着受理`, link }] : [];
}
