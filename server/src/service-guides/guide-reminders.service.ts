import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { atHour, dayInWords, shanghaiTime, type Day } from '@county/shared/calendar/day';
import { isWorkingDay } from '@county/shared/calendar/working-days';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Posts } from '../people/posts.service.ts';
import { ReminderTicks, type Planned } from '../reminders/reminder-ticks.service.ts';
import { DIGEST, RemindersService, type ToRemind } from '../reminders/reminders.service.ts';
import { guideCause, guideSubject } from './guide-notices.service.ts';
import { ServiceGuides, type ServiceGuideRow } from './service-guides.tables.ts';

const HOUR = 9;
const BATCH = 100;

/** Asks a guide's unit, once for each review day that has passed, to look whether everything still holds. */
@Injectable()
export class GuideReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly posts: Posts,
    private readonly reminders: RemindersService,
    private readonly ticks: ReminderTicks,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(() => this.plan());
  }

  private async plan(): Promise<Planned> {
    const today = this.clock.today();
    const calendar = await this.calendar.calendar();
    const isTime = Number(shanghaiTime(this.clock.now()).slice(0, 2)) >= HOUR && isWorkingDay(calendar, today);
    let planned = 0;
    for (let isMore = isTime; isMore;) {
      const asked = await this.database.work((db) => this.askSome(db, today));
      planned += asked.planned;
      isMore = asked.guides === BATCH;
    }
    return { planned, isWhole: true };
  }

  private async askSome(db: EntityManager, today: Day): Promise<{ planned: number; guides: number }> {
    const query = db
      .createQueryBuilder(ServiceGuides, 'guide')
      .where('guide.publicReviewOn < :today AND guide.withdrawnAt IS NULL', { today })
      .andWhere('(guide.askedReviewOn IS NULL OR guide.askedReviewOn <> guide.publicReviewOn)')
      .orderBy('guide.id')
      .limit(BATCH);
    if (this.database.forUpdate) query.setLock('pessimistic_write');
    const guides = await query.getMany();
    const unitIds = [...new Set(guides.map(({ unitId }) => unitId))];
    const posts = await this.posts.inUnits(db, unitIds, ['officer', 'unit-lead']);
    const planned = await this.reminders.remind(
      db,
      guides.map((guide) => {
        const own = posts.filter(({ unitId }) => unitId === guide.unitId);
        return this.saying(
          guide,
          today,
          own.map(({ personId }) => personId),
        );
      }),
    );
    for (const { id, publicReviewOn } of guides)
      await db.update(ServiceGuides, { id }, { askedReviewOn: publicReviewOn });
    return { planned, guides: guides.length };
  }

  private saying(guide: ServiceGuideRow, today: Day, personIds: readonly string[]): ToRemind {
    const reviewOn = guide.publicReviewOn!;
    return {
      ...guideSubject(guide),
      cause: guideCause(guide.id, 'stale', reviewOn),
      people: [...new Set(personIds)],
      when: atHour(today, HOUR),
      words: `核对日期 ${dayInWords(reviewOn, today)} 已过，请看看内容是否仍然有效，核对或修改`,
      occasion: DIGEST,
    };
  }
}
