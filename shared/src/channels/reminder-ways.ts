import * as z from '../zod.ts';
import { MailReach } from './mail-address.ts';
import { WechatCredit } from './wechat-consent.ts';

/** How one person can be reminded outside the product, and what is left of each way. */
export const ReminderWays = z
  .object({
    wechat: z.array(WechatCredit),
    mail: MailReach,
    /** To the phone a person signs in with, of which the last four digits are shown. */
    sms: z.object({ isOpen: z.boolean(), phoneEnding: z.string().nullable() }),
  })
  .meta({ id: 'ReminderWays' });
export type ReminderWays = z.infer<typeof ReminderWays>;
