import * as z from '../zod.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { MessagePurpose } from './wechat-template.ts';

/** What a person, or WeChat for them, answered: agreed, refused, template banned, or template passed over. */
export const WechatConsentResult = z.enum(['accept', 'reject', 'ban', 'filter']);
export type WechatConsentResult = z.infer<typeof WechatConsentResult>;

/** One answer to one question of WeChat's; each `accept` is one message. */
export const WechatConsent = z
  .object({
    id: z.uuid().meta({ label: '编号' }),
    purpose: MessagePurpose.meta({ label: '用途' }),
    result: WechatConsentResult.meta({ label: '订阅结果' }),
    at: z.iso.datetime(),
  })
  .meta({ id: 'WechatConsent' });
export type WechatConsent = z.infer<typeof WechatConsent>;

export const NewWechatConsent = WechatConsent.omit({ at: true }).meta({ id: 'NewWechatConsent' });
export type NewWechatConsent = z.infer<typeof NewWechatConsent>;

/**
 * Whether reminders can go by WeChat now: the county has not set it up, the template is refused by WeChat, the day's
 * messages are used up, or the person has not signed in by WeChat.
 */
export const WechatReach = z.enum(['open', 'not-set-up', 'template-stopped', 'stopped-today', 'not-bound']);
export type WechatReach = z.infer<typeof WechatReach>;

/** How many more messages of a purpose a person's WeChat takes, and the template to ask them for. */
export const WechatCredit = z
  .object({
    purpose: MessagePurpose,
    reach: WechatReach,
    /** Null where asking would be of no use. */
    templateId: z.string().nullable(),
    credits: z.int().min(0),
  })
  .meta({ id: 'WechatCredit' });
export type WechatCredit = z.infer<typeof WechatCredit>;

/** How it stands with WeChat, in words for the person. */
export const WECHAT_REACH_WORDS = {
  open: '已开通',
  'not-set-up': '县里还没有开通微信提醒',
  'template-stopped': '微信暂停了提醒模板，管理员处理后恢复',
  'stopped-today': '今天的微信发送次数已用完，明天恢复',
  'not-bound': '这个账号还没有用微信登录过，登录后可以开启',
} as const satisfies Record<WechatReach, string>;

/** An answer counts only where a message could follow from it. */
export function canConsent(reach: WechatReach): Verdict {
  if (reach === 'open' || reach === 'stopped-today') return allowed;
  return refused('wrong-state', WECHAT_REACH_WORDS[reach]);
}
