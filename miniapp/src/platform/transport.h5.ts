import {
  APP_HEADERS,
  FILE_TIMEOUT,
  REQUEST_TIMEOUT,
  type WireDownload,
  type WireReply,
  type WireRequest,
  type WireUpload,
} from './transport-types';

/** The full address of something the API serves, such as a signed link to a photo. */
export const addressOf = (path: string) => `${API_BASE}${path}`;

export async function send(request: WireRequest): Promise<WireReply> {
  const init: RequestInit = { method: request.method, headers: { ...headers(request.token) } };
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body);
    init.headers = { ...init.headers, 'Content-Type': 'application/json' };
  }
  if (request.ifNoneMatch) init.headers = { ...init.headers, 'If-None-Match': request.ifNoneMatch };
  return readReply(await reach(request.path, init, request.timeoutMs ?? REQUEST_TIMEOUT));
}

export async function sendFile(upload: WireUpload): Promise<WireReply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', upload.file.content as Blob, upload.file.name);
  const init = { method: 'POST', headers: headers(upload.token), body: form };
  return readReply(await reach(upload.path, init, upload.timeoutMs ?? FILE_TIMEOUT));
}

export async function receiveFile(path: string, name: string, token?: string): Promise<WireDownload> {
  const reply = await reach(path, { headers: headers(token) }, FILE_TIMEOUT);
  if (!(reply instanceof Response) || !reply.ok) return readReply(reply);
  const blob = await reply.blob().catch(() => undefined);
  if (!blob) return { kind: 'offline' };
  const file = { id: name, name, mediaType: blob.type, size: blob.size, previewUrl: '', content: blob };
  return { kind: 'file', file, date: reply.headers.get('date') ?? undefined };
}

type Reached = Response | { kind: 'offline' } | { kind: 'timed-out' };

async function reach(path: string, init: RequestInit, timeoutMs: number): Promise<Reached> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await fetch(addressOf(path), { ...init, signal: abort.signal, cache: 'no-store' });
  } catch {
    return { kind: abort.signal.aborted ? 'timed-out' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

async function readReply(reply: Reached): Promise<WireReply> {
  if (!(reply instanceof Response)) return reply;
  // A reply whose end is lost on the way counts as no reply: the same id is sent again.
  const text = await reply.text().catch(() => undefined);
  if (text === undefined) return { kind: 'offline' };
  const { headers: told } = reply;
  return {
    kind: 'reply',
    status: reply.status,
    text,
    date: told.get('date') ?? undefined,
    etag: told.get('etag') ?? undefined,
    retryAfter: told.get('retry-after') ?? undefined,
  };
}

function headers(token: string | undefined): Record<string, string> {
  return token ? { ...APP_HEADERS, Authorization: `Bearer ${token}` } : APP_HEADERS;
}
