import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/appointments/home-visits/visit-plan-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { ElderCardsService } from './elder-cards.service.ts';

@Controller()
export class ElderCardsController {
  constructor(private readonly cards: ElderCardsService) {}

  @Endpoint(routes.listElderCards)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listElderCards.query }) query: http.Query<typeof routes.listElderCards>,
  ) {
    return this.cards.list(actor, query.part, query.villageId, query);
  }

  @Endpoint(routes.getElderCard)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getElderCard.params }) { cardId }: http.Params<typeof routes.getElderCard>,
  ) {
    return this.cards.get(actor, cardId);
  }

  @Endpoint(routes.addElderCard)
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addElderCard.body }) body: http.Body<typeof routes.addElderCard>,
  ) {
    return this.cards.add(actor, body);
  }

  @Endpoint(routes.useElderCard)
  use(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.useElderCard.params }) { cardId }: http.Params<typeof routes.useElderCard>,
    @Body({ schema: routes.useElderCard.body }) body: http.Body<typeof routes.useElderCard>,
  ) {
    return this.cards.use(actor, cardId, body.requestId);
  }

  @Endpoint(routes.changeElderCard)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeElderCard.params }) { cardId }: http.Params<typeof routes.changeElderCard>,
    @Body({ schema: routes.changeElderCard.body }) body: http.Body<typeof routes.changeElderCard>,
  ) {
    return this.cards.change(actor, cardId, body);
  }

  @Endpoint(routes.withdrawCardConsent)
  withdrawConsent(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawCardConsent.params }) { cardId }: http.Params<typeof routes.withdrawCardConsent>,
    @Body({ schema: routes.withdrawCardConsent.body }) body: http.Body<typeof routes.withdrawCardConsent>,
  ) {
    return this.cards.withdrawConsent(actor, cardId, body);
  }
}
