import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { lastDayOfMonth } from '@county/shared/calendar/day';
import { maskedPhone } from '@county/shared/people/receipt-code';
import { serves, turnDueOn } from '@county/shared/appointments/home-visits/home-visit-rules';
import type {
  ConsentWithdrawal,
  ElderCardChange,
  ElderCardSummary,
  ElderCardView,
  NewElderCard,
} from '@county/shared/appointments/home-visits/elder-card';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { readTimeCursor, timeCursor } from '../../http/page-cursor.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { CardViews } from './card-views.service.ts';
import { ElderCards, HomeVisitRequests, HomeVisits, type ElderCardRow } from './home-visits.tables.ts';
import { ERASED, SealedPeople } from './sealed-people.service.ts';
import { VisitNotices } from './visit-notices.service.ts';
import { VisitResults } from './visit-results.service.ts';
import { VisitSweeps } from './visit-sweeps.service.ts';

const KIND = 'elder-card';
type Place = Pick<ElderCardRow, 'unitId' | 'villageId'>;

/** One card per person, by consent, for the unit that serves and nobody else; every look is on record. */
@Injectable()
export class ElderCardsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly people: SealedPeople,
    private readonly views: CardViews,
    private readonly sweeps: VisitSweeps,
    private readonly results: VisitResults,
    private readonly notices: VisitNotices,
  ) {}

  /** `due`: those whose visit in turn falls due by the end of this month and is on no plan yet. */
  list(actor: Actor, part: 'all' | 'due', villageId: string | undefined, { limit, cursor }: PageQuery) {
    return this.database.work(async (db): Promise<Page<ElderCardSummary>> => {
      const query = db
        .createQueryBuilder(ElderCards, 'card')
        .where('card.unitId = :unitId AND card.erasedAt IS NULL', { unitId: actor.unitId ?? '' })
        .orderBy('card.addedAt', 'ASC')
        .addOrderBy('card.id', 'ASC')
        .limit(limit + 1);
      const today = this.clock.today();
      const monthEnd = lastDayOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
      if (part === 'due') query.andWhere('card.dueOn <= :monthEnd AND card.visitId IS NULL', { monthEnd });
      if (villageId) query.andWhere('card.villageId = :villageId', { villageId });
      const place = readTimeCursor(cursor);
      if (place) query.andWhere('(card.addedAt > :at OR (card.addedAt = :at AND card.id > :id))', place);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      await this.audit.record(db, actor, {
        action: 'listElderCards',
        subjectKind: KIND,
        subjectId: null,
        detail: part,
      });
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await this.views.summaries(db, shown),
        next: last ? timeCursor({ at: last.addedAt, id: last.id }) : null,
      };
    });
  }

  get(actor: Actor, cardId: string): Promise<ElderCardView> {
    return this.database.work(async (db) => {
      const row = await this.own(db, actor, cardId);
      await this.audit.record(db, actor, { action: 'readElderCard', subjectKind: KIND, subjectId: cardId });
      return this.views.view(db, row);
    });
  }

  add(actor: Actor, card: NewElderCard): Promise<ElderCardView | Repeated<ElderCardView>> {
    const { id, requestId, isAnother, villageId, name, phone, phoneOf, landmark, needs, consent, turn } = card;
    const said = this.people.said(actor.personId, card);
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(ElderCards, { id });
      if (earlier && (!said.includes(earlier.said) || earlier.erasedAt)) throw idTaken();
      if (earlier) return new Repeated(await this.views.view(db, earlier));
      await this.demandVillage(villageId);
      if (consent.on > this.clock.today()) throw invalidField('consent', '同意的日子不能晚于今天');
      const person = this.people.columns({ name, phone, phoneOf, landmark, needs });
      const unitId = actor.unitId ?? '';
      if (!isAnother) await this.demandNoDouble(db, { unitId, villageId, ...this.people.alike({ name, phone }) });
      const row: ElderCardRow = {
        id,
        unitId,
        villageId,
        ...person,
        consent,
        turn,
        said: said[0],
        lastChangeId: id,
        version: 1,
        consentTakenBy: actor.personId,
        consentTakenByName: actor.name,
        addedAt: this.clock.now(),
        lastVisitedOn: null,
        visitId: null,
        withdrawalId: null,
        erasedAt: null,
        dueOn: turnDueOn({ turn, lastVisitedOn: null }),
      };
      await db.insert(ElderCards, row);
      if (requestId) await this.link(db, actor, requestId, row);
      await this.audit.record(db, actor, { action: 'addElderCard', subjectKind: KIND, subjectId: id });
      return this.views.view(db, row);
    });
  }

  change(actor: Actor, cardId: string, { id, onVersion, ...facts }: ElderCardChange) {
    return this.database.work(async (db): Promise<ElderCardView | Repeated<ElderCardView>> => {
      const row = await this.own(db, actor, cardId);
      if (row.lastChangeId === id) return new Repeated(await this.views.view(db, row));
      if (row.version !== onVersion)
        demand(refused('wrong-state', '这张服务卡在您打开之后被别人改过，请看过新的内容再改'));
      await this.demandVillage(facts.villageId);
      const { villageId, turn, ...person } = facts;
      const dueOn = turnDueOn({ turn, lastVisitedOn: row.lastVisitedOn });
      const change = { villageId, turn, dueOn, version: row.version + 1, lastChangeId: id };
      const changed = { ...change, ...this.people.columns(person) };
      await db.update(ElderCards, { id: cardId }, changed);
      await this.audit.record(db, actor, { action: 'changeElderCard', subjectKind: KIND, subjectId: cardId });
      return this.views.view(db, { ...row, ...changed });
    });
  }

  /** The card goes, with the requests and the words that came with it; that there were visits stays to be counted. */
  withdrawConsent(actor: Actor, cardId: string, { id, by, way }: ConsentWithdrawal) {
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, ElderCards, { id: cardId });
      if (!row || !serves(actor, row.unitId)) throw notFound('这张服务卡');
      if (row.erasedAt) {
        if (row.withdrawalId !== id) throw notFound('这张服务卡');
        return new Repeated({ erasedAt: row.erasedAt });
      }
      const erasedAt = this.clock.now();
      const gone = { ...ERASED, turn: null, dueOn: null, visitId: null, withdrawalId: id, erasedAt };
      await db.update(ElderCards, { id: cardId }, gone);
      await db.update(HomeVisits, { cardId }, { words: null });
      await this.callOff(db, cardId);
      const requests = await db.findBy(HomeVisitRequests, { cardId });
      const open = requests.filter(({ state }) => ['asked', 'accepted', 'planned', 'on-the-way'].includes(state));
      const ended = { state: 'withdrawn', visitId: null } as const;
      if (open.length) await db.update(HomeVisitRequests, { id: In(open.map((one) => one.id)) }, ended);
      await this.sweeps.eraseRequests(
        db,
        requests.map((one) => one.id),
      );
      const act = {
        action: 'withdrawCardConsent' as const,
        subjectKind: KIND,
        subjectId: cardId,
        detail: `${by} ${way}`,
      };
      await this.audit.record(db, actor, act);
      return { erasedAt };
    });
  }

  /** Whoever was to go, or is on the way, hears that nobody wants them there. */
  private async callOff(db: EntityManager, cardId: string): Promise<void> {
    const visits = await db.findBy(HomeVisits, { cardId, state: In(['planned', 'on-the-way'] as const) });
    for (const { id, requestId } of visits) {
      const visit = (await this.results.callOff(db, id))!;
      const request = requestId && (await db.findOneBy(HomeVisitRequests, { id: requestId }));
      await this.notices.calledOff(db, visit, request ? request.number : null);
    }
  }

  private async own(db: EntityManager, actor: Actor, id: string): Promise<ElderCardRow> {
    const row = await this.database.findForChange(db, ElderCards, { id });
    if (!row || row.erasedAt || !serves(actor, row.unitId)) throw notFound('这张服务卡');
    return row;
  }

  private async link(db: EntityManager, actor: Actor, requestId: string, card: ElderCardRow): Promise<void> {
    const request = await this.database.findForChange(db, HomeVisitRequests, { id: requestId });
    if (!request || !serves(actor, request.unitId)) throw notFound('这件上门申请');
    if (request.villageId !== card.villageId) throw invalidField('villageId', '服务卡和申请不是同一个村的，请核对');
    await db.update(HomeVisitRequests, { id: requestId }, { cardId: card.id });
    const onPlan = request.visitId && request.state !== 'done' ? request.visitId : null;
    if (!onPlan) return;
    await db.update(HomeVisits, { id: onPlan }, { cardId: card.id });
    // The card it had by mistake is free again; one that is on a plan in turn stays there.
    if (request.cardId && request.cardId !== card.id)
      await db.update(ElderCards, { id: request.cardId, visitId: onPlan }, { visitId: null });
    if (card.visitId === null) await db.update(ElderCards, { id: card.id }, { visitId: onPlan });
  }

  /** The same village and the same name or phone: most likely the same person. */
  private async demandNoDouble(
    db: EntityManager,
    { unitId, villageId, nameHash, phoneHash }: Place & ReturnType<SealedPeople['alike']>,
  ): Promise<void> {
    const alike = await db.findBy(ElderCards, { unitId, villageId, nameHash: In(nameHash) });
    const byPhone = await db.findBy(ElderCards, { unitId, villageId, phoneHash: In(phoneHash) });
    const [found] = [...alike, ...byPhone];
    if (!found) return;
    const kept = this.people.onCard(found.person);
    const phone = kept?.phone ? maskedPhone(kept.phone) : null;
    throw invalidField(
      'isAnother',
      `这个村已有一张“${kept?.name ?? ''}”的服务卡（${phone ?? '没有电话'}）。是同一个人就用那一张；确实是另一个人，请勾选“是另一个人”再保存`,
    );
  }

  private async demandVillage(villageId: string): Promise<void> {
    const unit = await this.units.find(villageId);
    if (unit?.kind !== 'village' && unit?.kind !== 'community')
      throw invalidField('villageId', '没有这个村（社区），请重新选择');
  }

  /** For a request: the card that is there already, instead of a second one. */
  use(actor: Actor, cardId: string, requestId: string): Promise<ElderCardView> {
    return this.database.work(async (db) => {
      const row = await this.own(db, actor, cardId);
      await this.link(db, actor, requestId, row);
      const act = { action: 'useElderCard' as const, subjectKind: KIND, subjectId: cardId, detail: requestId };
      await this.audit.record(db, actor, act);
      return this.views.view(db, row);
    });
  }
}
