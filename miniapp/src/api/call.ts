import type { Call, Reply, Route } from '@county/shared/http/route';
import { correctClock } from '../platform/clock';
import type { PickedFile } from '../platform/picked-file';
import { receiveFile, send, sendFile } from '../platform/transport';
import type { WireReply } from '../platform/transport-types';
import type { Failure } from './failure';
import { noteExpired, renewSilently, useSession } from './session';
import { bodyOf, pathOf, readAnswer, type Answer } from './wire';

/** Calls a route of `shared`. Never throws: what went wrong is in the answer. */
export function call<R extends Route>(route: R, request: Call<R>): Promise<Answer<Reply<R>>> {
  const path = pathOf(route, request);
  const body = bodyOf(request);
  return inSession<R>((token) =>
    noted(route.method, send({ method: route.method, path, ...(body === undefined ? {} : { body }), ...token })),
  );
}

/** An answer with its mark, by which it is asked for again; `same` when the one at hand still holds. */
export type MarkedAnswer<T> =
  { kind: 'same' } | { kind: 'new'; reply: T; etag: string | undefined } | { kind: 'none'; failure: Failure };

/** Asks for something everybody may read, unless it is still what is at hand under `etag`. */
export async function callUnlessSame<R extends Route>(
  route: R,
  request: Call<R>,
  etag: string | undefined,
  timeoutMs?: number,
): Promise<MarkedAnswer<Reply<R>>> {
  const wire = await send({
    method: route.method,
    path: pathOf(route, request),
    ...(etag ? { ifNoneMatch: etag } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  if (wire.kind === 'reply' && wire.status === 304 && etag) {
    correctClock(wire.date);
    return { kind: 'same' };
  }
  const answer = heard<R>(wire, undefined);
  if (!answer.ok) return { kind: 'none', failure: answer.failure };
  return { kind: 'new', reply: answer.reply, etag: wire.kind === 'reply' ? wire.etag : undefined };
}

/** Sends again what was written down earlier, perhaps by an older version of the app: hence no route. */
export function callAt(request: { method: 'POST' | 'PUT'; path: string; body: unknown }): Promise<Answer<unknown>> {
  return inSession((token) => noted(request.method, send({ ...request, ...token })));
}

/** Sends one file with its fields to a route that takes an upload. */
export function upload<R extends Route>(route: R, file: PickedFile, request: Call<R>): Promise<Answer<Reply<R>>> {
  const path = pathOf(route, request);
  const fields = textFields(bodyOf(request));
  return inSession<R>((token) => sendFile({ path, file, fields, ...token }));
}

/** Fetches a file a route answers with, under the given name. */
export async function download<R extends Route>(route: R, request: Call<R>, name: string): Promise<Answer<PickedFile>> {
  let file: PickedFile | undefined;
  const answer = await inSession<R>(async ({ token }) => {
    const got = await receiveFile(pathOf(route, request), name, token);
    if (got.kind !== 'file') return got;
    file = got.file;
    return { kind: 'reply', status: 200, text: 'null', date: got.date };
  });
  if (!answer.ok) return answer;
  return file
    ? { ok: true, reply: file, status: answer.status }
    : { ok: false, failure: { kind: 'broken', reference: null } };
}

/** Sends with the session's token; when the session has expired, renews it once where that needs no person. */
async function inSession<R extends Route>(
  attempt: (session: { token?: string }) => Promise<WireReply>,
): Promise<Answer<Reply<R>>> {
  const { token } = useSession.getState();
  const answer = heard<R>(await attempt(token ? { token } : {}), token);
  if (answer.ok || answer.failure.kind !== 'signed-out' || !token) return answer;
  if (await renewSilently()) {
    const renewed = useSession.getState().token;
    return heard<R>(await attempt(renewed ? { token: renewed } : {}), renewed);
  }
  // Another call may have signed in anew meanwhile; that session is good.
  if (useSession.getState().token === token) noteExpired();
  return answer;
}

function heard<R extends Route>(wire: WireReply, token: string | undefined): Answer<Reply<R>> {
  if (wire.kind === 'reply') {
    correctClock(wire.date);
    if (token) useSession.setState({ lastHeardAt: Date.now() });
  }
  return readAnswer<R>(wire);
}

/** A multipart field is text; what is not goes as JSON, an absent one not at all. */
function textFields(body: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    fields[name] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return fields;
}

let sentAt = 0;

/** When something was last sent that may have changed what pages beneath show. */
export const lastSentAt = (): number => sentAt;

async function noted<T>(method: Route['method'], answer: Promise<T>): Promise<T> {
  const arrived = await answer;
  if (method !== 'GET') sentAt = Date.now();
  return arrived;
}
