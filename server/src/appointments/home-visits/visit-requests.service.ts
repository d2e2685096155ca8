import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { maskedPhone } from '@county/shared/people/receipt-code';
import { canTriage, serves } from '@county/shared/appointments/home-visits/home-visit-rules';
import type {
  HomeVisitAcceptance,
  HomeVisitPassing,
  HomeVisitRefusal,
  HomeVisitRequestSummary,
  HomeVisitRequestView,
} from '@county/shared/appointments/home-visits/home-visit-request';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { readTimeCursor, timeCursor } from '../../http/page-cursor.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { Posts } from '../../people/posts.service.ts';
import { ElderCards, HomeVisitRequests, HomeVisits, type HomeVisitRequestRow } from './home-visits.tables.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { SealedPeople, type Said } from './sealed-people.service.ts';
import { VisitNotices } from './visit-notices.service.ts';
import { VisitSteps } from './visit-steps.service.ts';

const PARTS = {
  asked: ['asked'],
  accepted: ['accepted'],
  planned: ['planned', 'on-the-way'],
  settled: ['done', 'declined', 'withdrawn'],
} as const;

type Part = keyof typeof PARTS | 'on-behalf';
type Answered = Promise<HomeVisitRequestView | Repeated<HomeVisitRequestView>>;

