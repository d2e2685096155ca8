import type { WechatConsentResult } from '@county/shared/channels/wechat-consent';

/** What became of asking somebody whether WeChat may remind them. */
export type SubscribeAnswer =
  | { kind: 'answered'; result: WechatConsentResult }
  /** All messages of this mini-program are switched off in WeChat's settings: nothing was asked. */
  | { kind: 'switched-off' }
  | { kind: 'failed' };
