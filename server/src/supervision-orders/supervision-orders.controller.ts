import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/supervision-orders/order-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { IssuingService } from './issuing.service.ts';
import { OrderViews } from './order-views.service.ts';
import { OrdersService } from './orders.service.ts';

@Controller()
export class SupervisionOrdersController {
  constructor(
    private readonly issuing: IssuingService,
    private readonly orders: OrdersService,
    private readonly views: OrderViews,
  ) {}

  @Endpoint(routes.listOrderChoices)
  choices(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listOrderChoices.params }) { unitId }: http.Params<typeof routes.listOrderChoices>,
    @Query({ schema: routes.listOrderChoices.query }) { assignmentId }: http.Query<typeof routes.listOrderChoices>,
  ) {
    return this.views.choices(actor, unitId, assignmentId);
  }

  @Endpoint(routes.issueOrder)
  issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.issueOrder.body }) order: http.Body<typeof routes.issueOrder>,
  ) {
    return this.issuing.issue(actor, order);
  }

  @Endpoint(routes.listOrders)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listOrders.query }) query: http.Query<typeof routes.listOrders>,
  ) {
    return this.views.list(actor, query);
  }

  @Endpoint(routes.readOrder)
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.readOrder.params }) { orderId }: http.Params<typeof routes.readOrder>,
  ) {
    return this.views.read(actor, orderId);
  }

  @Endpoint(routes.receiveOrder)
  receive(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.receiveOrder.params }) { orderId }: http.Params<typeof routes.receiveOrder>,
    @Body({ schema: routes.receiveOrder.body }) receipt: http.Body<typeof routes.receiveOrder>,
  ) {
    return this.orders.receive(actor, orderId, receipt);
  }

  @Endpoint(routes.answerOrder)
  answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.answerOrder.params }) { orderId }: http.Params<typeof routes.answerOrder>,
    @Body({ schema: routes.answerOrder.body }) answer: http.Body<typeof routes.answerOrder>,
  ) {
    return this.orders.answer(actor, orderId, answer);
  }

  @Endpoint(routes.reviewOrder)
  review(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewOrder.params }) { orderId }: http.Params<typeof routes.reviewOrder>,
    @Body({ schema: routes.reviewOrder.body }) review: http.Body<typeof routes.reviewOrder>,
  ) {
    return this.orders.review(actor, orderId, review);
  }

  @Endpoint(routes.withdrawOrder)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawOrder.params }) { orderId }: http.Params<typeof routes.withdrawOrder>,
    @Body({ schema: routes.withdrawOrder.body }) withdrawal: http.Body<typeof routes.withdrawOrder>,
  ) {
    return this.orders.withdraw(actor, orderId, withdrawal);
  }

  @Endpoint(routes.downloadOrder)
  download(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.downloadOrder.params }) { orderId }: http.Params<typeof routes.downloadOrder>,
    @Query({ schema: routes.downloadOrder.query }) { answer }: http.Query<typeof routes.downloadOrder>,
  ) {
    return this.views.download(actor, orderId, answer === 'true');
  }
}
