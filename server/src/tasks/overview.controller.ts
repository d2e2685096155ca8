import { Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/overview-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { HeatTableService } from './heat-table.service.ts';

/** The supervisor's view over a whole plan. */
@Controller()
export class OverviewController {
  constructor(private readonly heat: HeatTableService) {}

  @Endpoint(routes.readHeatTable)
  readHeatTable(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.readHeatTable.params }) { breakdownId }: http.Params<typeof routes.readHeatTable>,
    @Query({ schema: routes.readHeatTable.query }) query: http.Query<typeof routes.readHeatTable>,
  ) {
    return this.heat.read(actor, breakdownId, query, query);
  }
}
