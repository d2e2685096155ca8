import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import { isOnVersion } from '@county/shared/service-map/point-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { demand, idTaken } from '../http/refusal.ts';
import { servicesOf } from './point-row.ts';
import {
  PointServices,
  PointVersions,
  ServicePoints,
  type PointRow,
  type PointVersionRow,
} from './service-map.tables.ts';

/** How changes of points are kept: each as a version, by an id of its sender's. */
@Injectable()
export class PointWriting {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** What the same person did to the point under this id before, if anything. */
  async findEarlier(db: EntityManager, actor: Actor, pointId: string, id: string): Promise<PointVersionRow | null> {
    const earlier = await db.findOneBy(PointVersions, { id });
    if (earlier && (earlier.pointId !== pointId || earlier.changedBy !== actor.personId)) throw idTaken();
    return earlier;
  }

  /** 409 with who changed what, where the point was changed since the actor saw it. */
  async demandVersion(db: EntityManager, { id, version }: PointRow, onVersion: number): Promise<void> {
    if (onVersion === version) return;
    const later = await db.find(PointVersions, {
      where: { pointId: id, version: MoreThan(onVersion) },
      order: { version: 'ASC' },
    });
    demand(isOnVersion(onVersion, version, later));
  }

  async add(db: EntityManager, actor: Actor, row: PointRow, changed: string[]): Promise<void> {
    await db.insert(ServicePoints, row);
    await this.keepVersion(db, actor, row, row.id, changed);
  }

  /** Writes the point in its next version. */
  async keep(
    db: EntityManager,
    actor: Actor,
    changed: PointRow,
    changeId: string,
    labels: string[],
  ): Promise<PointRow> {
    const row = { ...changed, version: changed.version + 1, updatedAt: this.clock.now() };
    const { id, ...columns } = row;
    await db.update(ServicePoints, { id }, columns);
    await this.keepVersion(db, actor, row, changeId, labels);
    return row;
  }

  record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string, detail: string | null = null) {
    return this.audit.record(db, actor, { action, subjectKind: 'service-point', subjectId, detail });
  }

  private async keepVersion(
    db: EntityManager,
    actor: Actor,
    row: PointRow,
    id: string,
    changed: string[],
  ): Promise<void> {
    const { id: pointId, version, facts, withdrawnReason } = row;
    const who = { changedBy: actor.personId, changedByName: actor.name, changedAt: this.clock.now() };
    await db.insert(PointVersions, { id, pointId, version, changed, facts, ...who });
    await db.delete(PointServices, { pointId });
    const services = withdrawnReason === null ? servicesOf(row) : [];
    if (services.length) await db.insert(PointServices, services);
  }
}
