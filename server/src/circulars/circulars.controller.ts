import { Body, Controller, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/circulars/circular-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { CircularCandidates } from './circular-candidates.service.ts';
import { CircularViews } from './circular-views.service.ts';
import { CircularsService } from './circulars.service.ts';
import { ObjectionsService } from './objections.service.ts';

@Controller()
export class CircularsController {
  constructor(
    private readonly candidates: CircularCandidates,
    private readonly circulars: CircularsService,
    private readonly views: CircularViews,
    private readonly objections: ObjectionsService,
  ) {}

  @Endpoint(routes.listCircularCandidates)
  listCandidates(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.listCircularCandidates.params })
    { breakdownId }: http.Params<typeof routes.listCircularCandidates>,
    @Query({ schema: routes.listCircularCandidates.query }) query: http.Query<typeof routes.listCircularCandidates>,
  ) {
    return this.candidates.list(actor, breakdownId, query);
  }

  @Endpoint(routes.draftCircular)
  draft(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.draftCircular.body }) circular: http.Body<typeof routes.draftCircular>,
  ) {
    return this.circulars.draft(actor, circular);
  }

  @Endpoint(routes.listCirculars)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listCirculars.query }) page: http.Query<typeof routes.listCirculars>,
  ) {
    return this.views.list(actor, page);
  }

  @Endpoint(routes.readCircular)
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.readCircular.params }) { circularId }: http.Params<typeof routes.readCircular>,
  ) {
    return this.views.read(actor, circularId);
  }

  @Endpoint(routes.changeCircular)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeCircular.params }) { circularId }: http.Params<typeof routes.changeCircular>,
    @Body({ schema: routes.changeCircular.body }) change: http.Body<typeof routes.changeCircular>,
  ) {
    return this.circulars.change(actor, circularId, change);
  }

  @Endpoint(routes.submitCircular)
  submit(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.submitCircular.params }) { circularId }: http.Params<typeof routes.submitCircular>,
    @Body({ schema: routes.submitCircular.body }) { version }: http.Body<typeof routes.submitCircular>,
  ) {
    return this.circulars.submit(actor, circularId, version);
  }

  @Endpoint(routes.decideCircular)
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.decideCircular.params }) { circularId }: http.Params<typeof routes.decideCircular>,
    @Body({ schema: routes.decideCircular.body }) decision: http.Body<typeof routes.decideCircular>,
  ) {
    return this.circulars.decide(actor, circularId, decision);
  }

  @Endpoint(routes.withdrawCircular)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawCircular.params }) { circularId }: http.Params<typeof routes.withdrawCircular>,
    @Body({ schema: routes.withdrawCircular.body }) { version }: http.Body<typeof routes.withdrawCircular>,
  ) {
    return this.circulars.withdraw(actor, circularId, version);
  }

  @Endpoint(routes.receiveCircular)
  receive(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.receiveCircular.params }) { circularId }: http.Params<typeof routes.receiveCircular>,
    @Body({ schema: routes.receiveCircular.body }) receipt: http.Body<typeof routes.receiveCircular>,
  ) {
    return this.objections.receive(actor, circularId, receipt);
  }

  @Endpoint(routes.objectToCircular)
  object(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.objectToCircular.params }) { circularId }: http.Params<typeof routes.objectToCircular>,
    @Body({ schema: routes.objectToCircular.body }) objection: http.Body<typeof routes.objectToCircular>,
  ) {
    return this.objections.make(actor, circularId, objection);
  }

  @Endpoint(routes.decideObjection)
  decideObjection(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.decideObjection.params }) ids: http.Params<typeof routes.decideObjection>,
    @Body({ schema: routes.decideObjection.body }) decision: http.Body<typeof routes.decideObjection>,
  ) {
    return this.objections.decide(actor, ids, decision);
  }

  @Endpoint(routes.downloadCircular)
  download(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.downloadCircular.params }) { circularId }: http.Params<typeof routes.downloadCircular>,
  ) {
    return this.views.download(actor, circularId);
  }
}
