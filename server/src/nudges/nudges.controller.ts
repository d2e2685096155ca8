import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import * as routes from '@county/shared/nudges/nudge-routes';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { NudgeViews } from './nudge-views.service.ts';
import { NudgesService } from './nudges.service.ts';

@Controller()
export class NudgesController {
  constructor(
    private readonly nudges: NudgesService,
    private readonly views: NudgeViews,
  ) {}

  @Endpoint(routes.previewNudge)
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.previewNudge.body }) { lines }: http.Body<typeof routes.previewNudge>,
  ) {
    return this.nudges.preview(actor, lines);
  }

  @Endpoint(routes.sendNudge)
  send(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.sendNudge.body }) nudge: http.Body<typeof routes.sendNudge>,
  ) {
    return this.nudges.send(actor, nudge);
  }

  @Endpoint(routes.listNudges)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listNudges.query }) query: http.Query<typeof routes.listNudges>,
  ) {
    return this.views.list(actor, query);
  }

  @Endpoint(routes.readNudge)
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.readNudge.params }) { nudgeId }: http.Params<typeof routes.readNudge>,
  ) {
    return this.views.read(actor, nudgeId);
  }

  @Endpoint(routes.listNudgedUnits)
  listUnits(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listNudgedUnits.params }) { nudgeId }: http.Params<typeof routes.listNudgedUnits>,
    @Query({ schema: routes.listNudgedUnits.query }) page: http.Query<typeof routes.listNudgedUnits>,
  ) {
    return this.views.listUnits(actor, nudgeId, page);
  }
}
