import { Body, Controller, Ip, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/service-map/service-map-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { Closures } from './closures.service.ts';
import { CorrectionsService } from './corrections.service.ts';
import { PointChanges } from './point-changes.service.ts';
import { ServicePointsService } from './service-points.service.ts';

@Controller()
export class ServicePointsController {
  constructor(
    private readonly points: ServicePointsService,
    private readonly changes: PointChanges,
    private readonly closures: Closures,
    private readonly corrections: CorrectionsService,
  ) {}

  @Endpoint(routes.listServicePoints)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listServicePoints.query }) { part, ...page }: http.Query<typeof routes.listServicePoints>,
  ) {
    return this.points.list(actor, part, page);
  }

  @Endpoint(routes.getServicePoint)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getServicePoint.params }) { pointId }: http.Params<typeof routes.getServicePoint>,
  ) {
    return this.points.get(actor, pointId);
  }

  @Endpoint(routes.addServicePoint)
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addServicePoint.body }) point: http.Body<typeof routes.addServicePoint>,
  ) {
    return this.changes.add(actor, point);
  }

  @Endpoint(routes.changeServicePoint)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeServicePoint.params }) { pointId }: http.Params<typeof routes.changeServicePoint>,
    @Body({ schema: routes.changeServicePoint.body }) change: http.Body<typeof routes.changeServicePoint>,
  ) {
    return this.changes.change(actor, pointId, change);
  }

  @Endpoint(routes.listPointVersions)
  listVersions(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listPointVersions.params }) { pointId }: http.Params<typeof routes.listPointVersions>,
    @Query({ schema: routes.listPointVersions.query }) page: http.Query<typeof routes.listPointVersions>,
  ) {
    return this.points.listVersions(actor, pointId, page);
  }

  @Endpoint(routes.restorePointVersion)
  restore(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.restorePointVersion.params }) { pointId }: http.Params<typeof routes.restorePointVersion>,
    @Body({ schema: routes.restorePointVersion.body }) restoration: http.Body<typeof routes.restorePointVersion>,
  ) {
    return this.changes.restore(actor, pointId, restoration);
  }

  @Endpoint(routes.checkServicePoint)
  check(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.checkServicePoint.params }) { pointId }: http.Params<typeof routes.checkServicePoint>,
    @Body({ schema: routes.checkServicePoint.body }) check: http.Body<typeof routes.checkServicePoint>,
  ) {
    return this.changes.confirm(actor, pointId, check);
  }

  @Endpoint(routes.withdrawServicePoint)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawServicePoint.params }) { pointId }: http.Params<typeof routes.withdrawServicePoint>,
    @Body({ schema: routes.withdrawServicePoint.body }) withdrawal: http.Body<typeof routes.withdrawServicePoint>,
  ) {
    return this.changes.withdraw(actor, pointId, withdrawal);
  }

  @Endpoint(routes.previewClosure)
  previewClosure(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.previewClosure.params }) { pointId }: http.Params<typeof routes.previewClosure>,
    @Body({ schema: routes.previewClosure.body }) days: http.Body<typeof routes.previewClosure>,
  ) {
    return this.closures.preview(actor, pointId, days);
  }

  @Endpoint(routes.closeServicePoint)
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.closeServicePoint.params }) { pointId }: http.Params<typeof routes.closeServicePoint>,
    @Body({ schema: routes.closeServicePoint.body }) closure: http.Body<typeof routes.closeServicePoint>,
  ) {
    return this.closures.close(actor, pointId, closure);
  }

  @Endpoint(routes.reportCorrection)
  report(
    @Ip() address: string,
    @Param({ schema: routes.reportCorrection.params }) { pointId }: http.Params<typeof routes.reportCorrection>,
    @Body({ schema: routes.reportCorrection.body }) correction: http.Body<typeof routes.reportCorrection>,
  ) {
    return this.corrections.report(address, pointId, correction);
  }

  @Endpoint(routes.readReportedCorrection)
  readReported(
    @Param({ schema: routes.readReportedCorrection.params })
    { correctionId }: http.Params<typeof routes.readReportedCorrection>,
  ) {
    return this.corrections.readReported(correctionId);
  }

  @Endpoint(routes.listCorrections)
  listCorrections(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listCorrections.query }) { part, ...page }: http.Query<typeof routes.listCorrections>,
  ) {
    return this.corrections.list(actor, part, page);
  }

  @Endpoint(routes.answerCorrection)
  answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.answerCorrection.params }) { correctionId }: http.Params<typeof routes.answerCorrection>,
    @Body({ schema: routes.answerCorrection.body }) answer: http.Body<typeof routes.answerCorrection>,
  ) {
    return this.corrections.answer(actor, correctionId, answer);
  }
}
