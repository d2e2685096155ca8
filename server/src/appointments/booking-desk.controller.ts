import { Body, Controller, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/appointments/booking-desk-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { BookableServicesService } from './bookable-services.service.ts';
import { ClosingDecisions } from './closing-decisions.service.ts';
import { FreePlaces } from './free-places.service.ts';
import { StaffBookings } from './staff-bookings.service.ts';

/** What can be booked, and what a place's people do with the bookings. */
@Controller()
export class BookingDeskController {
  constructor(
    private readonly services: BookableServicesService,
    private readonly bookings: StaffBookings,
    private readonly closings: ClosingDecisions,
    private readonly free: FreePlaces,
  ) {}

  @Endpoint(routes.listBookableServices)
  listBookableServices(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listBookableServices.query }) query: http.Query<typeof routes.listBookableServices>,
  ) {
    return this.services.list(actor, query.pointId, query);
  }

  @Endpoint(routes.getBookableService)
  getBookableService(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getBookableService.params }) params: http.Params<typeof routes.getBookableService>,
  ) {
    return this.services.get(actor, params.serviceId);
  }

  @Endpoint(routes.addBookableService)
  addBookableService(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addBookableService.body }) body: http.Body<typeof routes.addBookableService>,
  ) {
    return this.services.add(actor, body);
  }

  @Endpoint(routes.changeBookableService)
  changeBookableService(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeBookableService.params }) params: http.Params<typeof routes.changeBookableService>,
    @Body({ schema: routes.changeBookableService.body }) body: http.Body<typeof routes.changeBookableService>,
  ) {
    return this.services.change(actor, params.serviceId, body);
  }

  @Endpoint(routes.previewBookableMonth)
  previewBookableMonth(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.previewBookableMonth.body }) body: http.Body<typeof routes.previewBookableMonth>,
  ) {
    return this.services.preview(actor, body);
  }

  @Endpoint(routes.listStaffTimes)
  listStaffTimes(
    @Param({ schema: routes.listStaffTimes.params }) { serviceId }: http.Params<typeof routes.listStaffTimes>,
    @Query({ schema: routes.listStaffTimes.query }) { from, days }: http.Query<typeof routes.listStaffTimes>,
  ) {
    return this.free.staffTimes(serviceId, from, days);
  }

  @Endpoint(routes.getStaffBooking)
  getStaffBooking(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getStaffBooking.params }) params: http.Params<typeof routes.getStaffBooking>,
  ) {
    return this.bookings.get(actor, params.bookingId);
  }

  @Endpoint(routes.addStaffBooking)
  addStaffBooking(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addStaffBooking.body }) body: http.Body<typeof routes.addStaffBooking>,
  ) {
    return this.bookings.add(actor, body);
  }

  @Endpoint(routes.moveStaffBooking)
  moveStaffBooking(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.moveStaffBooking.params }) params: http.Params<typeof routes.moveStaffBooking>,
    @Body({ schema: routes.moveStaffBooking.body }) body: http.Body<typeof routes.moveStaffBooking>,
  ) {
    return this.bookings.move(actor, params.bookingId, body);
  }

  @Endpoint(routes.cancelStaffBooking)
  cancelStaffBooking(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.cancelStaffBooking.params }) params: http.Params<typeof routes.cancelStaffBooking>,
    @Body({ schema: routes.cancelStaffBooking.body }) body: http.Body<typeof routes.cancelStaffBooking>,
  ) {
    return this.bookings.cancel(actor, params.bookingId, body);
  }

  @Endpoint(routes.rangAboutBooking)
  rangAboutBooking(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.rangAboutBooking.params }) params: http.Params<typeof routes.rangAboutBooking>,
    @Body({ schema: routes.rangAboutBooking.body }) body: http.Body<typeof routes.rangAboutBooking>,
  ) {
    return this.bookings.rang(actor, params.bookingId, body);
  }

  @Endpoint(routes.listBookingsToRing)
  listBookingsToRing(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listBookingsToRing.params }) params: http.Params<typeof routes.listBookingsToRing>,
  ) {
    return this.closings.toRing(actor, params.pointId);
  }

  @Endpoint(routes.listBookingsOutside)
  listBookingsOutside(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listBookingsOutside.params }) params: http.Params<typeof routes.listBookingsOutside>,
  ) {
    return this.closings.listOutside(actor, params.pointId);
  }

  @Endpoint(routes.countBookingsOutside)
  countBookingsOutside(@CurrentActor() actor: Actor) {
    return this.closings.countOutside(actor);
  }

  @Endpoint(routes.listBookingsWithin)
  listBookingsWithin(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listBookingsWithin.params }) params: http.Params<typeof routes.listBookingsWithin>,
    @Query({ schema: routes.listBookingsWithin.query }) query: http.Query<typeof routes.listBookingsWithin>,
  ) {
    return this.closings.list(actor, params.pointId, query);
  }

  @Endpoint(routes.decideClosing)
  decideClosing(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.decideClosing.params }) params: http.Params<typeof routes.decideClosing>,
    @Body({ schema: routes.decideClosing.body }) body: http.Body<typeof routes.decideClosing>,
  ) {
    return this.closings.decide(actor, params.pointId, body);
  }
}
