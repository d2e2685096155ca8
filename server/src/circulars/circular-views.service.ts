import { Injectable } from '@nestjs/common';
import { Brackets, In, type EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { Circular } from '@county/shared/circulars/circular';
import { canReadCircular, newsSince, thirtyDaysFrom } from '@county/shared/circulars/circular-rules';
import type {
  CircularItemView,
  CircularSummary,
  CircularView,
  ReceiptView,
} from '@county/shared/circulars/circular-views';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { leads, overseesAll, reaches, scopeOf } from '@county/shared/people/scope';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import { Download } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { LateLines } from '../tasks/lines/late-lines.service.ts';
import {
  CircularItems,
  CircularReceipts,
  Circulars,
  Objections,
  type CircularItemRow,
  type ObjectionRow,
} from './circulars.tables.ts';

/** At the top of the file: within a decorated class the compiler leaves `.ts` in an address that is imported late. */
const loadCircularDocx = () => import('./circular-docx.ts');

/** Circulars as those who may read them see them. */
@Injectable()
export class CircularViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly units: OrgUnitsService,
    private readonly lines: LateLines,
  ) {}

  /** The newest first: to overseers all but what was given up, to others what is issued to them. */
  list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<CircularSummary>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Circulars, 'circular')
        .where("circular.state <> 'withdrawn'")
        .orderBy('circular.draftedAt', 'DESC')
        .addOrderBy('circular.id', 'DESC')
        .limit(limit + 1);
      const unitIds = scopeOf(actor);
      if (unitIds) query.andWhere(readableTo(actor, unitIds));
      const before = readTimeCursor(cursor);
      if (before)
        query.andWhere('(circular.draftedAt < :at OR (circular.draftedAt = :at AND circular.id < :id))', before);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1)! : undefined;
      return {
        items: await this.summaries(db, actor, shown),
        next: last ? timeCursor({ at: last.draftedAt, id: last.id }) : null,
      };
    });
  }

  read(actor: Actor, circularId: string): Promise<CircularView> {
    return this.database.read(async (db) => {
      const circular = await db.findOneBy(Circulars, { id: circularId });
      if (!circular) throw notFound('这份通报');
      return this.view(db, actor, circular);
    });
  }

  /** As a Word document, to be printed under the office's own head. */
  async download(actor: Actor, circularId: string): Promise<Download> {
    const circular = await this.read(actor, circularId);
    const { circularDocx } = await loadCircularDocx();
    const bytes = await circularDocx(circular);
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return new Download(bytes, mediaType, `${circular.title}.docx`);
  }

  /** 404 for whom it does not concern. */
  async view(db: EntityManager, actor: Actor, circular: Circular): Promise<CircularView> {
    const items = await this.itemsOf(db, circular.id);
    if (!this.isReadable(circular, items, actor)) throw notFound('这份通报');
    const unit = await this.units.find(circular.unitId);
    return {
      ...circular,
      unitName: unit?.name ?? '',
      breakdownTitle: await this.lines.breakdownTitle(db, circular.breakdownId),
      items: await this.itemViews(db, actor, circular, items),
      receipts: await this.receiptViews(db, actor, circular, items),
    };
  }

  itemsOf(db: EntityManager, circularId: string): Promise<CircularItemRow[]> {
    return db.find(CircularItems, { where: { circularId }, order: { position: 'ASC' } });
  }

  /** Whether any of the items' ids is another circular's. */
  hasItems(db: EntityManager, items: readonly CircularItemRow[]): Promise<boolean> {
    return db.existsBy(CircularItems, { id: In(items.map(({ id }) => id)) });
  }

  isReadable(circular: Circular, items: readonly CircularItemRow[], actor: Actor): boolean {
    const unitIds = items.map(({ unitId }) => unitId);
    return canReadCircular(circular, unitIds, actor);
  }

  /** For lines and the due day they missed, the issued circular that names them for it. */
  async namedIn(db: EntityManager, assignmentIds: readonly string[]): Promise<Map<string, string>> {
    if (!assignmentIds.length) return new Map();
    const rows = await db
      .createQueryBuilder(CircularItems, 'item')
      .innerJoin(Circulars.options.name, 'circular', "circular.id = item.circularId AND circular.state = 'issued'")
      .leftJoin(Objections.options.name, 'objection', 'objection.itemId = item.id')
      .select('item.assignmentId', 'assignmentId')
      .addSelect('item.dueOn', 'dueOn')
      .addSelect('circular.documentNumber', 'documentNumber')
      .where('item.assignmentId IN (:...assignmentIds)', { assignmentIds })
      .andWhere("(objection.outcome IS NULL OR objection.outcome <> 'revoked')")
      .getRawMany<{ assignmentId: string; dueOn: string; documentNumber: string }>();
    return new Map(rows.map(({ assignmentId, dueOn, documentNumber }) => [`${assignmentId} ${dueOn}`, documentNumber]));
  }

  private async summaries(db: EntityManager, actor: Actor, circulars: Circular[]): Promise<CircularSummary[]> {
    if (!circulars.length) return [];
    const ids = { ids: circulars.map(({ id }) => id) };
    const items = await db
      .createQueryBuilder(CircularItems, 'item')
      .select('item.circularId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where('item.circularId IN (:...ids)', ids)
      .groupBy('item.circularId')
      .getRawMany<{ id: string; count: unknown }>();
    const waiting = await db
      .createQueryBuilder(Objections, 'objection')
      .select('objection.circularId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where('objection.circularId IN (:...ids) AND objection.outcome IS NULL', ids)
      .groupBy('objection.circularId')
      .getRawMany<{ id: string; count: unknown }>();
    const names = await this.unitNames(db, circulars);
    const countIn = (rows: { id: string; count: unknown }[], id: string) =>
      Number(rows.find((row) => row.id === id)?.count ?? 0);
    return circulars.map((circular) => ({
      ...circular,
      itemCount: countIn(items, circular.id),
      unitNames: names.get(circular.id) ?? [],
      waitingObjections: overseesAll(actor) ? countIn(waiting, circular.id) : null,
    }));
  }

  /** The units each names, in its order. */
  private async unitNames(db: EntityManager, circulars: readonly Circular[]): Promise<Map<string, string[]>> {
    const rows = await db.find(CircularItems, {
      where: { circularId: In(circulars.map(({ id }) => id)) },
      order: { circularId: 'ASC', position: 'ASC' },
    });
    const names = new Map<string, string[]>();
    for (const { circularId, facts } of rows)
      names.set(circularId, [...new Set([...(names.get(circularId) ?? []), facts.unitName])]);
    return names;
  }

  private async itemViews(
    db: EntityManager,
    actor: Actor,
    circular: Circular,
    items: CircularItemRow[],
  ): Promise<CircularItemView[]> {
    const objections = new Map(
      (await db.findBy(Objections, { circularId: circular.id })).map((objection) => [objection.itemId, objection]),
    );
    const lines =
      circular.state === 'submitted'
        ? await this.lines.find(
            db,
            circular.breakdownId,
            items.map(({ assignmentId }) => assignmentId),
          )
        : undefined;
    const calendar = await this.calendar.calendar();
    // What is decided has no day left that a notice could move.
    const provisional = ({ outcome, madeAt }: ObjectionRow) =>
      outcome === null && thirtyDaysFrom(calendar, shanghaiDay(madeAt)).provisional;
    return items.map((item) => {
      const objection = objections.get(item.id) ?? null;
      const line = lines?.get(item.assignmentId);
      const isSeen = objection && seesUnit(circular, item.unitId, actor);
      return {
        ...item,
        changed: (line && newsSince(item.facts, line)) ?? null,
        outcome: objection?.outcome ?? null,
        correctedWords: objection?.correctedWords ?? null,
        objection: isSeen ? { ...objection, provisional: provisional(objection) } : null,
      };
    });
  }

  private async receiptViews(
    db: EntityManager,
    actor: Actor,
    circular: Circular,
    items: CircularItemRow[],
  ): Promise<ReceiptView[]> {
    if (circular.state !== 'issued') return [];
    const calendar = await this.calendar.calendar();
    const today = this.clock.today();
    const receipts = await db.findBy(CircularReceipts, { circularId: circular.id });
    const units = await this.units.byId();
    const unitIds = [...new Set(items.map(({ unitId }) => unitId))].filter((unitId) =>
      seesUnit(circular, unitId, actor),
    );
    return unitIds.map((unitId) => {
      const unitName = units.get(unitId)?.name ?? '';
      const receipt = receipts.find((one) => one.unitId === unitId);
      if (!receipt) return { unitId, unitName, objectUntil: null, provisional: false };
      const isOpen = receipt.objectUntil >= today;
      return { ...receipt, unitName, provisional: isOpen && thirtyDaysFrom(calendar, receipt.receivedOn).provisional };
    });
  }
}

/** Receipts and objections: the unit's and those above it, overseers', and the head's whose office issued it. */
const seesUnit = (circular: Circular, unitId: string, actor: Actor): boolean =>
  reaches(actor, unitId) || leads(actor, circular.unitId);

/** `canReadCircular` as SQL: what an office makes is its lead's too, the rest is what was issued to the units. */
function readableTo(actor: Actor, unitIds: readonly string[]): Brackets {
  const named = `EXISTS (SELECT 1 FROM circular_item item WHERE item.circularId = circular.id AND item.unitId IN (:...unitIds))`;
  const issued = `(circular.state = 'issued' AND (circular.readers = 'all-units' OR ${named}))`;
  const own = actor.role === 'unit-lead' ? ' OR circular.unitId IN (:...unitIds)' : '';
  return new Brackets((either) => either.where(`(${issued}${own})`, { unitIds }));
}
