import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/service-guides/service-guide-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { ServiceGuidesService } from './service-guides.service.ts';

@Controller()
export class ServiceGuidesController {
  constructor(private readonly guides: ServiceGuidesService) {}

  @Endpoint(routes.listServiceGuides)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listServiceGuides.query }) { part, ...page }: http.Query<typeof routes.listServiceGuides>,
  ) {
    return this.guides.list(actor, part, page);
  }

  @Endpoint(routes.getServiceGuide)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getServiceGuide.params }) { guideId }: http.Params<typeof routes.getServiceGuide>,
  ) {
    return this.guides.get(actor, guideId);
  }

  @Endpoint(routes.addServiceGuide)
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addServiceGuide.body }) guide: http.Body<typeof routes.addServiceGuide>,
  ) {
    return this.guides.add(actor, guide);
  }

  @Endpoint(routes.changeServiceGuide)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeServiceGuide.params }) { guideId }: http.Params<typeof routes.changeServiceGuide>,
    @Body({ schema: routes.changeServiceGuide.body }) change: http.Body<typeof routes.changeServiceGuide>,
  ) {
    return this.guides.change(actor, guideId, change);
  }

  @Endpoint(routes.proposeServiceGuide)
  propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.proposeServiceGuide.params }) { guideId }: http.Params<typeof routes.proposeServiceGuide>,
    @Body({ schema: routes.proposeServiceGuide.body }) { onRevision }: http.Body<typeof routes.proposeServiceGuide>,
  ) {
    return this.guides.propose(actor, guideId, onRevision);
  }

  @Endpoint(routes.reviewServiceGuide)
  review(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewServiceGuide.params }) { guideId }: http.Params<typeof routes.reviewServiceGuide>,
    @Body({ schema: routes.reviewServiceGuide.body })
    { onRevision, review }: http.Body<typeof routes.reviewServiceGuide>,
  ) {
    return this.guides.review(actor, guideId, onRevision, review);
  }

  @Endpoint(routes.checkServiceGuide)
  check(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.checkServiceGuide.params }) { guideId }: http.Params<typeof routes.checkServiceGuide>,
    @Body({ schema: routes.checkServiceGuide.body })
    { onRevision, reviewOn }: http.Body<typeof routes.checkServiceGuide>,
  ) {
    return this.guides.check(actor, guideId, onRevision, reviewOn);
  }

  @Endpoint(routes.withdrawServiceGuide)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawServiceGuide.params }) { guideId }: http.Params<typeof routes.withdrawServiceGuide>,
    @Body({ schema: routes.withdrawServiceGuide.body }) { reason }: http.Body<typeof routes.withdrawServiceGuide>,
  ) {
    return this.guides.withdraw(actor, guideId, reason);
  }
}
