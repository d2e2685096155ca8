import type { MessagePurpose } from '@county/shared/channels/wechat-template';
import type { WechatConsentResult } from '@county/shared/channels/wechat-consent';
import type { ReminderChannel } from '@county/shared/reminders/reminder';
import { instant, integer, nullable, primaryId, reference, table, text } from '../database/table.ts';

/** What somebody answered when their WeChat asked whether it may remind them; never changed. */
export interface WechatConsent {
  id: string;
  personId: string;
  openid: string;
  purpose: MessagePurpose;
  result: WechatConsentResult;
  at: string;
}

export const WechatConsents = table<WechatConsent>(
  'wechat_consent',
  {
    id: primaryId(),
    personId: reference(),
    openid: text(64),
    purpose: text(20),
    result: text(10),
    at: instant(),
  },
  { indices: [{ name: 'wechat_consent_person', columns: ['personId', 'at'] }] },
);

/** How many messages a person's WeChat still takes: one for each consent. */
export interface WechatCredit {
  personId: string;
  purpose: MessagePurpose;
  /** The account that consented; consents do not move to another. */
  openid: string;
  credits: number;
  lastResult: WechatConsentResult;
  lastAt: string;
  /** Why none is left, where it was not by sending. */
  zeroedBecause: string | null;
}

export const WechatCredits = table<WechatCredit>('wechat_credit', {
  personId: primaryId(),
  purpose: { ...text(20), primary: true },
  openid: text(64),
  credits: integer(),
  lastResult: text(10),
  lastAt: instant(),
  zeroedBecause: nullable(text(60)),
});

/** An account WeChat no longer delivers to. */
export interface LostWechatAccount {
  openid: string;
  since: string;
}

export const LostWechatAccounts = table<LostWechatAccount>('wechat_lost_account', {
  openid: { ...text(64), primary: true },
  since: instant(),
});

/** A template WeChat refuses as it is filled; another id, other fields or another release of ours is another key. */
export interface StoppedTemplate {
  key: string;
  purpose: MessagePurpose;
  templateId: string;
  code: number;
  stoppedAt: string;
}

export const StoppedTemplates = table<StoppedTemplate>('wechat_stopped_template', {
  key: { ...text(64), primary: true },
  purpose: text(20),
  templateId: text(64),
  code: integer(),
  stoppedAt: instant(),
});

/** How fast a channel goes, over all processes. */
export interface ChannelPace {
  channel: ReminderChannel;
  /** The minute counted, `2026-11-25T01:00`. */
  minute: string;
  taken: number;
  turnedAway: number;
  stoppedUntil: string | null;
}

export const ChannelPaces = table<ChannelPace>('channel_pace', {
  channel: { ...text(10), primary: true },
  minute: text(16),
  taken: integer(),
  turnedAway: integer(),
  stoppedUntil: nullable(instant()),
});

/** A person's confirmed mail address. */
export interface MailAddress {
  personId: string;
  cipher: string;
  hash: string;
  confirmedAt: string;
}

export const MailAddresses = table<MailAddress>(
  'mail_address',
  { personId: primaryId(), cipher: text(600), hash: text(64), confirmedAt: instant() },
  { indices: [{ name: 'mail_address_hash', columns: ['hash'] }] },
);

/** A code mailed to an address, by which a person shows that it is theirs. */
export interface MailCode {
  id: string;
  personId: string;
  cipher: string;
  hash: string;
  codeHash: string;
  sentAt: string;
  expiresAt: string;
  /** Counted from the beginning of a try, so that guesses sent at once are all counted. */
  tries: number;
}

export const MailCodes = table<MailCode>(
  'mail_code',
  {
    id: primaryId(),
    personId: reference(),
    cipher: text(600),
    hash: text(64),
    codeHash: text(64),
    sentAt: instant(),
    expiresAt: instant(),
    tries: integer(),
  },
  {
    indices: [
      { name: 'mail_code_person', columns: ['personId', 'sentAt'] },
      { name: 'mail_code_hash', columns: ['hash', 'sentAt'] },
    ],
  },
);
