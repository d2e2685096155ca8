import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { HomeVisitStep } from '@county/shared/appointments/home-visits/home-visit-request';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { idTaken } from '../../http/refusal.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { HomeVisitSteps } from './home-visits.tables.ts';
import { SealedPeople, type Said } from './sealed-people.service.ts';

interface Step {
  id: string;
  kind: HomeVisitStep['kind'];
  requestId: string | null;
  /** The visit, where there is no request. */
  visitId?: string;
  unitId: string;
  words?: string | null;
  said: Said;
}

/** What was done about requests and visits, each act once. */
@Injectable()
export class VisitSteps {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly people: SealedPeople,
  ) {}

  said(actor: Actor | null, subjectId: string, body: object): Said {
    return this.people.said(actor?.personId ?? null, subjectId, body);
  }

  /** Whether the act was done before; the same id for something else is refused. */
  async isDone(db: EntityManager, id: string, said: Said): Promise<boolean> {
    const step = await db.findOneBy(HomeVisitSteps, { id });
    if (step && !said.includes(step.said)) throw idTaken();
    return step !== null;
  }

  async add(db: EntityManager, actor: Actor | null, { visitId, ...step }: Step): Promise<void> {
    const who = { byId: actor?.personId ?? null, byName: actor?.name ?? null };
    await db.insert(HomeVisitSteps, {
      ...step,
      ...who,
      words: step.words || null,
      said: step.said[0],
      at: this.clock.now(),
    });
    const subject = step.requestId
      ? { subjectKind: 'home-visit-request', subjectId: step.requestId }
      : { subjectKind: 'home-visit', subjectId: visitId ?? null };
    await this.audit.record(db, actor, { action: `home-visit-${step.kind}`, ...subject });
  }

  /** A request's, the oldest first. */
  async of(db: EntityManager, requestId: string): Promise<HomeVisitStep[]> {
    const rows = await db.find(HomeVisitSteps, { where: { requestId }, order: { at: 'ASC', id: 'ASC' } });
    const units = await this.units.byId();
    return rows.map(({ id, kind, at, unitId, byName, words }) => ({
      id,
      kind,
      at,
      byName,
      words,
      unitName: units.get(unitId)?.name ?? '',
    }));
  }
}
