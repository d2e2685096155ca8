import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/service-guides/handbook-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { HandbooksService } from './handbooks.service.ts';

@Controller()
export class HandbooksController {
  constructor(private readonly handbooks: HandbooksService) {}

  @Endpoint(routes.listHandbooks)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listHandbooks.query }) page: http.Query<typeof routes.listHandbooks>,
  ) {
    return this.handbooks.list(actor, page);
  }

  @Endpoint(routes.addHandbook)
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addHandbook.body }) handbook: http.Body<typeof routes.addHandbook>,
  ) {
    return this.handbooks.add(actor, handbook);
  }

  @Endpoint(routes.changeHandbook)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeHandbook.params }) { handbookId }: http.Params<typeof routes.changeHandbook>,
    @Body({ schema: routes.changeHandbook.body }) change: http.Body<typeof routes.changeHandbook>,
  ) {
    return this.handbooks.change(actor, handbookId, change);
  }

  @Endpoint(routes.proposeHandbook)
  propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.proposeHandbook.params }) { handbookId }: http.Params<typeof routes.proposeHandbook>,
    @Body({ schema: routes.proposeHandbook.body }) { onRevision }: http.Body<typeof routes.proposeHandbook>,
  ) {
    return this.handbooks.propose(actor, handbookId, onRevision);
  }

  @Endpoint(routes.reviewHandbook)
  review(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewHandbook.params }) { handbookId }: http.Params<typeof routes.reviewHandbook>,
    @Body({ schema: routes.reviewHandbook.body }) { onRevision, review }: http.Body<typeof routes.reviewHandbook>,
  ) {
    return this.handbooks.review(actor, handbookId, onRevision, review);
  }

  @Endpoint(routes.withdrawHandbook)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawHandbook.params }) { handbookId }: http.Params<typeof routes.withdrawHandbook>,
    @Body({ schema: routes.withdrawHandbook.body }) { reason }: http.Body<typeof routes.withdrawHandbook>,
  ) {
    return this.handbooks.withdraw(actor, handbookId, reason);
  }
}
