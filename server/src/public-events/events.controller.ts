import { Body, Controller, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/public-events/event-desk-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { EventPlans } from './event-plans.service.ts';
import { EventSeats } from './event-seats.service.ts';
import { EventsService } from './events.service.ts';

/** Notices and yearly plans, by the people of the units that hold events. */
@Controller()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly seats: EventSeats,
    private readonly plans: EventPlans,
  ) {}

  @Endpoint(routes.listEvents)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listEvents.query }) { part, words, limit, cursor }: http.Query<typeof routes.listEvents>,
  ) {
    return this.events.list(actor, { part, words }, { limit, ...(cursor ? { cursor } : {}) });
  }

  @Endpoint(routes.getEvent)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getEvent.params }) { eventId }: http.Params<typeof routes.getEvent>,
  ) {
    return this.events.get(actor, eventId);
  }

  @Endpoint(routes.addEvent)
  add(@CurrentActor() actor: Actor, @Body({ schema: routes.addEvent.body }) sent: http.Body<typeof routes.addEvent>) {
    return this.events.add(actor, sent);
  }

  @Endpoint(routes.changeEvent)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeEvent.params }) { eventId }: http.Params<typeof routes.changeEvent>,
    @Body({ schema: routes.changeEvent.body }) change: http.Body<typeof routes.changeEvent>,
  ) {
    return this.events.change(actor, eventId, change);
  }

  @Endpoint(routes.proposeEvent)
  propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.proposeEvent.params }) { eventId }: http.Params<typeof routes.proposeEvent>,
    @Body({ schema: routes.proposeEvent.body }) { onRevision }: http.Body<typeof routes.proposeEvent>,
  ) {
    return this.events.propose(actor, eventId, onRevision);
  }

  @Endpoint(routes.reviewEvent)
  review(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewEvent.params }) { eventId }: http.Params<typeof routes.reviewEvent>,
    @Body({ schema: routes.reviewEvent.body }) { onRevision, review }: http.Body<typeof routes.reviewEvent>,
  ) {
    return this.events.review(actor, eventId, onRevision, review);
  }

  @Endpoint(routes.cancelEvent)
  cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.cancelEvent.params }) { eventId }: http.Params<typeof routes.cancelEvent>,
    @Body({ schema: routes.cancelEvent.body }) { reason }: http.Body<typeof routes.cancelEvent>,
  ) {
    return this.events.cancel(actor, eventId, reason);
  }

  @Endpoint(routes.changeSeats)
  changeSeats(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeSeats.params }) { eventId }: http.Params<typeof routes.changeSeats>,
    @Body({ schema: routes.changeSeats.body }) change: http.Body<typeof routes.changeSeats>,
  ) {
    return this.seats.change(actor, eventId, change);
  }

  @Endpoint(routes.repeatEvent)
  repeat(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.repeatEvent.params }) { eventId }: http.Params<typeof routes.repeatEvent>,
    @Body({ schema: routes.repeatEvent.body }) { repeats }: http.Body<typeof routes.repeatEvent>,
  ) {
    return this.events.repeat(actor, eventId, repeats);
  }

  @Endpoint(routes.listEventPlans)
  listPlans(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listEventPlans.query }) { year, unitId }: http.Query<typeof routes.listEventPlans>,
  ) {
    return this.plans.list(actor, year, unitId);
  }

  @Endpoint(routes.addEventPlanItem)
  addPlanItem(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addEventPlanItem.body }) sent: http.Body<typeof routes.addEventPlanItem>,
  ) {
    return this.plans.add(actor, sent);
  }

  @Endpoint(routes.changeEventPlanItem)
  changePlanItem(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeEventPlanItem.params }) { itemId }: http.Params<typeof routes.changeEventPlanItem>,
    @Body({ schema: routes.changeEventPlanItem.body }) change: http.Body<typeof routes.changeEventPlanItem>,
  ) {
    return this.plans.change(actor, itemId, change);
  }

  @Endpoint(routes.dropEventPlanItem)
  dropPlanItem(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.dropEventPlanItem.params }) { itemId }: http.Params<typeof routes.dropEventPlanItem>,
    @Body({ schema: routes.dropEventPlanItem.body }) { onVersion }: http.Body<typeof routes.dropEventPlanItem>,
  ) {
    return this.plans.drop(actor, itemId, onVersion);
  }
}
