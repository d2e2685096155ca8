import { Body, Controller } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as factors from '@county/shared/people/second-factor';
import * as routes from '@county/shared/people/session-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { DEMO_ABOUTS } from './demo-abouts.ts';
import { SecondFactors } from './second-factor.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly secondFactors: SecondFactors,
  ) {}

  @Endpoint(routes.signIn)
  signIn(@Body({ schema: routes.signIn.body }) request: http.Body<typeof routes.signIn>) {
    return this.signIns.signIn(request);
  }

  @Endpoint(routes.getCurrentSession)
  getCurrentSession(@CurrentActor() actor: Actor) {
    return this.sessions.describe(actor);
  }

  @Endpoint(routes.switchMembership)
  switchMembership(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.switchMembership.body }) { membershipId }: http.Body<typeof routes.switchMembership>,
  ) {
    return this.sessions.switchMembership(actor, membershipId);
  }

  @Endpoint(routes.signOut)
  async signOut(@CurrentActor() actor: Actor) {
    await this.sessions.end(actor);
    return { done: true as const };
  }

  @Endpoint(routes.acceptInvitation)
  acceptInvitation(
    @Body({ schema: routes.acceptInvitation.body }) acceptance: http.Body<typeof routes.acceptInvitation>,
  ) {
    return this.signIns.acceptInvitation(acceptance);
  }

  @Endpoint(routes.changePassword)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.changePassword.body }) change: http.Body<typeof routes.changePassword>,
  ) {
    await this.signIns.changePassword(actor, change);
    return { done: true as const };
  }

  @Endpoint(routes.listOwnSessions)
  async listOwnSessions(@CurrentActor() actor: Actor) {
    return { items: await this.sessions.listOwn(actor) };
  }

  @Endpoint(routes.endOtherSessions)
  async endOtherSessions(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.endOtherSessions.body }) _others: http.Body<typeof routes.endOtherSessions>,
  ) {
    await this.sessions.endOthers(actor);
    return { done: true as const };
  }

  @Endpoint(factors.beginSecondFactor)
  beginSecondFactor(
    @Body({ schema: factors.beginSecondFactor.body }) who: http.Body<typeof factors.beginSecondFactor>,
  ) {
    return this.signIns.beginSecondFactor(who);
  }

  @Endpoint(factors.removeSecondFactor)
  async removeSecondFactor(
    @CurrentActor() actor: Actor,
    @Body({ schema: factors.removeSecondFactor.body }) { code }: http.Body<typeof factors.removeSecondFactor>,
  ) {
    await this.secondFactors.remove(actor, code);
    return { done: true as const };
  }

  @Endpoint(routes.listDemoPeople)
  listDemoPeople() {
    return this.signIns.demoPeople(DEMO_ABOUTS);
  }

  @Endpoint(routes.demoSignIn)
  demoSignIn(@Body({ schema: routes.demoSignIn.body }) { person }: http.Body<typeof routes.demoSignIn>) {
    return this.signIns.demoSignIn(person);
  }
}
