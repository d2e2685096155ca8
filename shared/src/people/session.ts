import * as z from '../zod.ts';
import { isCommonPassword } from './common-passwords.ts';
import { Actor } from './actor.ts';
import { MembershipView, PersonName, PhoneNumber } from './person.ts';
import { OneTimeCode } from './second-factor.ts';

const MIN_PASSWORD = 10;

/** Long rather than odd: at least 10 signs, whichever; only what everybody tries first is refused. */
export const Password = z
  .string()
  .min(MIN_PASSWORD)
  .max(128)
  .refine((password) => !isCommonPassword(password), '这个密码太常见，容易被猜到；可以用一句只有您知道的话')
  .meta({ label: '密码' });

export const NewSession = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('wechat'), code: z.string().min(1).max(200).meta({ label: '微信登录凭证' }) }),
    z.object({
      kind: z.literal('password'),
      phone: PhoneNumber,
      password: z.string().min(1).max(128).meta({ label: '密码' }),
      /** Of administrators (rules D5). */
      oneTimeCode: OneTimeCode.optional(),
    }),
  ])
  .meta({ id: 'NewSession' });
export type NewSession = z.infer<typeof NewSession>;

export const CurrentSession = z
  .object({
    actor: Actor,
    /** Every membership the person may act in. */
    memberships: z.array(MembershipView),
    expiresAt: z.iso.datetime(),
    /** Minutes without a request after which a web session ends; null in WeChat. */
    idleMinutes: z.int().nullable(),
  })
  .meta({ id: 'CurrentSession' });
export type CurrentSession = z.infer<typeof CurrentSession>;

export const StartedSession = CurrentSession.extend({ token: z.string() }).meta({ id: 'StartedSession' });
export type StartedSession = z.infer<typeof StartedSession>;

/** Binds an invited person: to the WeChat account of `wechatCode`, or to a password. */
export const InvitationAcceptance = z
  .object({
    /** Read out or typed from paper: small letters, spaces and hyphens do not make another. */
    code: z
      .string()
      .overwrite((code) => code.replace(/[\s-]/g, '').toUpperCase())
      .min(6)
      .max(40)
      .meta({ label: '邀请码' }),
    phone: PhoneNumber,
    wechatCode: z.string().max(200).optional().meta({ label: '微信登录凭证' }),
    password: Password.optional(),
  })
  .refine((body) => body.wechatCode !== undefined || body.password !== undefined, {
    message: '请设置密码，或在微信中打开',
    path: ['password'],
  })
  .meta({ id: 'InvitationAcceptance' });
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;

/** One of the places where somebody is signed in. */
export const OwnSession = z
  .object({
    id: z.uuid(),
    kind: z.enum(['wechat', 'web', 'demo']),
    startedAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    isThis: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

export const PasswordChange = z
  .object({ current: z.string().min(1).max(128).meta({ label: '现在的密码' }), next: Password })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

export const DemoPerson = z
  .object({
    key: z.string(),
    name: PersonName,
    role: Actor.shape.role,
    unitName: z.string().nullable(),
    /** Who this is, in one sentence. */
    about: z.string(),
  })
  .meta({ id: 'DemoPerson' });
export type DemoPerson = z.infer<typeof DemoPerson>;
