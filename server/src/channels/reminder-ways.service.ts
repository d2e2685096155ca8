import { Injectable } from '@nestjs/common';
import type { ReminderWays } from '@county/shared/channels/reminder-ways';
import type { Actor } from '@county/shared/people/actor';
import { Database } from '../database/database.ts';
import { ContactPoints } from '../people/contact-points.service.ts';
import { MailAddressesService } from './mail-addresses.service.ts';
import { SmsChannel } from './sms-channel.service.ts';
import { WechatCredits } from './wechat-credits.service.ts';

/** How a person can be reminded, way by way. */
@Injectable()
export class ReminderWaysService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactPoints,
    private readonly wechat: WechatCredits,
    private readonly mail: MailAddressesService,
    private readonly sms: SmsChannel,
  ) {}

  async get(actor: Actor): Promise<ReminderWays> {
    const [{ items }, mail, phoneEnding] = await Promise.all([
      this.wechat.list(actor),
      this.mail.reach(actor),
      this.database.read((db) => this.contacts.phoneEnding(db, actor.personId)),
    ]);
    return { wechat: items, mail, sms: { isOpen: this.sms.isOpen, phoneEnding } };
  }
}
