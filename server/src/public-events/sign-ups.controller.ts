import { Body, Controller, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/public-events/sign-up-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { SignUpsService } from './sign-ups.service.ts';

/** What everybody does without signing in; GET changes nothing, whoever follows a link. */
@Controller()
export class SignUpsController {
  constructor(private readonly signUps: SignUpsService) {}

  @Endpoint(routes.signUpForEvent)
  signUp(
    @CurrentActor() actor: Actor | undefined,
    @Body({ schema: routes.signUpForEvent.body }) sent: http.Body<typeof routes.signUpForEvent>,
  ) {
    return this.signUps.signUp(actor, sent);
  }

  @Endpoint(routes.getSignUp)
  get(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.getSignUp.params }) { signUpId }: http.Params<typeof routes.getSignUp>,
    @Query({ schema: routes.getSignUp.query }) { key }: http.Query<typeof routes.getSignUp>,
  ) {
    return this.signUps.get(signUpId, key, actor);
  }

  @Endpoint(routes.findSignUp)
  find(@Body({ schema: routes.findSignUp.body }) lookUp: http.Body<typeof routes.findSignUp>) {
    return this.signUps.find(lookUp);
  }

  @Endpoint(routes.withdrawSignUp)
  withdraw(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.withdrawSignUp.params }) { signUpId }: http.Params<typeof routes.withdrawSignUp>,
    @Body({ schema: routes.withdrawSignUp.body }) withdrawal: http.Body<typeof routes.withdrawSignUp>,
  ) {
    return this.signUps.withdraw(signUpId, withdrawal, actor);
  }

  @Endpoint(routes.giveEventFeedback)
  feedback(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: routes.giveEventFeedback.params }) { signUpId }: http.Params<typeof routes.giveEventFeedback>,
    @Body({ schema: routes.giveEventFeedback.body }) feedback: http.Body<typeof routes.giveEventFeedback>,
  ) {
    return this.signUps.feedback(signUpId, feedback, actor);
  }

  @Endpoint(routes.listOwnSignUps)
  listOwn(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listOwnSignUps.query }) page: http.Query<typeof routes.listOwnSignUps>,
  ) {
    return this.signUps.listOwn(actor, page);
  }
}
