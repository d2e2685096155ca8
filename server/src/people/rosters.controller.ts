import { Body, Controller } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { confirmRoster, previewRoster } from '@county/shared/people/people-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { Uploaded, type Upload } from '../http/upload.ts';
import { RostersService } from './rosters.service.ts';

@Controller()
export class RostersController {
  constructor(private readonly rosters: RostersService) {}

  @Endpoint(previewRoster)
  previewRoster(@CurrentActor() actor: Actor, @Uploaded() upload: Upload) {
    return this.rosters.preview(actor, upload);
  }

  @Endpoint(confirmRoster)
  confirmRoster(
    @CurrentActor() actor: Actor,
    @Body({ schema: confirmRoster.body }) { previewId }: http.Body<typeof confirmRoster>,
  ) {
    return this.rosters.confirm(actor, previewId);
  }
}
