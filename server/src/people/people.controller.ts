import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/people/people-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { Colleagues } from './colleagues.service.ts';
import { PeopleService } from './people.service.ts';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly colleagues: Colleagues,
  ) {}

  @Endpoint(routes.listPeople)
  listPeople(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listPeople.query }) query: http.Query<typeof routes.listPeople>,
  ) {
    return this.people.list(actor, query, query);
  }

  @Endpoint(routes.listColleagues)
  listColleagues(@CurrentActor() actor: Actor) {
    return this.colleagues.list(actor);
  }

  @Endpoint(routes.addPerson)
  addPerson(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.addPerson.body }) person: http.Body<typeof routes.addPerson>,
  ) {
    return this.people.add(actor, person);
  }

  @Endpoint(routes.invitePerson)
  invitePerson(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.invitePerson.params }) { personId }: http.Params<typeof routes.invitePerson>,
    @Body({ schema: routes.invitePerson.body }) { reset }: http.Body<typeof routes.invitePerson>,
  ) {
    return this.people.invite(actor, personId, reset);
  }

  @Endpoint(routes.movePerson)
  movePerson(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.movePerson.params }) { personId }: http.Params<typeof routes.movePerson>,
    @Body({ schema: routes.movePerson.body }) move: http.Body<typeof routes.movePerson>,
  ) {
    return this.people.move(actor, personId, move);
  }

  @Endpoint(routes.letPersonGo)
  letPersonGo(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.letPersonGo.params }) { personId }: http.Params<typeof routes.letPersonGo>,
  ) {
    return this.people.letGo(actor, personId);
  }
}
