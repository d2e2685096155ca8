import { Injectable } from '@nestjs/common';
import { missingNoticeYear } from '@county/shared/calendar/calendar-rules';
import type { Day } from '@county/shared/calendar/day';
import { CalendarService } from './calendar.service.ts';

/** Tells administrators of a notice that should be in by now (rules T3). */
@Injectable()
export class CalendarWarning {
  constructor(private readonly calendar: CalendarService) {}

  /** The year whose notice is missing on `today`; null when none is. */
  async missingYear(today: Day): Promise<number | null> {
    return missingNoticeYear(await this.calendar.calendar(), today);
  }
}
