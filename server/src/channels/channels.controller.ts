import { Body, Controller } from '@nestjs/common';
import * as routes from '@county/shared/channels/channel-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { MailAddressesService } from './mail-addresses.service.ts';
import { ReminderWaysService } from './reminder-ways.service.ts';
import { WechatCredits } from './wechat-credits.service.ts';

@Controller()
export class ChannelsController {
  constructor(
    private readonly wechat: WechatCredits,
    private readonly mail: MailAddressesService,
    private readonly ways: ReminderWaysService,
  ) {}

  @Endpoint(routes.consentToWechat)
  consentToWechat(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.consentToWechat.body }) consent: http.Body<typeof routes.consentToWechat>,
  ) {
    return this.wechat.consent(actor, consent);
  }

  @Endpoint(routes.listWechatCredits)
  listWechatCredits(@CurrentActor() actor: Actor) {
    return this.wechat.list(actor);
  }

  @Endpoint(routes.getReminderWays)
  getReminderWays(@CurrentActor() actor: Actor) {
    return this.ways.get(actor);
  }

  @Endpoint(routes.giveMailAddress)
  giveMailAddress(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.giveMailAddress.body }) address: http.Body<typeof routes.giveMailAddress>,
  ) {
    return this.mail.give(actor, address);
  }

  @Endpoint(routes.confirmMailAddress)
  confirmMailAddress(
    @CurrentActor() actor: Actor,
    @Body({ schema: routes.confirmMailAddress.body }) { code }: http.Body<typeof routes.confirmMailAddress>,
  ) {
    return this.mail.confirm(actor, code);
  }

  @Endpoint(routes.removeMailAddress)
  removeMailAddress(@CurrentActor() actor: Actor) {
    return this.mail.remove(actor);
  }
}
