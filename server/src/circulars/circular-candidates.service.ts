import { Injectable } from '@nestjs/common';
import { isProvisionalBetween } from '@county/shared/calendar/working-days';
import { factsOf } from '@county/shared/circulars/circular-rules';
import type { CandidateFilter } from '@county/shared/circulars/circular-routes';
import type { CircularCandidate } from '@county/shared/circulars/circular-views';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { LateLines } from '../tasks/lines/late-lines.service.ts';
import { CircularViews } from './circular-views.service.ts';

/** What a circular may name. */
@Injectable()
export class CircularCandidates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly lines: LateLines,
    private readonly views: CircularViews,
  ) {}

  /** Lines late by so many working days, and what has named them for this day already. */
  async list(
    _actor: Actor,
    breakdownId: string,
    { limit, cursor, ...filter }: PageQuery & CandidateFilter,
  ): Promise<Page<CircularCandidate>> {
    const today = this.clock.today();
    const calendar = await this.calendar.calendar();
    return this.database.read(async (db) => {
      const { items, next } = await this.lines.page(db, { breakdownId, today, ...filter }, { limit, cursor });
      const named = await this.views.namedIn(
        db,
        items.map(({ id }) => id),
      );
      const candidates = items.flatMap((line) => {
        const facts = factsOf(line, today);
        if (!facts) return [];
        const namedIn = named.get(`${line.id} ${facts.dueOn}`) ?? null;
        const isProvisional = isProvisionalBetween(calendar, facts.dueOn, today);
        return [{ ...facts, assignmentId: line.id, unitId: line.unitId, namedIn, isProvisional }];
      });
      return { items: candidates, next };
    });
  }
}
