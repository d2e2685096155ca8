import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { addDays, atHour, dateInWords, weekday, type Day } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { EventContent } from '@county/shared/public-events/event-content';
import { eventDataFaults, eventDataScan, eventFaults } from '@county/shared/public-events/event-faults';
import { eventSeeds, near, type EventSeed } from '@county/seeds/public-events';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-row.ts';
import { actorOf, type SeededPerson } from '../people/people-seeding.service.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { WritingMoves } from '../writings/writing-moves.service.ts';
import { newWriting } from '../writings/writings.service.ts';
import { signUpsOf } from './demo-sign-ups.ts';
import { outcomeOf, REVIEW, type Cast } from './demo-outcomes.ts';
import { EventPlanItems, EventQuestions, EventRecords, EventRecordVersions } from './event-outcomes.tables.ts';
import { factsOf, UNPUBLISHED } from './events.service.ts';
import {
  Attendees,
  EventPools,
  Events,
  EventVersions,
  SignUps,
  type AttendeeRow,
  type EventPool,
  type EventRow,
  type EventVersionRow,
  type SignUpRow,
} from './public-events.tables.ts';

const HOUR_MS = 3_600_000;

interface Made {
  row: EventRow;
  version: EventVersionRow | null;
  pool: EventPool | null;
  signUps: SignUpRow[];
  attendees: AttendeeRow[];
}

