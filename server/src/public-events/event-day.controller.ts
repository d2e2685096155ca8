import { Body, Controller, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/public-events/event-day-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { EventDoor } from './event-door.service.ts';
import { EventSeats } from './event-seats.service.ts';
import { Hearings } from './hearings.service.ts';
import { StaffSignUps } from './staff-sign-ups.service.ts';

/** Sign-ups as the organiser keeps them, the draw, the door and the duties of a hearing. */
@Controller()
export class EventDayController {
  constructor(
    private readonly signUps: StaffSignUps,
    private readonly seats: EventSeats,
    private readonly door: EventDoor,
    private readonly hearings: Hearings,
  ) {}

  @Endpoint(routes.listSignUps)
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listSignUps.params }) { eventId }: http.Params<typeof routes.listSignUps>,
    @Query({ schema: routes.listSignUps.query }) { limit, cursor, ...wanted }: http.Query<typeof routes.listSignUps>,
  ) {
    return this.signUps.list(actor, eventId, wanted, { limit, ...(cursor ? { cursor } : {}) });
  }

  @Endpoint(routes.getStaffSignUp)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getStaffSignUp.params }) { signUpId }: http.Params<typeof routes.getStaffSignUp>,
  ) {
    return this.signUps.get(actor, signUpId);
  }

  @Endpoint(routes.addStaffSignUp)
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addStaffSignUp.body }) sent: http.Body<typeof routes.addStaffSignUp>,
  ) {
    return this.signUps.add(actor, sent);
  }

  @Endpoint(routes.withdrawStaffSignUp)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawStaffSignUp.params }) { signUpId }: http.Params<typeof routes.withdrawStaffSignUp>,
    @Body({ schema: routes.withdrawStaffSignUp.body }) withdrawal: http.Body<typeof routes.withdrawStaffSignUp>,
  ) {
    return this.signUps.withdraw(actor, signUpId, withdrawal);
  }

  @Endpoint(routes.rangAboutSignUp)
  rang(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.rangAboutSignUp.params }) { signUpId }: http.Params<typeof routes.rangAboutSignUp>,
    @Body({ schema: routes.rangAboutSignUp.body }) body: http.Body<typeof routes.rangAboutSignUp>,
  ) {
    return this.signUps.rang(actor, signUpId, body);
  }

  @Endpoint(routes.drawPlaces)
  draw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.drawPlaces.params }) { eventId }: http.Params<typeof routes.drawPlaces>,
    @Body({ schema: routes.drawPlaces.body }) draw: http.Body<typeof routes.drawPlaces>,
  ) {
    return this.seats.draw(actor, eventId, draw);
  }

  @Endpoint(routes.listDoor)
  listDoor(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listDoor.params }) { eventId }: http.Params<typeof routes.listDoor>,
  ) {
    return this.door.list(actor, eventId);
  }

  @Endpoint(routes.checkIn)
  checkIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.checkIn.params }) { eventId }: http.Params<typeof routes.checkIn>,
    @Body({ schema: routes.checkIn.body }) sent: http.Body<typeof routes.checkIn>,
  ) {
    return this.door.checkIn(actor, eventId, sent);
  }

  @Endpoint(routes.takeBackCheckIn)
  takeBackCheckIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.takeBackCheckIn.params }) { eventId }: http.Params<typeof routes.takeBackCheckIn>,
    @Body({ schema: routes.takeBackCheckIn.body }) sent: http.Body<typeof routes.takeBackCheckIn>,
  ) {
    return this.door.takeBack(actor, eventId, sent);
  }

  @Endpoint(routes.addEventWalkIn)
  walkIn(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.addEventWalkIn.params }) { eventId }: http.Params<typeof routes.addEventWalkIn>,
    @Body({ schema: routes.addEventWalkIn.body }) sent: http.Body<typeof routes.addEventWalkIn>,
  ) {
    return this.door.walkIn(actor, eventId, sent);
  }

  @Endpoint(routes.deliverPapers)
  deliverPapers(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.deliverPapers.params }) { eventId }: http.Params<typeof routes.deliverPapers>,
    @Body({ schema: routes.deliverPapers.body }) delivery: http.Body<typeof routes.deliverPapers>,
  ) {
    return this.hearings.deliverPapers(actor, eventId, delivery);
  }

  @Endpoint(routes.publishParticipants)
  publishParticipants(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.publishParticipants.params }) { eventId }: http.Params<typeof routes.publishParticipants>,
    @Body({ schema: routes.publishParticipants.body }) list: http.Body<typeof routes.publishParticipants>,
  ) {
    return this.hearings.publishParticipants(actor, eventId, list);
  }
}
