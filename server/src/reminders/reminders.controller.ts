import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/reminders/reminder-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { Inbox } from './inbox.service.ts';
import { ReminderTicks } from './reminder-ticks.service.ts';
import { StandInsService } from './stand-ins.service.ts';
import { TelephoneList } from './telephone-list.service.ts';

@Controller()
export class RemindersController {
  constructor(
    private readonly inbox: Inbox,
    private readonly telephoneList: TelephoneList,
    private readonly standIns: StandInsService,
    private readonly ticks: ReminderTicks,
  ) {}

  @Endpoint(routes.listReminders)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listReminders.query }) query: http.Query<typeof routes.listReminders>,
  ) {
    return this.inbox.list(actor, query);
  }

  @Endpoint(routes.readReminders)
  read(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.readReminders.body }) { ids }: http.Body<typeof routes.readReminders>,
  ) {
    return this.inbox.read(actor, ids);
  }

  @Endpoint(routes.readAllReminders)
  readAll(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.readAllReminders.body }) { until }: http.Body<typeof routes.readAllReminders>,
  ) {
    return this.inbox.readUntil(actor, until);
  }

  @Endpoint(routes.listWaitingItems)
  waiting(@CurrentActor() actor: Actor) {
    return this.inbox.waiting(actor);
  }

  @Endpoint(routes.listToRing)
  toRing(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listToRing.query }) page: http.Query<typeof routes.listToRing>,
  ) {
    return this.telephoneList.list(actor, page);
  }

  @Endpoint(routes.recordCall)
  recordCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.recordCall.params }) { deliveryId }: http.Params<typeof routes.recordCall>,
    @Body({ schema: routes.recordCall.body }) call: http.Body<typeof routes.recordCall>,
  ) {
    return this.telephoneList.recordCall(actor, deliveryId, call);
  }

  @Endpoint(routes.listStandIns)
  standInsOf(@CurrentActor() actor: Actor) {
    return this.standIns.list(actor);
  }

  @Endpoint(routes.setStandIn)
  setStandIn(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.setStandIn.body }) standIn: http.Body<typeof routes.setStandIn>,
  ) {
    return this.standIns.set(actor, standIn);
  }

  @Endpoint(routes.endStandIn)
  endStandIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.endStandIn.params }) { standInId }: http.Params<typeof routes.endStandIn>,
  ) {
    return this.standIns.end(actor, standInId);
  }

  @Endpoint(routes.tickReminders)
  tick(@Body({ schema: routes.tickReminders.body }) { secret }: http.Body<typeof routes.tickReminders>) {
    return this.ticks.tickBy(secret);
  }
}
