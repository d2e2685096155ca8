import { Body, Controller, Ip, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/appointments/home-visits/home-visit-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { AskedVisits } from './asked-visits.service.ts';
import { VisitRequests } from './visit-requests.service.ts';

@Controller()
export class VisitRequestsController {
  constructor(
    private readonly asked: AskedVisits,
    private readonly requests: VisitRequests,
  ) {}

  @Endpoint(routes.askForHomeVisit)
  ask(
    @CurrentActor() actor: Actor | undefined,
    @Ip() address: string,
    @Body({ schema: routes.askForHomeVisit.body }) body: http.Body<typeof routes.askForHomeVisit>,
  ) {
    return this.asked.ask(actor, address, body);
  }

  @Endpoint(routes.readAskedHomeVisit)
  readAsked(
    @Param({ schema: routes.readAskedHomeVisit.params }) { requestId }: http.Params<typeof routes.readAskedHomeVisit>,
  ) {
    return this.asked.read(requestId);
  }

  @Endpoint(routes.lookUpHomeVisit)
  lookUp(
    @Ip() address: string,
    @Body({ schema: routes.lookUpHomeVisit.body }) body: http.Body<typeof routes.lookUpHomeVisit>,
  ) {
    return this.asked.lookUp(address, body);
  }

  @Endpoint(routes.changeAskedHomeVisit)
  change(
    @Param({ schema: routes.changeAskedHomeVisit.params })
    { requestId }: http.Params<typeof routes.changeAskedHomeVisit>,
    @Body({ schema: routes.changeAskedHomeVisit.body }) body: http.Body<typeof routes.changeAskedHomeVisit>,
  ) {
    return this.asked.change(requestId, body);
  }

  @Endpoint(routes.withdrawAskedHomeVisit)
  withdraw(
    @Param({ schema: routes.withdrawAskedHomeVisit.params })
    { requestId }: http.Params<typeof routes.withdrawAskedHomeVisit>,
    @Body({ schema: routes.withdrawAskedHomeVisit.body }) body: http.Body<typeof routes.withdrawAskedHomeVisit>,
  ) {
    return this.asked.withdraw(requestId, body);
  }

  @Endpoint(routes.askForHomeVisitOnBehalf)
  askOnBehalf(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.askForHomeVisitOnBehalf.body }) body: http.Body<typeof routes.askForHomeVisitOnBehalf>,
  ) {
    return this.asked.askOnBehalf(actor, body);
  }

  @Endpoint(routes.listHomeVisitRequests)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listHomeVisitRequests.query }) query: http.Query<typeof routes.listHomeVisitRequests>,
  ) {
    return this.requests.list(actor, query.part, query);
  }

  @Endpoint(routes.getHomeVisitRequest)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getHomeVisitRequest.params }) { requestId }: http.Params<typeof routes.getHomeVisitRequest>,
  ) {
    return this.requests.get(actor, requestId);
  }

  @Endpoint(routes.acceptHomeVisit)
  accept(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.acceptHomeVisit.params }) { requestId }: http.Params<typeof routes.acceptHomeVisit>,
    @Body({ schema: routes.acceptHomeVisit.body }) body: http.Body<typeof routes.acceptHomeVisit>,
  ) {
    return this.requests.accept(actor, requestId, body);
  }

  @Endpoint(routes.declineHomeVisit)
  decline(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.declineHomeVisit.params }) { requestId }: http.Params<typeof routes.declineHomeVisit>,
    @Body({ schema: routes.declineHomeVisit.body }) body: http.Body<typeof routes.declineHomeVisit>,
  ) {
    return this.requests.decline(actor, requestId, body);
  }

  @Endpoint(routes.passHomeVisitOn)
  passOn(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.passHomeVisitOn.params }) { requestId }: http.Params<typeof routes.passHomeVisitOn>,
    @Body({ schema: routes.passHomeVisitOn.body }) body: http.Body<typeof routes.passHomeVisitOn>,
  ) {
    return this.requests.passOn(actor, requestId, body);
  }
}
