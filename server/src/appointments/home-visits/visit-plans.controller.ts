import { Body, Controller, Param } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/appointments/home-visits/visit-plan-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { VisitPlans } from './visit-plans.service.ts';
import { VisitResults } from './visit-results.service.ts';

@Controller()
export class VisitPlansController {
  constructor(
    private readonly plans: VisitPlans,
    private readonly results: VisitResults,
  ) {}

  @Endpoint(routes.getVisitPlan)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getVisitPlan.params }) { day }: http.Params<typeof routes.getVisitPlan>,
  ) {
    return this.plans.get(actor, day);
  }

  @Endpoint(routes.planHomeVisit)
  plan(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.planHomeVisit.body }) body: http.Body<typeof routes.planHomeVisit>,
  ) {
    return this.plans.plan(actor, body);
  }

  @Endpoint(routes.orderVisits)
  order(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.orderVisits.params }) { day }: http.Params<typeof routes.orderVisits>,
    @Body({ schema: routes.orderVisits.body }) body: http.Body<typeof routes.orderVisits>,
  ) {
    return this.plans.order(actor, day, body);
  }

  @Endpoint(routes.setOutForVisit)
  setOut(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.setOutForVisit.params }) { visitId }: http.Params<typeof routes.setOutForVisit>,
    @Body({ schema: routes.setOutForVisit.body }) body: http.Body<typeof routes.setOutForVisit>,
  ) {
    return this.results.setOut(actor, visitId, body);
  }

  @Endpoint(routes.tellVisitResult)
  tell(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.tellVisitResult.params }) { visitId }: http.Params<typeof routes.tellVisitResult>,
    @Body({ schema: routes.tellVisitResult.body }) body: http.Body<typeof routes.tellVisitResult>,
  ) {
    return this.results.tell(actor, visitId, body);
  }

  @Endpoint(routes.takeVisitOff)
  takeOff(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.takeVisitOff.params }) { visitId }: http.Params<typeof routes.takeVisitOff>,
    @Body({ schema: routes.takeVisitOff.body }) body: http.Body<typeof routes.takeVisitOff>,
  ) {
    return this.results.takeOff(actor, visitId, body);
  }
}
