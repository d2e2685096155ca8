import { refused, allowed, type Verdict } from '../verdict.ts';
import * as z from '../zod.ts';

/** What mail servers agree on: no spaces, no quotes, no signs beyond ASCII. */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const MOST_BEFORE_AT = 64;

export const isMailAddress = (text: string): boolean => ADDRESS.test(text) && text.indexOf('@') <= MOST_BEFORE_AT;

/** A mail address as a person types it: full-width signs, spaces and capitals make no other. */
export const MailAddress = z
  .string()
  .max(300)
  .overwrite((text) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase())
  .max(254)
  .refine(isMailAddress, '邮箱地址不对，应像 name@example.gov.cn')
  .meta({ label: '邮箱地址' });

export const NewMailAddress = z
  .object({ id: z.uuid().meta({ label: '编号' }), address: MailAddress })
  .meta({ id: 'NewMailAddress' });
export type NewMailAddress = z.infer<typeof NewMailAddress>;

/** As it is shown, to its own person too: `l***@example.gov.cn`. */
export const masked = (address: string): string => `${address[0]}***${address.slice(address.indexOf('@'))}`;

/** How it stands with a person's mail address; addresses are masked. */
export const MailReach = z
  .object({
    /** Whether the county sends mail at all. */
    isOpen: z.boolean(),
    address: z.string().nullable(),
    /** An address a code was mailed to, until when the code is good. */
    waiting: z.object({ address: z.string(), until: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'MailReach' });
export type MailReach = z.infer<typeof MailReach>;

export const MAIL_CODE_MINUTES = 10;
export const MAIL_CODE_TRIES = 5;

export function canGiveMailAddress(isOpen: boolean): Verdict {
  return isOpen ? allowed : refused('wrong-state', '县里还没有开通邮件提醒');
}

/** The six digits that were mailed. */
export const MailCode = z
  .object({
    code: z
      .string()
      .max(30)
      .overwrite((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
      .refine((text) => /^\d{6}$/.test(text), '验证码是 6 位数字')
      .meta({ label: '验证码' }),
  })
  .meta({ id: 'MailCode' });
export type MailCode = z.infer<typeof MailCode>;
