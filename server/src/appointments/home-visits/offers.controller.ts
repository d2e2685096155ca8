import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/appointments/home-visits/home-visit-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { VisitCounts } from './visit-counts.service.ts';

@Controller()
export class HomeVisitOffersController {
  constructor(
    private readonly offers: HomeVisitOffers,
    private readonly counts: VisitCounts,
  ) {}

  @Endpoint(routes.listPublicHomeVisitServices)
  listPublic(
    @Query({ schema: routes.listPublicHomeVisitServices.query })
    query: http.Query<typeof routes.listPublicHomeVisitServices>,
  ) {
    return this.offers.listPublic(query.villageId, query);
  }

  @Endpoint(routes.getPublicHomeVisitService)
  getPublic(
    @Param({ schema: routes.getPublicHomeVisitService.params })
    { serviceId }: http.Params<typeof routes.getPublicHomeVisitService>,
  ) {
    return this.offers.getPublic(serviceId);
  }

  @Endpoint(routes.listHomeVisitServices)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listHomeVisitServices.query }) query: http.Query<typeof routes.listHomeVisitServices>,
  ) {
    return this.offers.list(actor, query);
  }

  @Endpoint(routes.offerHomeVisitService)
  offer(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.offerHomeVisitService.body }) body: http.Body<typeof routes.offerHomeVisitService>,
  ) {
    return this.offers.offer(actor, body);
  }

  @Endpoint(routes.changeHomeVisitService)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeHomeVisitService.params })
    { serviceId }: http.Params<typeof routes.changeHomeVisitService>,
    @Body({ schema: routes.changeHomeVisitService.body }) body: http.Body<typeof routes.changeHomeVisitService>,
  ) {
    return this.offers.change(actor, serviceId, body);
  }

  @Endpoint(routes.withdrawHomeVisitService)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawHomeVisitService.params })
    { serviceId }: http.Params<typeof routes.withdrawHomeVisitService>,
    @Body({ schema: routes.withdrawHomeVisitService.body }) body: http.Body<typeof routes.withdrawHomeVisitService>,
  ) {
    return this.offers.withdraw(actor, serviceId, body);
  }

  @Endpoint(routes.countHomeVisits)
  count(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.countHomeVisits.query }) query: http.Query<typeof routes.countHomeVisits>,
  ) {
    return this.counts.count(actor, query.from, query.to);
  }
}