/** A year of the demo county's open days and meetings, as its officers wrote them and others let them out. */
@Injectable()
export class DemoEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: PhoneCipher,
    private readonly moves: WritingMoves,
  ) {}

  async seed(units: readonly OrgUnit[], people: readonly SeededPerson[]): Promise<void> {
    const made = eventSeeds.map((seed, at) => {
      const unitId = units.find(({ name }) => name === seed.unitName)!.id;
      const cast = castOf(unitId, people);
      const event = this.event(seed, at, unitId, cast);
      return { seed, cast, event, outcome: outcomeOf(seed, event, cast, { moves: this.moves, units }) };
    });
    const items = made.map(({ event: { row } }, at) => planItemOf(row, eventSeeds[at]!));
    await this.database.work(async (db) => {
      await insertRows(
        db,
        Events,
        made.map(({ event }) => event.row),
      );
      await insertRows(
        db,
        EventVersions,
        made.flatMap(({ event }) => event.version ?? []),
      );
      await insertRows(
        db,
        EventPools,
        made.flatMap(({ event }) => event.pool ?? []),
      );
      await insertRows(
        db,
        SignUps,
        made.flatMap(({ event }) => event.signUps),
      );
      await insertRows(
        db,
        Attendees,
        made.flatMap(({ event }) => event.attendees),
      );
      await insertRows(
        db,
        EventRecords,
        made.flatMap(({ outcome }) => outcome.record ?? []),
      );
      await insertRows(
        db,
        EventRecordVersions,
        made.flatMap(({ outcome }) => outcome.version ?? []),
      );
      await insertRows(
        db,
        EventQuestions,
        made.flatMap(({ outcome }) => outcome.questions),
      );
      await insertRows(
        db,
        EventPlanItems,
        items.flatMap((item) => item ?? []),
      );
    });
  }

  private event(seed: EventSeed, at: number, unitId: string, { author, reviewer }: Cast): Made {
    const day = workday(addDays(this.clock.today(), seed.inDays));
    const content = this.content(seed, at, day, author);
    const writtenOn = earlier(addDays(day, -24), addDays(this.clock.today(), -1));
    const sent = { id: newId(), unitId, content };
    const draft = newWriting(author, sent, { ...UNPUBLISHED, planItemId: newId() }, atHour(writtenOn, 10));
    const none = { version: null, pool: null, signUps: [], attendees: [] };
    if (seed.state === 'draft') return { row: draft, ...none };
    const proposed: EventRow = { ...draft, state: 'proposed', revision: 2 };
    if (seed.state === 'proposed') return { row: proposed, ...none };
    const publishedAt = atHour(writtenOn, 15);
    const version = this.moves.versionOf(actorOf(reviewer), proposed, REVIEW, {
      changed: [],
      initials: initialsOf(content.title),
      personalDataScan: eventDataScan(content),
      publishedAt,
    });
    const { personId: savedBy, name: savedByName } = reviewer;
    const isCancelled = seed.state === 'cancelled';
    const row: EventRow = {
      ...proposed,
      ...factsOf(content),
      savedBy,
      savedByName,
      savedAt: publishedAt,
      revision: 3,
      state: isCancelled ? 'withdrawn' : 'published',
      publishedVersion: 1,
      publishedAt,
      withdrawnReason: isCancelled ? '驿道有一段塌方，正在抢修，修好后另行公告' : null,
      withdrawnAt: isCancelled ? atHour(addDays(this.clock.today(), -1), 16) : null,
    };
    return { version, ...signUpsOf(seed, row, { cipher: this.cipher, now: this.clock.now() }) };
  }

  private content(seed: EventSeed, at: number, day: Day, author: SeededPerson): EventContent {
    const { kind, subject, title, intro } = seed;
    const opensAt = atHour(addDays(day, -24), 9);
    const closesAt = new Date(
      Date.parse(atHour(addDays(day, kind === 'hearing' ? -8 : -2), 0)) + 17 * HOUR_MS,
    ).toISOString();
    const township = /[镇乡道]$/.test(seed.unitName) ? seed.unitName : '城关街道';
    const content = EventContent.parse({
      title,
      kind,
      subject,
      intro,
      programme: [
        { time: '09:00', words: '签到，介绍今天的安排' },
        { time: '09:20', words: kind === 'open-day' ? '参观讲解，动手体验' : '依次发言' },
        { time: '10:30', words: '提问和答复' },
      ],
      sessions: [{ key: newId(), name: '', day, from: '09:00', to: '11:30' }],
      place: { pointId: null, words: seed.place, position: near(township, 60 + (at % 7) * 25, 40 + (at % 5) * 30) },
      groups: [{ key: newId(), name: '居民', who: '住在本县的居民都可以来', seats: seed.seats }],
      signUp: {
        opensAt,
        closesAt,
        withdrawHours: 24,
        mostPeople: 5,
        fields: [],
        draw: seed.isDraw
          ? {
              seedSource: `${dateInWords(addDays(day, -2))}全国性彩票公布的当期中奖号码（七位数字连写）`,
              drawnOn: addDays(day, -1),
            }
          : null,
      },
      bring: '',
      accessibility: at % 3 === 0 ? '' : '门口有坡道，可借轮椅',
      contact: { name: author.name, post: '', phone: `0800-55${String(12000 + at).padStart(5, '0')}` },
      streamUrl: null,
      attachments: [],
      hearing: kind === 'hearing' ? { papersBy: addDays(day, -7), speakingMinutes: 5, rules: '' } : null,
    });
    const faults = [
      ...eventDataFaults(content),
      ...(seed.inDays > 0 ? eventFaults(content, this.clock.now(), null) : []),
    ];
    if (faults.length) throw new Error(`${title}: ${faults.map(({ message }) => message).join('; ')}`);
    return content;
  }
}

/** What the unit had planned for the month; some events came besides. */
function planItemOf({ unitId, planItemId, content, writtenBy }: EventRow, { kind }: EventSeed) {
  if (!planItemId) return null;
  const [year, month] = content.sessions[0]!.day.split('-').map(Number) as [number, number];
  return {
    id: planItemId,
    unitId,
    year,
    month,
    kind,
    theme: content.title,
    version: 1,
    addedBy: writtenBy,
    lastChangeId: planItemId,
  };
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** Events are on days of the week on which people work. */
function workday(day: Day): Day {
  const at = weekday(day);
  return at === 6 ? addDays(day, 2) : at === 0 ? addDays(day, 1) : day;
}

/** An officer of the unit writes, its lead reviews; where it has none, a supervisor. */
function castOf(unitId: string, people: readonly SeededPerson[]): Cast {
  const own = people.filter((person) => person.unitId === unitId && person.role !== 'administrator');
  const supervisor = people.find(({ key }) => key === 'supervisor')!;
  const author = own.find(({ role }) => role === 'officer') ?? own[0] ?? supervisor;
  const lead = own.find((person) => person.role === 'unit-lead' && person !== author);
  return { author, reviewer: lead ?? people.find(({ key }) => key === 'supervisor-open-office')! };
}
