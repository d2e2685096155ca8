import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as http from '@county/shared/http/route';
import { getPublicHandbook, getWholeGuides, listPublicHandbooks } from '@county/shared/service-guides/handbook-routes';
import {
  getPublicGuide,
  listPublicGuides,
  listPublicGuideVersions,
} from '@county/shared/service-guides/service-guide-routes';
import { Endpoint } from '../http/endpoint.ts';
import { PublicCache } from '../http/public-cache.ts';
import { HandbooksService } from './handbooks.service.ts';
import { PublicGuides } from './public-guides.service.ts';

/** Open to everybody; replies are kept as bytes for a few seconds, so they are written past Nest's serialiser. */
@Controller()
export class PublicGuidesController {
  constructor(
    private readonly guides: PublicGuides,
    private readonly handbooks: HandbooksService,
    private readonly cache: PublicCache,
  ) {}

  @Endpoint(listPublicGuides)
  async list(
    @Query({ schema: listPublicGuides.query }) { limit, cursor, ...wanted }: http.Query<typeof listPublicGuides>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const make = async () => listPublicGuides.response.parse(await this.guides.list(wanted, page));
    return this.answer(request, reply, make);
  }

  @Endpoint(getPublicGuide)
  async get(
    @Param({ schema: getPublicGuide.params }) { guideId }: http.Params<typeof getPublicGuide>,
    @Query({ schema: getPublicGuide.query }) which: http.Query<typeof getPublicGuide>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => getPublicGuide.response.parse(await this.guides.get(guideId, which));
    return this.answer(request, reply, make);
  }

  @Endpoint(listPublicGuideVersions)
  listVersions(
    @Param({ schema: listPublicGuideVersions.params }) { guideId }: http.Params<typeof listPublicGuideVersions>,
    @Query({ schema: listPublicGuideVersions.query }) page: http.Query<typeof listPublicGuideVersions>,
  ) {
    return this.guides.listVersions(guideId, page);
  }

  @Endpoint(listPublicHandbooks)
  async listHandbooks(
    @Query({ schema: listPublicHandbooks.query }) page: http.Query<typeof listPublicHandbooks>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => listPublicHandbooks.response.parse(await this.handbooks.listPublic(page));
    return this.answer(request, reply, make);
  }

  @Endpoint(getPublicHandbook)
  async getHandbook(
    @Param({ schema: getPublicHandbook.params }) { handbookId }: http.Params<typeof getPublicHandbook>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => getPublicHandbook.response.parse(await this.handbooks.getPublic(handbookId));
    return this.answer(request, reply, make);
  }

  @Endpoint(getWholeGuides)
  async getWhole(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<never> {
    const make = async () => {
      const [guides, handbooks] = await Promise.all([this.guides.whole(), this.handbooks.whole()]);
      return getWholeGuides.response.parse({ guides, handbooks });
    };
    return this.answer(request, reply, make);
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>): Promise<never> {
    await this.cache.answer(request, reply, make);
    return undefined as never;
  }
}
