import Taro from '@tarojs/taro';
import type { Whereabouts } from './whereabouts-answer';

/** Asks the phone once where it is; only ever after a tap, and the answer stays on the phone. */
export function findWhereabouts(): Promise<Whereabouts> {
  return Taro.getLocation({ type: 'wgs84' }).then(
    ({ longitude, latitude }): Whereabouts => ({ kind: 'found', place: { longitude, latitude } }),
    ({ errMsg = '' }: { errMsg?: string }): Whereabouts => ({
      kind: /auth|deny|denied|privacy/i.test(errMsg) ? 'refused' : 'failed',
    }),
  );
}

/** How a refusal is taken back: WeChat asks once, afterwards only its settings help. */
export const openLocationSetting: (() => Promise<void>) | null = async () => {
  await Taro.openSetting().catch(() => undefined);
};
