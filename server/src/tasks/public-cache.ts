import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const FRESH_MS = 5_000;
const MAX_KEPT = 200;

interface Kept {
  bytes: Buffer;
  etag: string;
  until: number;
}

/**
 * Replies everybody gets alike, kept as bytes for a few seconds, so that a link shared to a whole village
 * costs one query. A change is public at the latest when those seconds have passed.
 */
@Injectable()
export class PublicCache {
  private readonly kept = new Map<string, Kept>();

  /** Answers from what is kept, or makes it; past Nest's serialiser, which would stringify the same reply anew. */
  async answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>): Promise<void> {
    const key = request.url;
    let kept = this.kept.get(key);
    if (!kept || kept.until < Date.now()) kept = this.keep(key, JSON.stringify(await make()));
    reply.hijack();
    const { raw } = reply;
    raw.setHeader('etag', kept.etag);
    raw.setHeader('cache-control', 'public, max-age=5');
    raw.setHeader('x-content-type-options', 'nosniff');
    if (request.headers['if-none-match'] === kept.etag) {
      raw.writeHead(304);
      raw.end();
      return;
    }
    raw.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': kept.bytes.length });
    raw.end(kept.bytes);
  }

  private keep(key: string, text: string): Kept {
    const bytes = Buffer.from(text);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const kept = { bytes, etag, until: Date.now() + FRESH_MS };
    if (this.kept.size >= MAX_KEPT) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(key, kept);
    return kept;
  }
}
