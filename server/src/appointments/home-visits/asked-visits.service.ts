import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { canChangeRequest, daysAhead, isSettled } from '@county/shared/appointments/home-visits/home-visit-rules';
import { maskedName } from '@county/shared/appointments/home-visits/masked-name';
import { maskedPhone } from '@county/shared/people/receipt-code';
import type {
  AskedHomeVisit,
  HomeVisitLookUp,
  HomeVisitRequestChange,
  HomeVisitRequestOnBehalf,
  NewHomeVisitRequest,
} from '@county/shared/appointments/home-visits/home-visit-request';
import type { Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../../clock/clock.ts';
import { FilingLimit } from '../../traffic/filing-limit.service.ts';
import { Database } from '../../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { Posts } from '../../people/posts.service.ts';
import { HomeVisitRequests, HomeVisits, type HomeVisitRequestRow } from './home-visits.tables.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { SealedPeople } from './sealed-people.service.ts';
import { VisitNotices } from './visit-notices.service.ts';
import { VisitResults } from './visit-results.service.ts';
import { VisitSteps } from './visit-steps.service.ts';

/** No 0 and O, no 1 and I: what is said on the telephone is written down right. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

type Asking = (NewHomeVisitRequest | HomeVisitRequestOnBehalf) & Pick<HomeVisitRequestRow, 'askedAs' | 'personId'>;

/** What whoever needs help at home does: ask, look, change, withdraw. */
@Injectable()
export class AskedVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limit: FilingLimit,
    private readonly units: OrgUnitsService,
    private readonly posts: Posts,
    private readonly offers: HomeVisitOffers,
    private readonly people: SealedPeople,
    private readonly steps: VisitSteps,
    private readonly notices: VisitNotices,
    private readonly results: VisitResults,
  ) {}

  ask(actor: Actor | undefined, address: string, request: NewHomeVisitRequest) {
    const personId = actor?.role === 'resident' ? actor.personId : null;
    return this.take({ ...request, personId }, null, (db) => this.limit.count(db, address, 'home-visit-request'));
  }

  askOnBehalf(actor: Actor, request: HomeVisitRequestOnBehalf) {
    return this.take({ ...request, askedAs: 'village-staff', personId: null }, actor, async () => {
      if (!actor.unitIds.includes(request.villageId) && !(await this.isAbove(actor, request.villageId)))
        throw invalidField('villageId', '只能为本单位范围内的村（社区）代为申请');
    });
  }

  /** By whoever holds the id. */
  read(requestId: string): Promise<AskedHomeVisit> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(HomeVisitRequests, { id: requestId });
      if (!row) throw notFound('这件上门申请', '请核对申请号');
      return this.view(db, row);
    });
  }

  /** By number and phone. Every try counts, so that nobody can go through the numbers. */
  async lookUp(address: string, { number, phone }: HomeVisitLookUp): Promise<AskedHomeVisit> {
    const phoneHash = In(this.people.phoneHashes(phone));
    const found = await this.database.work(async (db) => {
      await this.limit.count(db, address, 'home-visit-look-up');
      const row = await db.findOneBy(HomeVisitRequests, { number, phoneHash });
      return row && this.view(db, row);
    });
    if (!found) throw notFound('这件上门申请', '请核对申请号和申请时留的电话');
    return found;
  }

  change(requestId: string, change: HomeVisitRequestChange) {
    return this.byRequester(requestId, 'changed', change, (row) => {
      const told = this.people.told(row.person);
      if (!told) throw notFound('这件上门申请', '个人信息已按期删去');
      const { phone, landmark, wish, dayPart } = change;
      const suitableDays = this.ahead(change.suitableDays);
      return { ...this.people.columns({ ...told, phone: phone ?? told.phone, landmark, wish }), suitableDays, dayPart };
    });
  }

  withdraw(requestId: string, body: { id: string }) {
    return this.byRequester(requestId, 'withdrawn', body, () => ({ state: 'withdrawn', visitId: null }));
  }

  private take({ personId, ...asking }: Asking, actor: Actor | null, check: (db: EntityManager) => Promise<void>) {
    const { id, serviceId, villageId, name, phone, landmark, wish, dayPart, askedAs } = asking;
    const said = this.steps.said(actor, id, asking);
    return this.database.work(async (db): Promise<AskedHomeVisit | Repeated<AskedHomeVisit>> => {
      const earlier = await db.findOneBy(HomeVisitRequests, { id });
      if (earlier && !said.includes(earlier.said)) throw idTaken();
      if (earlier) return new Repeated(await this.view(db, earlier));
      await check(db);
      const { unitId, villageIds } = await this.offers.there(db, serviceId);
      if (!villageIds.includes(villageId))
        throw invalidField('villageId', '这项服务还不到这个村（社区），请换一项，或打电话问服务单位');
      const row: HomeVisitRequestRow = {
        ...this.people.columns({ name, phone, landmark, wish }),
        id,
        serviceId,
        unitId,
        villageId,
        suitableDays: this.ahead(asking.suitableDays),
        dayPart,
        askedAs,
        said: said[0],
        number: Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
        personId,
        askedBy: actor?.personId ?? null,
        askedByName: actor?.name ?? null,
        state: 'asked',
        askedAt: this.clock.now(),
        followUpOn: null,
        cardId: null,
        visitId: null,
        erasedAt: null,
        lastOn: this.clock.today(),
      };
      await db.insert(HomeVisitRequests, row);
      await this.steps.add(db, actor, { id, kind: 'asked', requestId: id, unitId, said });
      await this.notices.asked(db, row);
      return this.view(db, row);
    });
  }

  private byRequester(
    requestId: string,
    kind: 'changed' | 'withdrawn',
    body: { id: string },
    changeOf: (row: HomeVisitRequestRow) => Partial<HomeVisitRequestRow>,
  ) {
    const said = this.steps.said(null, requestId, body);
    return this.database.work(async (db): Promise<AskedHomeVisit | Repeated<AskedHomeVisit>> => {
      const row = await this.database.findForChange(db, HomeVisitRequests, { id: requestId });
      if (!row) throw notFound('这件上门申请', '请核对申请号');
      if (await this.steps.isDone(db, body.id, said)) return new Repeated(await this.view(db, row));
      demand(canChangeRequest(row));
      const change = { ...changeOf(row), lastOn: this.clock.today() };
      await db.update(HomeVisitRequests, { id: requestId }, change);
      const calledOff = kind === 'withdrawn' && row.visitId ? await this.results.callOff(db, row.visitId) : null;
      await this.steps.add(db, null, { id: body.id, kind, requestId, unitId: row.unitId, said });
      if (kind === 'withdrawn') await this.notices.stop(db, requestId);
      else if (row.visitId) await this.notices.askedOtherwise(db, row, body.id);
      if (calledOff) await this.notices.calledOff(db, calledOff, row.number);
      return this.view(db, { ...row, ...change });
    });
  }

  /** Written without a signal it may come days later: what has passed by then is left out, unless nothing is left. */
  private ahead(days: readonly Day[]): Day[] {
    const { ahead, fault } = daysAhead(days, this.clock.today());
    if (fault) throw invalidField('suitableDays', fault);
    return ahead;
  }

  private async isAbove({ unitId }: Actor, villageId: string): Promise<boolean> {
    return (await this.units.above(villageId)).some(({ id }) => id === unitId);
  }

  private async view(db: EntityManager, row: HomeVisitRequestRow): Promise<AskedHomeVisit> {
    const units = await this.units.byId();
    const told = this.people.told(row.person);
    const visit = row.visitId ? await db.findOneBy(HomeVisits, { id: row.visitId }) : null;
    const visitor = visit && (await this.posts.names(db, [visit.assigneeId])).get(visit.assigneeId);
    const unit = units.get(row.unitId);
    return {
      ...row,
      landmark: told?.landmark ?? null,
      wish: told?.wish ?? null,
      serviceName: (await this.offers.names(db, [row.serviceId])).get(row.serviceId) ?? '',
      unitName: unit?.name ?? '',
      officePhone: unit?.officePhone ?? null,
      villageName: units.get(row.villageId)?.name ?? '',
      maskedName: told ? maskedName(told.name) : '',
      maskedPhone: maskedPhone(told?.phone ?? null),
      visitOn: visit && !isSettled(row.state) ? visit.day : null,
      visitorName: (!isSettled(row.state) && visitor) || null,
      steps: await this.steps.of(db, row.id),
      isErased: row.erasedAt !== null,
    };
  }
}
