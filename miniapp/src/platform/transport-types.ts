import type { PickedFile } from './picked-file';

export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API's address, query included. */
  path: string;
  body?: unknown;
  token?: string;
  /** The mark of the answer at hand: where it still holds, 304 comes back instead of it. */
  ifNoneMatch?: string;
  timeoutMs?: number;
}

export interface WireUpload {
  path: string;
  file: PickedFile;
  fields: Record<string, string>;
  token?: string;
  timeoutMs?: number;
}

/** What came back over the wire: a reply of whatever status, or why there was none. */
export type WireReply =
  | {
      kind: 'reply';
      status: number;
      text: string;
      date: string | undefined;
      etag?: string | undefined;
      /** When to come again, in seconds. */
      retryAfter?: string | undefined;
    }
  | { kind: 'offline' }
  | { kind: 'timed-out' };

export type WireDownload =
  { kind: 'file'; file: PickedFile; date: string | undefined } | Exclude<WireReply, { kind: 'file' }>;

export const REQUEST_TIMEOUT = 15_000;
export const FILE_TIMEOUT = 60_000;

/** Told with every request: an old app that the server no longer understands hears 426 and asks to be updated. */
export const APP_HEADERS = { 'X-App-Version': APP_VERSION };
