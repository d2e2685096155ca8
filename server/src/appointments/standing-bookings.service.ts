import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { allowed, refused, type Verdict } from '@county/shared/verdict';
import { Clock } from '../clock/clock.ts';
import { PointChanges } from '../service-map/point-changes.service.ts';
import { Bookings } from './appointments.tables.ts';

/** Whoever has a time at a point does not find it gone: these are moved or cancelled first, and told. */
@Injectable()
export class StandingBookings implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly points: PointChanges,
  ) {}

  onModuleInit(): void {
    this.points.onWithdrawal((db, pointId) => this.settled(db, pointId));
  }

  private async settled(db: EntityManager, pointId: string): Promise<Verdict> {
    const ahead = { pointId, day: MoreThanOrEqual(this.clock.today()) };
    const open = In(['booked', 'arrived', 'called', 'serving'] as const);
    const count = await db.countBy(Bookings, { ...ahead, state: open });
    if (count)
      return refused('wrong-state', `还有 ${count} 个预约约在这里，请先逐个改期或取消，并告诉本人，再撤下服务点`);
    const heldNow = { ...ahead, state: 'held', heldUntil: MoreThan(this.clock.now()) } as const;
    if (await db.countBy(Bookings, heldNow))
      return refused('wrong-state', '正有人在填写这里的预约，请先暂停预约，十几分钟后再撤下');
    return allowed;
  }
}
