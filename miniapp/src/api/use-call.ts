import type { Call, Reply, Route } from '@county/shared/http/route';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNetworkReturn } from '../platform/network';
import { AskAgain } from './ask-again';
import { call, lastSentAt } from './call';
import type { Failure } from './failure';
import { savedAnswer, saveAnswer } from './saved-answers';
import { useSession } from './session';
import { pathOf } from './wire';

export interface Loaded<T> {
  /** The last answer; on a failure the one before, or the one saved on this device. */
  data: T | undefined;
  loading: boolean;
  failure: Failure | undefined;
  /** Set when `data` is a saved answer: when it was saved. */
  savedAt: string | undefined;
  reload(): Promise<void>;
  /** Puts in what another reply already told, so that nothing is fetched again. */
  replace(data: T): void;
}

const JUST_NOW = 500;

/** Whoever waits longer than this is shown what is kept on the device, until the answer is there. */
const SLOW = 2_500;

interface State<T> {
  key: string | undefined;
  data: T | undefined;
  loading: boolean;
  failure: Failure | undefined;
  savedAt: string | undefined;
}

/**
 * Loads a GET route and keeps it fresh: again when the page is shown anew or the network returns, and the last
 * answer stays readable without a network. `null` asks for nothing yet.
 */
export function useCall<R extends Route>(route: R, request: Call<R> | null): Loaded<Reply<R>> {
  const membership = useSession(membershipOf);
  const path = request === null ? undefined : pathOf(route, request);
  const key = path === undefined ? undefined : `${membership}${path}`;
  const [state, setState] = useState<State<Reply<R>>>(() => blank(key));
  const wanted = useRef(key);
  wanted.current = key;
  const latest = useRef(request);
  latest.current = request;
  const askedAt = useRef(Date.now());
  /** Of several answers on their way, the last one asked for counts. */
  const serial = useRef(0);
  const [again] = useState(() => new AskAgain());

  const ask = useCallback(
    async function askOnce(): Promise<void> {
      again.stop();
      const asked = wanted.current;
      const question = latest.current;
      if (asked === undefined || question === null) return;
      askedAt.current = Date.now();
      const turn = (serial.current += 1);
      const asker = membershipOf(useSession.getState());
      setState((before) => (before.key === asked ? { ...before, loading: true } : blank(asked)));
      const slow = setTimeout(() => {
        if (wanted.current === asked && serial.current === turn) setState((before) => meanwhile(route, asked, before));
      }, SLOW);
      const answer = await call(route, question);
      clearTimeout(slow);
      // The page may ask something else by now; an answer to the old question would be wrong there.
      if (wanted.current !== asked || serial.current !== turn) return;
      // Nor may what was somebody's stay behind on the device when they have signed out meanwhile.
      if (asker !== membershipOf(useSession.getState())) return;
      if (answer.ok) {
        if (!route.private) saveAnswer(asked, answer.reply);
        setState({ key: asked, data: answer.reply, loading: false, failure: undefined, savedAt: undefined });
        return;
      }
      const failure = again.after(answer.failure, askOnce);
      setState((before) => ({ ...kept<Reply<R>>(route, asked, before, failure), loading: false, failure }));
    },
    [route, again],
  );
  const reload = useCallback(() => {
    again.begin();
    return ask();
  }, [ask, again]);

  useEffect(() => void reload(), [key, reload]);
  useEffect(
    () => () => {
      serial.current += 1;
      again.stop();
    },
    [again],
  );
  useNetworkReturn(reload);
  useDidShow(() => {
    // The first showing of the page comes with the first loading; but whoever was quick to send something sees it.
    if (Date.now() - askedAt.current > JUST_NOW || lastSentAt() >= askedAt.current) void reload();
  });

  const replace = useCallback(
    (data: Reply<R>) => {
      // What came of an act on what was shown before is no answer to what is asked now.
      if (wanted.current !== key) return;
      serial.current += 1;
      setState((before) => ({ ...before, key, data, loading: false, failure: undefined, savedAt: undefined }));
    },
    [key],
  );
  const { data, loading, failure, savedAt } = state.key === key ? state : blank<Reply<R>>(key);
  return { data, loading, failure, savedAt, reload, replace };
}

function blank<T>(key: string | undefined): State<T> {
  return { key, data: undefined, loading: key !== undefined, failure: undefined, savedAt: undefined };
}

/** What is kept on the device, where nothing is shown yet. */
function meanwhile<T>(route: Route, key: string, before: State<T>): State<T> {
  const saved = before.key === key && before.data === undefined ? savedOf<T>(route, key) : undefined;
  return saved ? { ...before, data: saved.reply, savedAt: saved.savedAt } : before;
}

/** What to show beside a failure: nothing when the server said no, the last answer when it could not be asked. */
function kept<T>(route: Route, key: string, before: State<T>, failure: Failure): State<T> {
  if (failure.kind === 'refused' || failure.kind === 'signed-out')
    return { ...before, data: undefined, savedAt: undefined };
  if (before.data !== undefined) return before;
  const saved = savedOf<T>(route, key);
  return { ...before, data: saved?.reply, savedAt: saved?.savedAt };
}

/** An earlier version of the app may have kept what is no longer kept. */
const savedOf = <T>(route: Route, key: string) => (route.private ? undefined : savedAnswer<T>(key));

/** As what somebody asks; an answer belongs to it. */
const membershipOf = ({ token, current }: ReturnType<typeof useSession.getState>): string =>
  token ? `${current?.actor.personId}:${current?.actor.unitId}:${current?.actor.role}` : '';
