import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Inbox } from '../reminders/inbox.service.ts';
import { PointCorrections, ServicePoints } from './service-map.tables.ts';
import { ServicePointsService } from './service-points.service.ts';

/** What of the map is on somebody's table: corrections to answer, points to check. */
@Injectable()
export class WaitingPoints implements OnModuleInit {
  constructor(
    private readonly inbox: Inbox,
    private readonly points: ServicePointsService,
  ) {}

  onModuleInit(): void {
    this.inbox.onWaiting(toAnswer);
    this.inbox.onWaiting((db, actor) => this.toCheck(db, actor));
  }

  private async toCheck(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
    const unitIds = unitsOf(actor);
    if (!unitIds.length) return [];
    const count = await db
      .createQueryBuilder(ServicePoints, 'point')
      .where('point.unitId IN (:...unitIds) AND point.withdrawnReason IS NULL', { unitIds })
      .andWhere('(point.checkedOn IS NULL OR point.checkedOn <= :tooOld)', { tooOld: this.points.tooOld() })
      .getCount();
    if (!count) return [];
    const link = '/pages/service-map/manage/index?part=check-due';
    return [{ kind: 'points-to-check', count, words: `${count} 个服务点该核对了`, link }];
  }
}

async function toAnswer(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  const unitIds = unitsOf(actor);
  if (!unitIds.length) return [];
  const count = await db.countBy(PointCorrections, { unitId: In([...unitIds]), state: 'open' });
  if (!count) return [];
  const link = '/pages/service-map/corrections/index';
  return [{ kind: 'corrections-to-answer', count, words: `${count} 条群众纠错等着核实`, link }];
}

/** The unit's own and, for its lead, those of the units under it. */
function unitsOf(actor: Actor): readonly string[] {
  if (!isStaff(actor) || actor.role === 'administrator') return [];
  if (actor.role === 'unit-lead') return actor.unitIds;
  return actor.unitId ? [actor.unitId] : [];
}
