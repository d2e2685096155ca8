/** What is known of a request to somebody else's server once it has ended. */
export type Posted =
  /** `body` is undefined where the answer was no JSON. */
  | { kind: 'answered'; status: number; headers: Headers; body: unknown }
  /** Nothing left this machine: to try again cannot do it twice. */
  | { kind: 'unsent'; reason: string }
  /** It may have been served. */
  | { kind: 'unknown'; reason: string };

/** Longer than a connection may take to be made (10 s), so that a server which cannot be reached is told from a slow one. */
const TIMEOUT_MS = 15_000;

/** Posts to another server and never throws; redirects are not followed. */
export async function postJson(url: string, body: string, headers: Record<string, string> = {}): Promise<Posted> {
  const posted = await postForBytes(url, body, headers);
  if (posted.kind !== 'answered') return posted;
  const { bytes, ...answered } = posted;
  return { ...answered, body: readJson(bytes.toString('utf8')) };
}

/** The same where the answer may be a picture. */
export async function postForBytes(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<
  Exclude<Posted, { kind: 'answered' }> | { kind: 'answered'; status: number; headers: Headers; bytes: Buffer }
> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bytes = Buffer.from(await reply.arrayBuffer());
    return { kind: 'answered', status: reply.status, headers: reply.headers, bytes };
  } catch (error) {
    return failureOf(error);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Before a connection stands, nothing can have been written to it. */
const BEFORE_WRITING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** `fetch` wraps what happened to the connection as its error's cause. */
export function failureOf(error: unknown): Exclude<Posted, { kind: 'answered' }> {
  const { name, cause } = error as { name?: string; cause?: Partial<NodeJS.ErrnoException> };
  const { code = '', syscall, message = '' } = cause ?? {};
  const isBefore =
    BEFORE_WRITING.has(code) ||
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    /before secure TLS connection was established|^bad port$/.test(message) ||
    code.startsWith('ERR_SSL_');
  return { kind: isBefore ? 'unsent' : 'unknown', reason: code || name || 'no answer' };
}
