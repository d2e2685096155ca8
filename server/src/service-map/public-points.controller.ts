import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as http from '@county/shared/http/route';
import * as routes from '@county/shared/service-map/service-map-routes';
import { Endpoint } from '../http/endpoint.ts';
import { PublicCache } from '../http/public-cache.ts';
import { OpenData } from './open-data.service.ts';
import { PublicMapService } from './public-map.service.ts';
import { PublicPoints } from './public-points.service.ts';

/** Open to everybody; lists are kept as bytes for a few seconds, so they are written past Nest's serialiser. */
@Controller()
export class PublicPointsController {
  constructor(
    private readonly points: PublicPoints,
    private readonly map: PublicMapService,
    private readonly openData: OpenData,
    private readonly cache: PublicCache,
  ) {}

  @Endpoint(routes.listPublicPoints)
  async list(
    @Query({ schema: routes.listPublicPoints.query }) query: http.Query<typeof routes.listPublicPoints>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => routes.listPublicPoints.response.parse(await this.points.list(query));
    await this.cache.answer(request, reply, make);
    return undefined as never;
  }

  @Endpoint(routes.getPublicPoint)
  async get(
    @Param({ schema: routes.getPublicPoint.params }) { pointId }: http.Params<typeof routes.getPublicPoint>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => routes.getPublicPoint.response.parse(await this.points.get(pointId));
    await this.cache.answerOne(request, reply, make);
    return undefined as never;
  }

  @Endpoint(routes.exportPublicPointsGeoJson)
  async geoJson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<never> {
    await this.cache.answerBytes(request, reply, () => this.openData.geoJson(), routes.exportPublicPointsGeoJson.path);
    return undefined as never;
  }

  @Endpoint(routes.exportPublicPointsCsv)
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<never> {
    await this.cache.answerBytes(request, reply, () => this.openData.csv(), routes.exportPublicPointsCsv.path);
    return undefined as never;
  }

  @Endpoint(routes.getPublicMap)
  async getMap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<never> {
    await this.cache.answer(request, reply, async () => routes.getPublicMap.response.parse(await this.map.get()));
    return undefined as never;
  }
}
