import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/lines/extension-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { ExtensionsService } from './extensions.service.ts';

@Controller()
export class ExtensionsController {
  constructor(private readonly extensions: ExtensionsService) {}

  @Endpoint(routes.askExtension)
  ask(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.askExtension.params }) { assignmentId }: http.Params<typeof routes.askExtension>,
    @Body({ schema: routes.askExtension.body }) extension: http.Body<typeof routes.askExtension>,
  ) {
    return this.extensions.ask(actor, assignmentId, extension);
  }

  @Endpoint(routes.listExtensions)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listExtensions.query }) page: http.Query<typeof routes.listExtensions>,
  ) {
    return this.extensions.list(actor, page);
  }

  @Endpoint(routes.decideExtension)
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.decideExtension.params }) { extensionId }: http.Params<typeof routes.decideExtension>,
    @Body({ schema: routes.decideExtension.body }) decision: http.Body<typeof routes.decideExtension>,
  ) {
    return this.extensions.decide(actor, extensionId, decision);
  }
}
