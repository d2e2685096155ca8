import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import {
  addOrgUnit,
  changeOrgUnit,
  getOrgUnit,
  listOrgUnits,
  mergeOrgUnit,
} from '@county/shared/org-units/org-unit-routes';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { OrgUnitsService } from './org-units.service.ts';

@Controller()
export class OrgUnitsController {
  constructor(private readonly units: OrgUnitsService) {}

  @Endpoint(listOrgUnits)
  listOrgUnits(@Query({ schema: listOrgUnits.query }) query: http.Query<typeof listOrgUnits>) {
    return this.units.list(query, query);
  }

  @Endpoint(getOrgUnit)
  getOrgUnit(@Param({ schema: getOrgUnit.params }) { unitId }: http.Params<typeof getOrgUnit>) {
    return this.units.get(unitId);
  }

  @Endpoint(addOrgUnit)
  addOrgUnit(@CurrentActor() actor: Actor, @Body({ schema: addOrgUnit.body }) unit: http.Body<typeof addOrgUnit>) {
    return this.units.add(actor, unit);
  }

  @Endpoint(changeOrgUnit)
  changeOrgUnit(
    @CurrentActor() actor: Actor,
    @Param({ schema: changeOrgUnit.params }) { unitId }: http.Params<typeof changeOrgUnit>,
    @Body({ schema: changeOrgUnit.body }) change: http.Body<typeof changeOrgUnit>,
  ) {
    return this.units.change(actor, unitId, change);
  }

  @Endpoint(mergeOrgUnit)
  mergeOrgUnit(
    @CurrentActor() actor: Actor,
    @Param({ schema: mergeOrgUnit.params }) { unitId }: http.Params<typeof mergeOrgUnit>,
    @Body({ schema: mergeOrgUnit.body }) merger: http.Body<typeof mergeOrgUnit>,
  ) {
    return this.units.merge(actor, unitId, merger);
  }
}
