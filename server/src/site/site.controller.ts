import { Controller, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { getHealth, getSite } from '@county/shared/site/site';
import { Endpoint } from '../http/endpoint.ts';
import { SiteService } from './site.service.ts';

@Controller()
export class SiteController {
  constructor(private readonly service: SiteService) {}

  @Endpoint(getSite)
  getSite() {
    return this.service.site();
  }

  /** For balancers: 503 takes this process out of service while its database is away. */
  @Endpoint(getHealth)
  async getHealth(@Res({ passthrough: true }) reply: FastifyReply) {
    const health = await this.service.health();
    if (!health.ready) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return health;
  }
}
