import type { Account } from './bundle.ts';

/** The usual options of a `wx` function. */
export interface Options extends Record<string, unknown> {
  success?(result: object): void;
  fail?(result: object): void;
  complete?(result: object): void;
}

/** Makes functions that answer as WeChat's do: later, with `errMsg`; by callbacks, or by a promise where none is given. */
export const callsFor =
  (account: Account) =>
  (name: string, act: (options: never) => unknown = () => ({})) =>
  (options: Options = {}): Promise<object> | undefined => {
    account.calls.push(name);
    const answer = Promise.resolve()
      .then(() => act(options as never))
      .then(
        (result) => ({ errMsg: `${name}:ok`, ...(result as object | undefined) }),
        ({ message, errCode }: Error & { errCode?: number }) =>
          Promise.reject({ errMsg: `${name}:fail ${message}`, ...(errCode === undefined ? {} : { errCode }) }),
      );
    if (!options.success && !options.fail && !options.complete) return answer;
    answer.then(options.success, options.fail).catch((error: Error) => account.errors.push(`${name}: ${error.stack}`));
    answer.then(options.complete, options.complete).catch(() => undefined);
    return undefined;
  };

export type MakeCall = ReturnType<typeof callsFor>;
