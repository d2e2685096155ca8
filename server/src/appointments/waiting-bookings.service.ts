import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Inbox } from '../reminders/inbox.service.ts';
import { OutsideBookings } from './outside-bookings.service.ts';

/** What of bookings waits for somebody: what becomes of those whose time is closed. */
@Injectable()
export class WaitingBookings implements OnModuleInit {
  constructor(
    private readonly inbox: Inbox,
    private readonly outside: OutsideBookings,
  ) {}

  onModuleInit(): void {
    this.inbox.onWaiting((db, actor) => this.toDecide(db, actor));
  }

  /** Of the own unit's points; those above are not asked to decide for others, though they may. */
  private async toDecide(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
    if (!isStaff(actor) || !actor.unitId) return [];
    const counts = await this.outside.countIn(db, [actor.unitId]);
    const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
    if (!count) return [];
    const words = `${count} 个预约约在不办理的时间，请决定怎么办`;
    const [pointId, ...others] = counts.keys();
    const link = others.length
      ? '/pages/appointments/manage/index'
      : `/pages/appointments/closing/index?point=${pointId}`;
    return [{ kind: 'bookings-to-decide', count, words, link }];
  }
}
