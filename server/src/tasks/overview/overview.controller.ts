import { Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/overview/overview-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { AlertsService } from './alerts.service.ts';
import { HeatDownloads } from './heat-downloads.service.ts';
import { HeatTableService } from './heat-table.service.ts';
import { TimelineService } from './timeline.service.ts';

/** The supervisor's view over a whole plan. */
@Controller()
export class OverviewController {
  constructor(
    private readonly heat: HeatTableService,
    private readonly downloads: HeatDownloads,
    private readonly alerts: AlertsService,
    private readonly timeline: TimelineService,
  ) {}

  @Endpoint(routes.readHeatTable)
  readHeatTable(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.readHeatTable.params }) { breakdownId }: http.Params<typeof routes.readHeatTable>,
    @Query({ schema: routes.readHeatTable.query }) query: http.Query<typeof routes.readHeatTable>,
  ) {
    return this.heat.read(actor, breakdownId, query, query);
  }

  @Endpoint(routes.downloadHeatTable)
  downloadHeatTable(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.downloadHeatTable.params }) { breakdownId }: http.Params<typeof routes.downloadHeatTable>,
    @Query({ schema: routes.downloadHeatTable.query }) filter: http.Query<typeof routes.downloadHeatTable>,
  ) {
    return this.downloads.heatTable(actor, breakdownId, filter);
  }

  @Endpoint(routes.listAlerts)
  listAlerts(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listAlerts.params }) { breakdownId }: http.Params<typeof routes.listAlerts>,
    @Query({ schema: routes.listAlerts.query }) query: http.Query<typeof routes.listAlerts>,
  ) {
    return this.alerts.list(actor, breakdownId, query);
  }

  @Endpoint(routes.listTimeline)
  listTimeline(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listTimeline.params }) { taskId }: http.Params<typeof routes.listTimeline>,
    @Query({ schema: routes.listTimeline.query }) page: http.Query<typeof routes.listTimeline>,
  ) {
    return this.timeline.list(actor, taskId, page);
  }

  @Endpoint(routes.listTaskContacts)
  listContacts(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listTaskContacts.params }) { taskId }: http.Params<typeof routes.listTaskContacts>,
    @Query({ schema: routes.listTaskContacts.query }) page: http.Query<typeof routes.listTaskContacts>,
  ) {
    return this.timeline.contacts(actor, taskId, page);
  }
}