/** What the unit that serves does about a request before anybody goes. */
@Injectable()
export class VisitRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly posts: Posts,
    private readonly offers: HomeVisitOffers,
    private readonly people: SealedPeople,
    private readonly steps: VisitSteps,
    private readonly notices: VisitNotices,
  ) {}

  /** Those that wait, the oldest first; those settled and those asked on behalf, the newest first. */
  list(actor: Actor, part: Part, { limit, cursor }: PageQuery): Promise<Page<HomeVisitRequestSummary>> {
    return this.database.read(async (db) => {
      const isNewestFirst = part === 'settled' || part === 'on-behalf';
      const [direction, sign] = isNewestFirst ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
      const query = db
        .createQueryBuilder(HomeVisitRequests, 'request')
        .orderBy('request.askedAt', direction)
        .addOrderBy('request.id', direction)
        .limit(limit + 1);
      if (part === 'on-behalf') query.where('request.askedBy = :personId', { personId: actor.personId });
      else
        query
          .where('request.unitId = :unitId', { unitId: actor.unitId ?? '' })
          .andWhere('request.state IN (:...states)', { states: PARTS[part] });
      const place = readTimeCursor(cursor);
      const after = `(request.askedAt ${sign} :at OR (request.askedAt = :at AND request.id ${sign} :id))`;
      if (place) query.andWhere(after, place);
      const rows = await query.getMany();
      const items = await this.summaries(db, rows.slice(0, limit));
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? timeCursor({ at: last.askedAt, id: last.id }) : null };
    });
  }

  /** A look at one person's door, on record. */
  get(actor: Actor, requestId: string): Promise<HomeVisitRequestView> {
    return this.database.work(async (db) => {
      const row = await db.findOneBy(HomeVisitRequests, { id: requestId });
      if (!row || !serves(actor, row.unitId)) throw notFound('这件上门申请');
      const act = { action: 'readHomeVisitRequest' as const, subjectKind: 'home-visit-request', subjectId: requestId };
      await this.audit.record(db, actor, act);
      return this.view(db, row);
    });
  }

  accept(actor: Actor, requestId: string, body: HomeVisitAcceptance): Answered {
    return this.decide(actor, requestId, body, (db, row, said) =>
      this.settle(db, actor, row, { id: body.id, kind: 'accepted', words: body.words, said }),
    );
  }

  decline(actor: Actor, requestId: string, body: HomeVisitRefusal): Answered {
    const words = `${body.reason}。可以这样办：${body.wayOut}`;
    return this.decide(actor, requestId, body, (db, row, said) =>
      this.settle(db, actor, row, { id: body.id, kind: 'declined', words, said }),
    );
  }

  /** To a unit that offers something in that village; whoever passes it on sees the person no more. */
  passOn(actor: Actor, requestId: string, body: HomeVisitPassing) {
    const { id, serviceId, words } = body;
    const said = this.steps.said(actor, requestId, body);
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, HomeVisitRequests, { id: requestId });
      if (row && (await this.steps.isDone(db, id, said))) return new Repeated(await this.summary(db, row));
      if (!row || !serves(actor, row.unitId)) throw notFound('这件上门申请');
      demand(canTriage(row, 'pass-on'));
      const to = (await this.offers.covering(db, row.villageId, row.unitId)).find((one) => one.id === serviceId);
      if (!to) throw invalidField('serviceId', '那个单位的服务范围不含这个村（社区），请另选一个');
      const target = (await this.units.get(to.unitId)).name;
      const step = { id, kind: 'passed-on', requestId, unitId: row.unitId, said } as const;
      await this.steps.add(db, actor, { ...step, words: `转给${target}：${words}` });
      const moved = { unitId: to.unitId, serviceId, state: 'asked', cardId: null, lastOn: this.clock.today() } as const;
      await db.update(HomeVisitRequests, { id: requestId }, moved);
      await this.notices.stop(db, requestId);
      await this.notices.asked(db, { ...row, ...moved });
      return this.summary(db, { ...row, ...moved });
    });
  }

  private decide(
    actor: Actor,
    requestId: string,
    body: { id: string },
    act: (db: EntityManager, row: HomeVisitRequestRow, said: Said) => Promise<HomeVisitRequestRow>,
  ): Answered {
    const said = this.steps.said(actor, requestId, body);
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, HomeVisitRequests, { id: requestId });
      if (!row || !serves(actor, row.unitId)) throw notFound('这件上门申请');
      if (await this.steps.isDone(db, body.id, said)) return new Repeated(await this.view(db, row));
      return this.view(db, await act(db, row, said));
    });
  }

  private async settle(
    db: EntityManager,
    actor: Actor,
    row: HomeVisitRequestRow,
    { kind, ...step }: { id: string; kind: 'accepted' | 'declined'; words: string; said: Said },
  ): Promise<HomeVisitRequestRow> {
    demand(canTriage(row, kind === 'accepted' ? 'accept' : 'decline'));
    const change = { state: kind, lastOn: this.clock.today() };
    await db.update(HomeVisitRequests, { id: row.id }, change);
    await this.steps.add(db, actor, { ...step, kind, requestId: row.id, unitId: row.unitId });
    await this.notices.stop(db, row.id);
    return { ...row, ...change };
  }

  private async summary(db: EntityManager, row: HomeVisitRequestRow): Promise<HomeVisitRequestSummary> {
    return (await this.summaries(db, [row]))[0]!;
  }

  private async summaries(db: EntityManager, rows: readonly HomeVisitRequestRow[]): Promise<HomeVisitRequestSummary[]> {
    const units = await this.units.byId();
    const names = await this.offers.names(
      db,
      rows.map(({ serviceId }) => serviceId),
    );
    const visitIds = rows.flatMap(({ visitId }) => visitId ?? []);
    const visits = visitIds.length ? await db.findBy(HomeVisits, { id: In(visitIds) }) : [];
    const days = new Map(visits.map(({ id, day }) => [id, day]));
    return rows.map((row) => {
      const told = this.people.told(row.person);
      return {
        ...row,
        serviceName: names.get(row.serviceId) ?? '',
        unitName: units.get(row.unitId)?.name ?? '',
        villageName: units.get(row.villageId)?.name ?? '',
        name: told?.name ?? null,
        maskedPhone: maskedPhone(told?.phone ?? null),
        visitOn: days.get(row.visitId ?? '') ?? null,
      };
    });
  }

  private async view(db: EntityManager, row: HomeVisitRequestRow): Promise<HomeVisitRequestView> {
    const told = this.people.told(row.person);
    const visit = row.visitId ? await db.findOneBy(HomeVisits, { id: row.visitId }) : null;
    const units = await this.units.byId();
    const others = await this.offers.covering(db, row.villageId, row.unitId);
    return {
      ...(await this.summary(db, row)),
      phone: told?.phone ?? null,
      landmark: told?.landmark ?? null,
      wish: told?.wish ?? null,
      askedByName: row.askedByName,
      cardId: row.cardId,
      likelyCardIds: row.cardId ? [] : await this.likelyCards(db, row),
      visitId: row.visitId,
      visitorName: visit ? ((await this.posts.names(db, [visit.assigneeId])).get(visit.assigneeId) ?? null) : null,
      steps: await this.steps.of(db, row.id),
      canPassTo: others.map(({ id, name, unitId }) => ({
        serviceId: id,
        serviceName: name,
        unitId,
        unitName: units.get(unitId)?.name ?? '',
      })),
    };
  }

  /** The same village, and the same name or phone. */
  private async likelyCards(db: EntityManager, { unitId, villageId, person }: HomeVisitRequestRow): Promise<string[]> {
    const told = this.people.told(person);
    if (!told) return [];
    const { nameHash, phoneHash } = this.people.alike(told);
    const cards = await db.find(ElderCards, {
      select: { id: true },
      where: [
        { unitId, villageId, nameHash: In(nameHash) },
        { unitId, villageId, phoneHash: In(phoneHash) },
      ],
    });
    return cards.map(({ id }) => id);
  }
}
