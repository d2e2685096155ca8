import { instant, nullable, table, text } from '../database/table.ts';

/** The token all processes ask WeChat with, encrypted; one process at a time fetches a new one. */
export interface StoredToken {
  appId: string;
  cipher: string | null;
  expiresAt: string;
  askedAt: string;
  /** Until when somebody is asking, and nobody else should. */
  leaseUntil: string;
  /** After WeChat gave none: until when nobody asks again, and what it said. */
  pausedUntil: string;
  fault: string | null;
}

export const WechatTokens = table<StoredToken>('wechat_token', {
  appId: { ...text(64), primary: true },
  cipher: nullable(text(2000)),
  expiresAt: instant(),
  askedAt: instant(),
  leaseUntil: instant(),
  pausedUntil: instant(),
  fault: nullable(text(200)),
});
