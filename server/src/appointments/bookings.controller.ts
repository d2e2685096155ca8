import { Body, Controller, Inject, Ip, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/appointments/appointment-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { Download } from '../http/replies.ts';
import { BookingsService } from './bookings.service.ts';
import { calendarEntry } from './calendar-entry.ts';
import { FreePlaces } from './free-places.service.ts';
import { Holds } from './holds.service.ts';

/** What everybody does without signing in; GET changes nothing, whoever follows a link. */
@Controller()
export class BookingsController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly free: FreePlaces,
    private readonly holds: Holds,
    private readonly bookings: BookingsService,
  ) {}

  @Endpoint(routes.listPublicBookableServices)
  list(
    @Query({ schema: routes.listPublicBookableServices.query })
    { limit, cursor, ...wanted }: http.Query<typeof routes.listPublicBookableServices>,
  ) {
    return this.free.list(wanted, { limit, ...(cursor ? { cursor } : {}) });
  }

  @Endpoint(routes.getPublicBookableService)
  getService(
    @Param({ schema: routes.getPublicBookableService.params })
    { serviceId }: http.Params<typeof routes.getPublicBookableService>,
  ) {
    return this.free.get(serviceId);
  }

  @Endpoint(routes.listFreeTimes)
  freeTimes(
    @Param({ schema: routes.listFreeTimes.params }) { serviceId }: http.Params<typeof routes.listFreeTimes>,
    @Query({ schema: routes.listFreeTimes.query }) { from, days }: http.Query<typeof routes.listFreeTimes>,
  ) {
    return this.free.freeTimes(serviceId, from, days);
  }

  @Endpoint(routes.holdPlace)
  hold(
    @CurrentActor() actor: Actor | undefined,
    @Ip() address: string,
    @Body({ schema: routes.holdPlace.body }) asked: http.Body<typeof routes.holdPlace>,
  ) {
    return this.holds.hold(actor, address, asked);
  }

  @Endpoint(routes.extendHold)
  extend(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.extendHold.params }) { bookingId }: http.Params<typeof routes.extendHold>,
    @Body({ schema: routes.extendHold.body }) body: http.Body<typeof routes.extendHold>,
  ) {
    return this.holds.extend(bookingId, body, actor);
  }

  @Endpoint(routes.releaseHold)
  release(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.releaseHold.params }) { bookingId }: http.Params<typeof routes.releaseHold>,
    @Body({ schema: routes.releaseHold.body }) { key }: http.Body<typeof routes.releaseHold>,
  ) {
    return this.holds.release(bookingId, key, actor);
  }

  @Endpoint(routes.confirmBooking)
  confirm(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.confirmBooking.params }) { bookingId }: http.Params<typeof routes.confirmBooking>,
    @Body({ schema: routes.confirmBooking.body }) body: http.Body<typeof routes.confirmBooking>,
  ) {
    return this.bookings.confirm(bookingId, body, actor);
  }

  @Endpoint(routes.getBooking)
  get(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.getBooking.params }) { bookingId }: http.Params<typeof routes.getBooking>,
    @Query({ schema: routes.getBooking.query }) { key }: http.Query<typeof routes.getBooking>,
  ) {
    return this.bookings.get(bookingId, key, actor);
  }

  @Endpoint(routes.getBookingCalendarEntry)
  async calendarEntry(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.getBookingCalendarEntry.params })
    { bookingId }: http.Params<typeof routes.getBookingCalendarEntry>,
    @Query({ schema: routes.getBookingCalendarEntry.query })
    { key }: http.Query<typeof routes.getBookingCalendarEntry>,
  ) {
    const booking = await this.bookings.get(bookingId, key, actor);
    const host = new URL(this.settings.PUBLIC_ORIGIN ?? 'http://localhost').hostname;
    const bytes = calendarEntry(booking, host, this.clock.now());
    return new Download(bytes, 'text/calendar; charset=utf-8', `预约 ${booking.day}.ics`);
  }

  @Endpoint(routes.findBooking)
  find(@Body({ schema: routes.findBooking.body }) lookUp: http.Body<typeof routes.findBooking>) {
    return this.bookings.find(lookUp);
  }

  @Endpoint(routes.moveBooking)
  move(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.moveBooking.params }) { bookingId }: http.Params<typeof routes.moveBooking>,
    @Body({ schema: routes.moveBooking.body }) body: http.Body<typeof routes.moveBooking>,
  ) {
    return this.bookings.move(bookingId, body, actor);
  }

  @Endpoint(routes.cancelBooking)
  cancel(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.cancelBooking.params }) { bookingId }: http.Params<typeof routes.cancelBooking>,
    @Body({ schema: routes.cancelBooking.body }) { key }: http.Body<typeof routes.cancelBooking>,
  ) {
    return this.bookings.cancel(bookingId, key, actor);
  }

  @Endpoint(routes.listOwnBookings)
  listOwn(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listOwnBookings.query }) page: http.Query<typeof routes.listOwnBookings>,
  ) {
    return this.bookings.listOwn(actor, page);
  }
}
