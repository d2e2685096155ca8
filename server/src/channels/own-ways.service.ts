import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MESSAGE_PURPOSE_LABELS } from '@county/shared/channels/wechat-template';
import { OwnDataService } from '../people/own-data.service.ts';
import { MailAddresses, MailCodes, WechatConsents, WechatCredits } from './channels.tables.ts';

/** By what ways somebody may be reminded: told to them, and gone with their account. */
@Injectable()
export class OwnWays implements OnModuleInit {
  constructor(private readonly ownData: OwnDataService) {}

  onModuleInit(): void {
    this.ownData.onPerson({
      what: '提醒方式',
      tell: async (db, personId) => {
        const credits = await db.findBy(WechatCredits, { personId });
        const consents = await db.countBy(WechatConsents, { personId });
        const hasMail = await db.existsBy(MailAddresses, { personId });
        return [
          ...credits.map((credit) => [
            { name: '微信', value: `${MESSAGE_PURPOSE_LABELS[credit.purpose]}还剩 ${credit.credits} 次` },
            { name: '回答过微信的询问', value: `${consents} 次` },
          ]),
          ...(hasMail ? [[{ name: '邮箱', value: '有，加密保存' }]] : []),
        ];
      },
      forget: async (db, personId) => {
        for (const table of [WechatConsents, WechatCredits, MailAddresses, MailCodes])
          await db.delete(table, { personId });
      },
    });
  }
}
