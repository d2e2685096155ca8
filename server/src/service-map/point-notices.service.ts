import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { CORRECTION_SUBJECT_LABELS } from '@county/shared/service-map/point-correction';
import { isCheckDue } from '@county/shared/service-map/point-rules';
import type { Reminder } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { DIGEST, RemindersService, type ReminderSource, type ToRemind } from '../reminders/reminders.service.ts';
import { PointPeople } from './point-people.service.ts';
import { PointCorrections, ServicePoints, type PointCorrectionRow, type PointRow } from './service-map.tables.ts';

const SOURCE = 'service-map';
const POINT = 'service-point';
const CORRECTION = 'point-correction';
const PLACE = 'withdrawn-place';

/** Names that a point's check fell due; the next one is another cause. */
const checkCause = ({ id, checkedOn }: Pick<PointRow, 'id' | 'checkedOn'>) =>
  `point:${id}:check:${checkedOn ?? 'never'}`;

/** Names that the place a point stands in was withdrawn, in that version of the place. */
const placeCause = (id: string, place: Pick<PointRow, 'id' | 'version'>) =>
  `point:${id}:place:${place.id}:${place.version}`;

/** Tells a unit's people of its points: that an error was reported, a check is due, or the place it stands in has gone. */
@Injectable()
export class PointNotices implements ReminderSource, OnModuleInit {
  readonly canWait = true;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly people: PointPeople,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(SOURCE, this);
  }

  /** At once, within the unit of work that takes the correction in. */
  async correctionReported(
    db: EntityManager,
    { id, subject, words }: PointCorrectionRow,
    { unitId, name }: Pick<PointRow, 'unitId' | 'name'>,
  ): Promise<void> {
    const saying: ToRemind = {
      subject: { kind: CORRECTION, id, unitId },
      source: SOURCE,
      cause: `correction:${id}`,
      people: await this.people.ofUnit(db, unitId),
      when: this.clock.now(),
      what: `群众纠错：${name}`,
      words: `${CORRECTION_SUBJECT_LABELS[subject]}：${words}。请核实后答复`,
      link: '/pages/service-map/corrections/index',
      occasion: `correction:${id}`,
    };
    await this.reminders.remind(db, [saying]);
  }

  /** With the digest that goes out at `when`. Answers how many reminders are new. */
  async checksDue(db: EntityManager, rows: readonly PointRow[], when: string): Promise<number> {
    const months = this.settings.POINT_CHECK_MONTHS;
    const sayings: ToRemind[] = [];
    for (const row of rows)
      sayings.push({
        subject: { kind: POINT, id: row.id, unitId: row.unitId },
        source: SOURCE,
        cause: checkCause(row),
        people: await this.people.ofUnit(db, row.unitId),
        when,
        what: `核对服务点：${row.name}`,
        words: row.checkedOn
          ? `上次核对是 ${row.checkedOn}，已满 ${months} 个月，请看一遍电话、时间、位置还对不对`
          : '还没有核对过，请看一遍电话、时间、位置对不对',
        link: `/pages/service-map/check/index?id=${row.id}`,
        occasion: DIGEST,
      });
    return this.reminders.remind(db, sayings);
  }

  /** To those who keep what stands in a place that another unit withdraws, in the version it has then. */
  async placeWithdrawn(db: EntityManager, place: PointRow, inside: readonly PointRow[]): Promise<void> {
    const sayings: ToRemind[] = [];
    for (const { id, name, unitId } of inside)
      sayings.push({
        subject: { kind: PLACE, id: place.id, unitId },
        source: SOURCE,
        cause: placeCause(id, place),
        people: await this.people.ofUnit(db, unitId),
        when: this.clock.now(),
        what: `所在场所已撤下：${name}`,
        words: `${name}设在${place.name}里，它已经撤下。请改写地址和“所在场所”，不再办的请撤下`,
        link: `/pages/service-map/edit/index?id=${id}`,
        occasion: `place:${place.id}:${place.version}`,
      });
    if (sayings.length) await this.reminders.remind(db, sayings);
  }

  /** Nothing is left to be told of a point that was checked or withdrawn, of a correction that was answered. */
  stop(db: EntityManager, id: string): Promise<void> {
    return this.reminders.stop(db, [id]);
  }

  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const idsOf = (kind: string) => [
      ...new Set(reminders.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []))),
    ];
    const open = await db.findBy(PointCorrections, { id: In(idsOf(CORRECTION)), state: 'open' });
    const rows = await db.find(ServicePoints, {
      select: { id: true, unitId: true, checkedOn: true, withdrawnReason: true },
      where: { id: In(idsOf(POINT)) },
    });
    const [today, months] = [this.clock.today(), this.settings.POINT_CHECK_MONTHS];
    const due = rows.filter((row) => isCheckDue(row, today, months)).map(checkCause);
    const placeless = await withoutPlace(db, idsOf(PLACE));
    const standing = new Set([...open.map(({ id }) => `correction:${id}`), ...due, ...placeless]);
    return new Set(reminders.filter(({ cause }) => standing.has(cause)).map(({ id }) => id));
  }
}

/** The causes of those that still stand in places withdrawn. */
async function withoutPlace(db: EntityManager, placeIds: readonly string[]): Promise<string[]> {
  const places = await db.find(ServicePoints, {
    select: { id: true, version: true },
    where: { id: In([...placeIds]), withdrawnReason: Not(IsNull()) },
  });
  const inside = await db.find(ServicePoints, {
    select: { id: true, insideId: true },
    where: { insideId: In(places.map(({ id }) => id)), withdrawnReason: IsNull() },
  });
  const byId = new Map(places.map((place) => [place.id, place]));
  return inside.map(({ id, insideId }) => placeCause(id, byId.get(insideId!)!));
}
