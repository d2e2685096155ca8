import { Body, Controller, Param, Query } from '@nestjs/common';
import { getPublicQueue } from '@county/shared/appointments/appointment-routes';
import * as routes from '@county/shared/appointments/booking-desk-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { CounterQueue } from './counter-queue.service.ts';

/** The counter: who is here, whose turn it is. */
@Controller()
export class CounterController {
  constructor(private readonly queue: CounterQueue) {}

  @Endpoint(getPublicQueue)
  publicQueue(@Param({ schema: getPublicQueue.params }) { pointId }: http.Params<typeof getPublicQueue>) {
    return this.queue.publicQueue(pointId);
  }

  @Endpoint(routes.getPointDay)
  getPointDay(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getPointDay.params }) params: http.Params<typeof routes.getPointDay>,
    @Query({ schema: routes.getPointDay.query }) query: http.Query<typeof routes.getPointDay>,
  ) {
    return this.queue.day(actor, params.pointId, query.day);
  }

  @Endpoint(routes.arriveAtPoint)
  arriveAtPoint(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.arriveAtPoint.params }) params: http.Params<typeof routes.arriveAtPoint>,
    @Body({ schema: routes.arriveAtPoint.body }) body: http.Body<typeof routes.arriveAtPoint>,
  ) {
    return this.queue.arrive(actor, params.pointId, body);
  }

  @Endpoint(routes.addWalkIn)
  addWalkIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.addWalkIn.params }) params: http.Params<typeof routes.addWalkIn>,
    @Body({ schema: routes.addWalkIn.body }) body: http.Body<typeof routes.addWalkIn>,
  ) {
    return this.queue.walkIn(actor, params.pointId, body);
  }

  @Endpoint(routes.callNext)
  callNext(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.callNext.params }) params: http.Params<typeof routes.callNext>,
    @Body({ schema: routes.callNext.body }) body: http.Body<typeof routes.callNext>,
  ) {
    return this.queue.callNext(actor, params.pointId, body);
  }

  @Endpoint(routes.stepAtCounter)
  stepAtCounter(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.stepAtCounter.params }) params: http.Params<typeof routes.stepAtCounter>,
    @Body({ schema: routes.stepAtCounter.body }) body: http.Body<typeof routes.stepAtCounter>,
  ) {
    return this.queue.stepOf(actor, params.bookingId, body);
  }
}
