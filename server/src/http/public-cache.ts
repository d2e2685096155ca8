import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const FRESH_MS = 5_000;
const MAX_KEPT = 200;

interface Kept {
  bytes: Buffer;
  headers: Record<string, string | number>;
  until: number;
}

/**
 * Replies everybody gets alike, kept as bytes for a few seconds, so that a link shared to a whole village costs one
 * query. A change is public at the latest when those seconds have passed.
 */
@Injectable()
export class PublicCache {
  private readonly kept = new Map<string, Kept>();

  /** Answers a request whose reply is at hand, before any routing; false when the application has to make it. */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false;
    const kept = this.kept.get(request.url ?? '');
    if (!kept || kept.until < Date.now()) return false;
    send(kept, request, response);
    return true;
  }

  /** Makes the reply, keeps it and sends it, past Nest's serialiser. */
  async answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>): Promise<void> {
    const kept = this.keep(request.url, JSON.stringify(await make()));
    reply.hijack();
    send(kept, request.raw, reply.raw);
  }

  private keep(key: string, text: string): Kept {
    const bytes = Buffer.from(text);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      'cache-control': 'public, max-age=5',
      'x-content-type-options': 'nosniff',
    };
    const kept = { bytes, headers, until: Date.now() + FRESH_MS };
    if (this.kept.size >= MAX_KEPT) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(key, kept);
    return kept;
  }
}

function send({ bytes, headers }: Kept, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['if-none-match'] === headers.etag) {
    const { 'content-length': _, ...short } = headers;
    response.writeHead(304, short).end();
    return;
  }
  response.writeHead(200, headers).end(bytes);
}
