import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/findings/finding-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { FindingsService } from './findings.service.ts';
import { MeasuresService } from './measures.service.ts';
import { PublicFindingsService } from './public-findings.service.ts';
import { RechecksService } from './rechecks.service.ts';

@Controller()
export class FindingsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly measures: MeasuresService,
    private readonly rechecks: RechecksService,
    private readonly publicFindings: PublicFindingsService,
  ) {}

  @Endpoint(routes.stateMeasure)
  stateMeasure(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.stateMeasure.params }) { assignmentId }: http.Params<typeof routes.stateMeasure>,
    @Body({ schema: routes.stateMeasure.body }) measure: http.Body<typeof routes.stateMeasure>,
  ) {
    return this.measures.state(actor, assignmentId, measure);
  }

  @Endpoint(routes.decideMeasure)
  decideMeasure(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.decideMeasure.params }) { measureId }: http.Params<typeof routes.decideMeasure>,
    @Body({ schema: routes.decideMeasure.body }) decision: http.Body<typeof routes.decideMeasure>,
  ) {
    return this.measures.decide(actor, measureId, decision);
  }

  @Endpoint(routes.fileRecheck)
  fileRecheck(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.fileRecheck.params }) { assignmentId }: http.Params<typeof routes.fileRecheck>,
    @Body({ schema: routes.fileRecheck.body }) recheck: http.Body<typeof routes.fileRecheck>,
  ) {
    return this.rechecks.file(actor, assignmentId, recheck);
  }

  @Endpoint(routes.changeFinding)
  changeFinding(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeFinding.params }) { taskId }: http.Params<typeof routes.changeFinding>,
    @Body({ schema: routes.changeFinding.body }) change: http.Body<typeof routes.changeFinding>,
  ) {
    return this.findings.change(actor, taskId, change);
  }

  @Endpoint(routes.listPublicFindings)
  listPublicFindings(
    @Query({ schema: routes.listPublicFindings.query })
    { breakdownId, ...page }: http.Query<typeof routes.listPublicFindings>,
  ) {
    return this.publicFindings.list(breakdownId, page);
  }
}
