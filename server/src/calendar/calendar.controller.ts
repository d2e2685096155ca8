import { Body, Controller, Param } from '@nestjs/common';
import * as routes from '@county/shared/calendar-keeping/calendar-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../clock/clock.ts';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { CalendarKeeping } from './calendar-keeping.service.ts';
import { CalendarWarning } from './calendar-warning.service.ts';

@Controller()
export class CalendarController {
  constructor(
    private readonly keeping: CalendarKeeping,
    private readonly warning: CalendarWarning,
    private readonly clock: Clock,
  ) {}

  @Endpoint(routes.readMissingYear)
  async missingYear() {
    return { year: await this.warning.missingYear(this.clock.today()) };
  }

  @Endpoint(routes.readCalendarYear)
  read(@Param({ schema: routes.readCalendarYear.params }) { year }: http.Params<typeof routes.readCalendarYear>) {
    return this.keeping.read(year);
  }

  @Endpoint(routes.previewCalendar)
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.previewCalendar.body }) preview: http.Body<typeof routes.previewCalendar>,
  ) {
    return this.keeping.preview(actor, preview);
  }

  @Endpoint(routes.changeCalendarYear)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeCalendarYear.params }) { year }: http.Params<typeof routes.changeCalendarYear>,
    @Body({ schema: routes.changeCalendarYear.body }) change: http.Body<typeof routes.changeCalendarYear>,
  ) {
    return this.keeping.change(actor, year, change);
  }
}
