import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as http from '@county/shared/http/route';
import * as routes from '@county/shared/public-events/public-event-routes';
import { Endpoint } from '../http/endpoint.ts';
import { PublicCache } from '../http/public-cache.ts';
import { Download } from '../http/replies.ts';
import { EventSeats } from './event-seats.service.ts';
import { PublicEventsService } from './public-events.service.ts';

const CALENDAR = 'text/calendar; charset=utf-8';

/** Open to everybody; replies are kept as bytes for a few seconds, so they are written past Nest's serialiser. */
@Controller()
export class PublicEventsController {
  constructor(
    private readonly events: PublicEventsService,
    private readonly seats: EventSeats,
    private readonly cache: PublicCache,
  ) {}

  @Endpoint(routes.listPublicEvents)
  async list(
    @Query({ schema: routes.listPublicEvents.query })
    { limit, cursor, ...wanted }: http.Query<typeof routes.listPublicEvents>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const page = { limit, ...(cursor ? { cursor } : {}) };
    return this.answer(request, reply, async () =>
      routes.listPublicEvents.response.parse(await this.events.list(wanted, page)),
    );
  }

  @Endpoint(routes.getEventMonth)
  async month(
    @Param({ schema: routes.getEventMonth.params }) { month }: http.Params<typeof routes.getEventMonth>,
    @Query({ schema: routes.getEventMonth.query }) filters: http.Query<typeof routes.getEventMonth>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    return this.answer(request, reply, async () =>
      routes.getEventMonth.response.parse(await this.events.month(month, filters)),
    );
  }

  @Endpoint(routes.getPublicEvent)
  async get(
    @Param({ schema: routes.getPublicEvent.params }) { eventId }: http.Params<typeof routes.getPublicEvent>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    return this.answer(request, reply, async () =>
      routes.getPublicEvent.response.parse(await this.events.get(eventId)),
    );
  }

  @Endpoint(routes.getEventCalendarEntry)
  async calendarEntry(
    @Param({ schema: routes.getEventCalendarEntry.params })
    { eventId }: http.Params<typeof routes.getEventCalendarEntry>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => new Download(await this.events.calendarEntry(eventId), CALENDAR, '活动.ics');
    return (await this.cache.answerBytes(request, reply, make)) as never;
  }

  @Endpoint(routes.getEventFeed)
  async feed(
    @Query({ schema: routes.getEventFeed.query }) filters: http.Query<typeof routes.getEventFeed>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => new Download(await this.events.feed(filters), CALENDAR);
    return (await this.cache.answerBytes(request, reply, make)) as never;
  }

  @Endpoint(routes.getPublicDraw)
  async draw(
    @Param({ schema: routes.getPublicDraw.params }) { eventId }: http.Params<typeof routes.getPublicDraw>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    return this.answer(request, reply, async () =>
      routes.getPublicDraw.response.parse(await this.seats.publicDraw(eventId)),
    );
  }

  /** Nothing is left for Nest to send. */
  private async answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>): Promise<never> {
    return (await this.cache.answer(request, reply, make)) as never;
  }
}
