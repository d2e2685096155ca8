import { WechatConsentResult } from '@county/shared/channels/wechat-consent';
import Taro from '@tarojs/taro';
import type { SubscribeAnswer } from './subscribe-answer';

export const canSubscribe = true;

const SWITCHED_OFF = 20004;

/** Must be the first thing a tap does, with nothing awaited before: WeChat asks at no other time. */
export function askToRemind(templateId: string): Promise<SubscribeAnswer> {
  return Taro.requestSubscribeMessage({ tmplIds: [templateId] } as Taro.requestSubscribeMessage.Option).then(
    (answers): SubscribeAnswer => {
      const result = WechatConsentResult.safeParse((answers as unknown as Record<string, unknown>)[templateId]);
      return result.success ? { kind: 'answered', result: result.data } : { kind: 'failed' };
    },
    ({ errCode }: { errCode?: number }): SubscribeAnswer =>
      errCode === SWITCHED_OFF ? { kind: 'switched-off' } : { kind: 'failed' },
  );
}

/** WeChat's own page of this mini-program's settings; from a tap. */
export async function openMessageSettings(): Promise<void> {
  // Turning back is answered as an error and is none.
  await Taro.openSetting({ withSubscriptions: true }).catch(() => undefined);
}
