import { Problem, TOO_FAST } from '@county/shared/http/problem';
import type { Call, Reply, Route } from '@county/shared/http/route';
import { withQuery } from '../platform/navigation';
import type { WireReply } from '../platform/transport-types';
import type { Failure } from './failure';

/** A call's outcome: the reply, or why there is none. */
export type Answer<T> = { ok: true; reply: T; status: number } | { ok: false; failure: Failure };

interface LooseCall {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
}

/** The address of a call below the API: names filled in, query behind. */
export function pathOf<R extends Route>(route: R, request: Call<R>): string {
  const { params = {}, query = {} } = request as LooseCall;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  return withQuery(path, query);
}

export function bodyOf<R extends Route>(request: Call<R>): unknown {
  return (request as LooseCall).body;
}

/**
 * Reads what came over the wire. The reply is not checked against its schema again: the server has done so,
 * and a phone running an older version must not trip over a field it does not know.
 */
export function readAnswer<R extends Route>(wire: WireReply): Answer<Reply<R>> {
  if (wire.kind !== 'reply') return { ok: false, failure: { kind: wire.kind } };
  const { status } = wire;
  const json = parsed(wire.text);
  if (status >= 200 && status < 300 && json !== undefined) return { ok: true, reply: json as Reply<R>, status };
  if (status === 401 && problemOf(json)?.code === 'not-signed-in')
    return { ok: false, failure: { kind: 'signed-out' } };
  if (status === 426) return { ok: false, failure: { kind: 'outdated' } };
  const problem = problemOf(json);
  if (problem && (status === 503 || problem.code === TOO_FAST))
    return { ok: false, failure: { kind: 'busy', message: problem.message, ...againAfter(status, wire.retryAfter) } };
  // A 4xx without our words comes from something on the way (a proxy, a hotel's sign-in page), not from the county.
  if (status >= 400 && status < 500 && problem) return { ok: false, failure: { kind: 'refused', status, problem } };
  return { ok: false, failure: { kind: 'broken', reference: problem?.reference ?? null } };
}

/** A crowd is gone in seconds; whoever asked too fast themselves is not asked for again by the device. */
function againAfter(status: number, told: string | undefined): { againAfter?: number } {
  const seconds = Number(told);
  return status === 503 && seconds > 0 ? { againAfter: seconds } : {};
}

function problemOf(json: unknown): Problem | undefined {
  return Problem.safeParse(json).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
