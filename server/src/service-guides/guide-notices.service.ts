import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder } from '@county/shared/reminders/reminder';
import { isStale } from '@county/shared/service-guides/guide-rules';
import { Clock } from '../clock/clock.ts';
import { RemindersService, type ReminderSource } from '../reminders/reminders.service.ts';
import { ServiceGuides, type ServiceGuideRow } from './service-guides.tables.ts';

export const GUIDE_SOURCE = 'service-guide';

export const guideSubject = ({ id, unitId, content }: ServiceGuideRow) => ({
  subject: { kind: 'service-guide', id, unitId },
  source: GUIDE_SOURCE,
  what: `办事指南：${content.plainTitle}`,
  link: `/pages/service-guides/review/index?id=${id}`,
});

/** Names what people are told of a guide: the outcome of a review, or that its review day has passed. */
export const guideCause = (guideId: string, about: 'declined' | 'published' | 'stale', which: string): string =>
  `guide:${guideId}:${about}:${which}`;

/** Tells authors what became of their words, and answers whether what people were told still stands. */
@Injectable()
export class GuideNotices implements ReminderSource, OnModuleInit {
  readonly canWait = true;

  constructor(
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(GUIDE_SOURCE, this);
  }

  async reviewed(db: EntityManager, actor: Actor, row: ServiceGuideRow, outcome: 'published' | 'declined') {
    const revision = String(row.revision + 1);
    await this.reminders.remind(db, [
      {
        ...guideSubject(row),
        cause: guideCause(row.id, outcome, revision),
        people: row.authorIds.filter((personId) => personId !== actor.personId),
        when: this.clock.now(),
        words: outcome === 'published' ? '已审查通过，现在公开了' : '审查退回，请看理由，修改后重新提交',
        occasion: `guide:${row.id}:${revision}`,
      },
    ]);
  }

  /** Nobody is asked any more to look again. */
  checked(db: EntityManager, guideId: string): Promise<void> {
    return this.reminders.stop(db, [guideId]);
  }

  /** Asked until checked; sent back until changed; published until read. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const ids = [...new Set(reminders.map(({ subjectId }) => subjectId))];
    const rows = await db.findBy(ServiceGuides, { id: In(ids) });
    const guides = new Map(rows.map((row) => [row.id, row]));
    const today = this.clock.today();
    const standing = reminders.filter(({ subjectId, cause, readAt, unitId }) => {
      const row = guides.get(subjectId);
      if (!row) return false;
      const [, , about, which] = cause.split(':');
      if (about === 'stale')
        return (
          isStale({ ...row, reviewOn: row.publicReviewOn }, today) &&
          row.publicReviewOn === which &&
          row.unitId === unitId
        );
      if (about === 'declined') return row.state === 'draft' && row.revision === Number(which);
      return readAt === null;
    });
    return new Set(standing.map(({ id }) => id));
  }
}
