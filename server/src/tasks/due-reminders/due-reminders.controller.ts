import { Body, Controller, Param } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/due-reminders/due-reminder-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { ReminderSettingsService } from './reminder-settings.service.ts';

@Controller()
export class DueRemindersController {
  constructor(private readonly settings: ReminderSettingsService) {}

  @Endpoint(routes.getReminderSettings)
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getReminderSettings.params })
    { breakdownId }: http.Params<typeof routes.getReminderSettings>,
  ) {
    return this.settings.read(actor, breakdownId);
  }

  @Endpoint(routes.changeReminderSettings)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeReminderSettings.params })
    { breakdownId }: http.Params<typeof routes.changeReminderSettings>,
    @Body({ schema: routes.changeReminderSettings.body }) settings: http.Body<typeof routes.changeReminderSettings>,
  ) {
    return this.settings.change(actor, breakdownId, settings);
  }
}
