import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { isValidOn } from '@county/shared/org-units/org-unit';
import { canOffer } from '@county/shared/appointments/home-visits/home-visit-rules';
import type {
  HomeVisitServiceChange,
  HomeVisitServiceView,
  NewHomeVisitService,
  PublicHomeVisitService,
} from '@county/shared/appointments/home-visits/home-visit-service';
import type { FieldIssue } from '@county/shared/http/problem';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import { refused } from '@county/shared/verdict';
import { personalDataIssue } from '@county/shared/tasks/public/personal-data-scan';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { readIdCursor } from '../../http/page-cursor.ts';
import { demand, idTaken, invalidField, invalidInput, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { HomeVisitServices, type HomeVisitServiceRow } from './home-visits.tables.ts';
import { SealedPeople } from './sealed-people.service.ts';

const KIND = 'home-visit-service';

/** What is done at people's homes, by which unit, in which villages. */
@Injectable()
export class HomeVisitOffers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly people: SealedPeople,
  ) {}

  /** What is offered, of one village or of all; a county has some dozens. */
  async listPublic(villageId: string | undefined, page: PageQuery): Promise<Page<PublicHomeVisitService>> {
    const rows = await this.database.read((db) => db.find(HomeVisitServices, { order: { id: 'ASC' } }));
    const there = rows.filter(
      ({ withdrawnReason, villageIds }) => !withdrawnReason && (!villageId || villageIds.includes(villageId)),
    );
    return pageOfRows(await Promise.all(there.map((row) => this.publicView(row))), page);
  }

  async getPublic(id: string): Promise<PublicHomeVisitService> {
    return this.publicView(await this.database.read((db) => this.there(db, id)));
  }

  async list(actor: Actor, page: PageQuery): Promise<Page<HomeVisitServiceView>> {
    const scope = scopeOf(actor);
    const where = scope ? { unitId: In([...scope]) } : {};
    const rows = await this.database.read((db) => db.find(HomeVisitServices, { where, order: { id: 'ASC' } }));
    return pageOfRows(await Promise.all(rows.map((row) => this.view(row))), page);
  }

  /** One that is offered still. */
  async there(db: EntityManager, id: string): Promise<HomeVisitServiceRow> {
    const row = await db.findOneBy(HomeVisitServices, { id });
    if (!row || row.withdrawnReason) throw notFound('这项上门服务', '可能已经停办，请看看其他事项或打电话问');
    return row;
  }

  /** What other units offer in a village. */
  async covering(db: EntityManager, villageId: string, exceptUnitId: string): Promise<HomeVisitServiceRow[]> {
    const rows = await db.find(HomeVisitServices, { order: { id: 'ASC' } });
    return rows.filter(
      (row) => !row.withdrawnReason && row.unitId !== exceptUnitId && row.villageIds.includes(villageId),
    );
  }

  /** Names by id, of those offered no more too. */
  async names(db: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    if (!ids.length) return new Map();
    const rows = await db.findBy(HomeVisitServices, { id: In([...new Set(ids)]) });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async offer(actor: Actor, service: NewHomeVisitService) {
    const said = this.people.said(service);
    await this.demandVillages(service.villageIds);
    demandClean(service);
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(HomeVisitServices, { id: service.id });
      if (earlier && !said.includes(earlier.said)) throw idTaken();
      if (earlier) return new Repeated(await this.view(earlier));
      await this.units.get(service.unitId);
      demand(canOffer(actor, service.unitId));
      const saved = { said: said[0], lastChangeId: service.id, savedAt: this.clock.now() };
      const row: HomeVisitServiceRow = { ...service, ...saved, version: 1, withdrawnReason: null };
      await db.insert(HomeVisitServices, row);
      const act = { action: 'offerHomeVisitService' as const, subjectKind: KIND, subjectId: row.id };
      await this.audit.record(db, actor, act);
      return this.view(row);
    });
  }

  async change(actor: Actor, serviceId: string, { id, onVersion, ...facts }: HomeVisitServiceChange) {
    await this.demandVillages(facts.villageIds);
    demandClean(facts);
    return this.database.work(async (db) => {
      const row = await this.own(db, actor, serviceId);
      if (row.lastChangeId === id) return new Repeated(await this.view(row));
      if (row.version !== onVersion)
        demand(refused('wrong-state', '这个事项在您打开之后被别人改过，请看过新的内容再改'));
      const version = row.version + 1;
      return this.save(db, actor, row, { ...facts, version, withdrawnReason: null, lastChangeId: id });
    });
  }

  withdraw(actor: Actor, serviceId: string, { id, reason }: { id: string; reason: string }) {
    return this.database.work(async (db) => {
      const row = await this.own(db, actor, serviceId);
      if (row.lastChangeId === id) return new Repeated(await this.view(row));
      return this.save(db, actor, row, { withdrawnReason: reason, version: row.version + 1, lastChangeId: id });
    });
  }

  private async save(
    db: EntityManager,
    actor: Actor,
    row: HomeVisitServiceRow,
    change: Partial<HomeVisitServiceRow>,
  ): Promise<HomeVisitServiceView> {
    const changed = { ...change, savedAt: this.clock.now() };
    await db.update(HomeVisitServices, { id: row.id }, changed);
    const action = change.withdrawnReason ? 'withdrawHomeVisitService' : 'changeHomeVisitService';
    await this.audit.record(db, actor, { action, subjectKind: KIND, subjectId: row.id });
    return this.view({ ...row, ...changed });
  }

  private async own(db: EntityManager, actor: Actor, id: string): Promise<HomeVisitServiceRow> {
    const row = await this.database.findForChange(db, HomeVisitServices, { id });
    if (!row || !canOffer(actor, row.unitId).allowed) throw notFound('这项上门服务');
    return row;
  }

  private async demandVillages(villageIds: readonly string[]): Promise<void> {
    const units = await this.units.byId();
    const today = this.clock.today();
    const isVillage = (id: string) => {
      const unit = units.get(id);
      return unit !== undefined && ['village', 'community'].includes(unit.kind) && isValidOn(unit, today);
    };
    if (!villageIds.every(isVillage)) throw invalidField('villageIds', '服务范围里有不存在的村（社区），请重新选择');
  }

  private async publicView(row: HomeVisitServiceRow): Promise<PublicHomeVisitService> {
    const units = await this.units.byId();
    const unit = units.get(row.unitId);
    return {
      ...row,
      unitName: unit?.name ?? '',
      officePhone: unit?.officePhone ?? null,
      villages: row.villageIds.map((id) => ({ id, name: units.get(id)?.name ?? '' })),
    };
  }

  private async view(row: HomeVisitServiceRow): Promise<HomeVisitServiceView> {
    const { version, withdrawnReason } = row;
    return { ...(await this.publicView(row)), version, withdrawnReason };
  }
}

/** What is public at once holds nobody's number (rules U5). */
function demandClean({
  name,
  forWhom,
  needed,
  course,
}: Record<'name' | 'forWhom' | 'needed' | 'course', string>): void {
  const issues: FieldIssue[] = Object.entries({ name, forWhom, needed, course }).flatMap(([field, words]) =>
    personalDataIssue([field], words),
  );
  if (issues.length) throw invalidInput(issues);
}

function pageOfRows<Row extends { id: string }>(rows: readonly Row[], { limit, cursor }: PageQuery): Page<Row> {
  const last = readIdCursor(cursor);
  const after = last ? rows.filter(({ id }) => id > last) : rows;
  const items = after.slice(0, limit);
  return { items, next: after.length > limit ? items.at(-1)!.id : null };
}
