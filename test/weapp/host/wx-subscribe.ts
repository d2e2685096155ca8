import type { MakeCall, Options } from './wx-call.ts';

/** What a person taps when WeChat asks; a number is WeChat's own refusal to ask. */
export type Subscription = 'accept' | 'reject' | 'ban' | 'filter' | number;

const NO_TAP = 10_005;

/** WeChat asks only while a tap is being handled; the test says what the person answers. */
export function subscribing(call: MakeCall) {
  return {
    requestSubscribeMessage(options: Options & { tmplIds: string[] }) {
      const isTapped = window.event !== undefined;
      return call('requestSubscribeMessage', () => {
        if (!isTapped) throw fault(NO_TAP, 'can only be invoked by user TAP gesture.');
        const { __subscription__: answer = 'reject' } = window as unknown as { __subscription__?: Subscription };
        if (typeof answer === 'number') throw fault(answer, 'The main switch is switched off');
        return Object.fromEntries(options.tmplIds.map((id) => [id, answer]));
      })(options);
    },
    openSetting: call('openSetting', () => ({ authSetting: {} })),
  };
}

const fault = (errCode: number, words: string) => Object.assign(new Error(words), { errCode });
