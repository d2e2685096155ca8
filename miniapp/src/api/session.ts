import type { Actor } from '@county/shared/people/actor';
import { demoSignIn, getCurrentSession, signIn, signOut, switchMembership } from '@county/shared/people/session-routes';
import type { CurrentSession, StartedSession } from '@county/shared/people/session';
import { isStaff } from '@county/shared/people/scope';
import { create } from 'zustand';
import { hasWechatSignIn, wechatCode } from '../platform/sign-in';
import { forget, keep, keptKeys, readKept } from '../platform/storage';
import { send } from '../platform/transport';
import { bodyOf, readAnswer, type Answer } from './wire';
import type { Call, Route } from '@county/shared/http/route';

const KEY = 'session';
export const SAVED_ANSWER = 'answer:';

/** How the session began; only one begun by WeChat is renewed without asking. */
type SignInWay = 'wechat' | 'password' | 'demo';

interface Kept {
  token: string;
  way: SignInWay;
  current: CurrentSession;
}

interface SessionState {
  token: string | undefined;
  way: SignInWay | undefined;
  /** Who acts, and as what else they may act; stays after expiry, so that the page can say whose work waits. */
  current: CurrentSession | undefined;
  expired: boolean;
  /** When the server last heard from whoever is signed in, for the idle warning. */
  lastHeardAt: number;
}

const kept = readKept<Kept>(KEY);

export const useSession = create<SessionState>(() => ({
  token: kept?.token,
  way: kept?.way,
  current: kept?.current,
  expired: false,
  lastHeardAt: Date.now(),
}));

/** Who is signed in now; undefined for a resident who is not. */
export function useActor(): Actor | undefined {
  return useSession((session) => (session.token ? session.current?.actor : undefined));
}

/** The actor when they work for the county. */
export function useStaff(): Actor | undefined {
  const actor = useActor();
  return actor && isStaff(actor) ? actor : undefined;
}

/** Takes up a session the server has started. */
export function takeUp(started: StartedSession, way: SignInWay): void {
  const { token, ...current } = started;
  const before = useSession.getState().current?.actor.personId;
  if (before !== current.actor.personId) forgetSavedAnswers();
  keep(KEY, { token, way, current } satisfies Kept);
  useSession.setState({ token, way, current, expired: false, lastHeardAt: Date.now() });
  startListeners.forEach((listener) => listener());
}

const startListeners = new Set<() => void>();

/** Calls back each time somebody signs in or changes their membership: what waited for it is sent then. */
export function onSessionStart(listener: () => void): () => void {
  startListeners.add(listener);
  return () => startListeners.delete(listener);
}

/** Notes that the session is no longer good, keeping everything the person wrote; what they were shown goes. */
export function noteExpired(): void {
  forget(KEY);
  forgetSavedAnswers();
  useSession.setState({ token: undefined, expired: true });
}

/** Signs in by phone and password; an administrator by the code of their authenticator too. */
export async function signInByPassword(
  phone: string,
  password: string,
  oneTimeCode?: string,
): Promise<Answer<StartedSession>> {
  const body = { kind: 'password', phone, password, ...(oneTimeCode ? { oneTimeCode } : {}) } as const;
  return begin(signIn, { body }, 'password');
}

/** Signs in by the WeChat account; refused when it is not bound to anybody yet. */
export async function signInByWechat(): Promise<Answer<StartedSession>> {
  const code = await wechatCode();
  if (!code) return { ok: false, failure: { kind: 'offline' } };
  return begin(signIn, { body: { kind: 'wechat', code } }, 'wechat');
}

/** Signs in as one of the demo's people; the server knows none outside demo mode. */
export async function signInForDemo(person: string): Promise<Answer<StartedSession>> {
  return begin(demoSignIn, { body: { person } }, 'demo');
}

async function begin<R extends Route>(route: R, request: Call<R>, way: SignInWay): Promise<Answer<StartedSession>> {
  const answer = readAnswer<R>(await send({ method: route.method, path: route.path, body: bodyOf(request) }));
  if (!answer.ok) return answer;
  const started = answer.reply as StartedSession;
  takeUp(started, way);
  return { ...answer, reply: started };
}

let renewing: Promise<boolean> | undefined;

/** Renews an expired WeChat session without asking; true when there is a good one again. Several callers share one attempt. */
export function renewSilently(): Promise<boolean> {
  if (!hasWechatSignIn || useSession.getState().way !== 'wechat') return Promise.resolve(false);
  renewing ??= signInByWechat()
    .then((answer) => answer.ok)
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

/** Asks the server who this is, which also counts as a sign of life. */
export async function refreshSession(): Promise<Answer<CurrentSession>> {
  return replaceCurrent(getCurrentSession, undefined);
}

/** Acts in another of the person's memberships. */
export async function actAs(membershipId: string): Promise<Answer<CurrentSession>> {
  const answer = await replaceCurrent(switchMembership, { membershipId });
  if (answer.ok) {
    forgetSavedAnswers();
    startListeners.forEach((listener) => listener());
  }
  return answer;
}

async function replaceCurrent(
  route: typeof getCurrentSession | typeof switchMembership,
  body: { membershipId: string } | undefined,
): Promise<Answer<CurrentSession>> {
  const { token, way } = useSession.getState();
  if (!token || !way) return { ok: false, failure: { kind: 'signed-out' } };
  const answer = readAnswer<typeof getCurrentSession>(
    await send({ method: route.method, path: route.path, token, ...(body ? { body } : {}) }),
  );
  if (answer.ok) {
    keep(KEY, { token, way, current: answer.reply } satisfies Kept);
    useSession.setState({ current: answer.reply, lastHeardAt: Date.now() });
  } else if (answer.failure.kind === 'signed-out' && !(await renewSilently())) noteExpired();
  return answer;
}

/** Ends the session here at once, and on the server as soon as it answers; unsent work stays on the device. */
export async function endSession(): Promise<void> {
  const { token } = useSession.getState();
  forget(KEY);
  forgetSavedAnswers();
  useSession.setState({ token: undefined, way: undefined, current: undefined, expired: false });
  if (token) await send({ method: signOut.method, path: signOut.path, token });
}

function forgetSavedAnswers(): void {
  keptKeys(SAVED_ANSWER).forEach(forget);
}
