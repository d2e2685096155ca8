import { Body, Controller } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/people/own-data';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { OwnDataService } from './own-data.service.ts';

@Controller()
export class OwnDataController {
  constructor(private readonly ownData: OwnDataService) {}

  @Endpoint(routes.getOwnData)
  getOwnData(@CurrentActor() actor: Actor) {
    return this.ownData.tell(actor);
  }

  @Endpoint(routes.closeAccount)
  async closeAccount(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.closeAccount.body }) _confirmed: http.Body<typeof routes.closeAccount>,
  ) {
    await this.ownData.close(actor);
    return { done: true as const };
  }
}
