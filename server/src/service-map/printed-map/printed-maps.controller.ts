import { Controller, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type * as http from '@county/shared/http/route';
import { printMap } from '@county/shared/service-map/printed-map-routes';
import { Endpoint } from '../../http/endpoint.ts';
import { Download } from '../../http/replies.ts';
import { PrintedMaps } from './printed-maps.service.ts';

@Controller()
export class PrintedMapsController {
  constructor(private readonly maps: PrintedMaps) {}

  @Endpoint(printMap)
  async print(
    @Query({ schema: printMap.query }) query: http.Query<typeof printMap>,
    @Req() { protocol, host }: FastifyRequest,
  ): Promise<Download> {
    const { bytes, fileName } = await this.maps.print(query, `${protocol}://${host}`);
    return new Download(bytes, printMap.response, fileName);
  }
}
