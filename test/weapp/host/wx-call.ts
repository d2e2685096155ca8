import type { Account } from './bundle.ts';

/** The usual options of a `wx` function. */
export interface Options extends Record<string, unknown> {
  success?(result: object): void;
  fail?(result: object): void;
  complete?(result: object): void;
}

/** A failure with more than words. */
export class WxError extends Error {}

/** Makes functions that answer as WeChat's do: by callbacks, later, with `errMsg`. */
export const callsFor =
  (account: Account) =>
  (name: string, act: (options: never) => unknown = () => ({})) =>
  (options: Options = {}): void => {
    account.calls.push(name);
    const succeed = (result: unknown) => {
      const answer = { errMsg: `${name}:ok`, ...(result as object | undefined) };
      options.success?.(answer);
      options.complete?.(answer);
    };
    const fail = (error: Error) => {
      const answer = { errMsg: `${name}:fail ${error.message}` };
      options.fail?.(answer);
      options.complete?.(answer);
    };
    void Promise.resolve()
      .then(() => act(options as never))
      .then(succeed, fail);
  };

export type MakeCall = ReturnType<typeof callsFor>;
