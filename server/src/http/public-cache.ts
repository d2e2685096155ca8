import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/clock.ts';
import { Download, HARMLESS } from './replies.ts';

const FRESH_MS = 5_000;
const MAX_KEPT = 200;
/** View boxes of a map are many and large: together they keep within this, and one that is larger is not kept. */
const MAX_KEPT_BYTES = 32 * 1024 * 1024;
/** Shorter than this it is one packet anyhow; longer, and compressing would hold up everybody else. */
const COMPRESSED_FROM = 1_400;
const COMPRESSED_TO = 4 * 1024 * 1024;

/** A reply as it leaves: name and value of each header in turn, as Node writes them fastest. */
interface Ready {
  status: 200 | 304;
  headers: readonly string[];
  body?: Buffer;
}

interface Kept {
  bytes: Buffer;
  etag: string;
  whole: Ready;
  /** Made when somebody first asks for it so: a county's points are a tenth as long. */
  compressed?: Ready;
  /** For whoever has it already. */
  unchanged: Ready;
  until: number;
  tally: Tally;
  isOne: boolean;
}

/** Whether a device may keep a reply for as long as we do, or asks each time if it still holds. */
const DEVICES = { list: 'public, max-age=5', one: 'public, no-cache' };

/** How many replies of a route left before any routing. */
interface Tally {
  count: number;
}

/**
 * Replies everybody gets alike, kept as bytes for a few seconds, so that a link shared to a whole village costs one
 * query. A change is public at the latest when those seconds have passed; what tells of one thing alone is not kept
 * past the next thing written here, so that whoever has changed it sees the change.
 */
@Injectable()
export class PublicCache {
  private readonly kept = new Map<string, Kept>();
  private readonly making = new Map<string, Promise<Kept>>();
  private keptBytes = 0;
  private readonly tallies = new Map<string, Tally>();
  /** The addresses kept that tell of one thing alone. */
  private readonly ones = new Set<string>();
  /** How often something has been written; what was being made meanwhile may be of before. */
  private writings = 0;
  private dateOfSecond = { second: 0, words: '' };

  constructor(private readonly clock: Clock) {}

  /** Answers a request whose reply is at hand, before any routing; false when the application has to make it. */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false;
    const kept = this.kept.get(request.url ?? '');
    if (!kept || kept.until < Date.now()) return false;
    kept.tally.count += 1;
    this.send(kept, request, response);
    return true;
  }

  /** Something has been written through this process. */
  forgetOnes(): void {
    this.writings += 1;
    for (const key of this.ones) this.drop(key);
  }

  /** By route, what has been answered past the application, where nothing else counts it. */
  answeredAtHand(): { route: string; count: number }[] {
    return [...this.tallies].map(([route, { count }]) => ({ route, count }));
  }

  /** Makes the reply, keeps it and sends it, past Nest's serialiser. */
  answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>): Promise<void> {
    const json = async () => new Download(Buffer.from(JSON.stringify(await make())), JSON_TYPE);
    return this.answerBytes(request, reply, json);
  }

  /** The same for a reply about one thing, found by its id. */
  answerOne(request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>): Promise<void> {
    const json = async () => new Download(Buffer.from(JSON.stringify(await make())), JSON_TYPE);
    return this.answerBytes(request, reply, json, request.url, true);
  }

  /** The same for a reply of bytes; `key` where it is one reply whatever the address asks for besides. */
  async answerBytes(
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<Download>,
    key: string = request.url,
    isOne = false,
  ): Promise<void> {
    const known = this.kept.get(key);
    const kept =
      known && known.until >= Date.now() ? known : await this.made(key, request.routeOptions.url ?? '', make, isOne);
    reply.hijack();
    this.send(kept, request.raw, reply.raw);
  }

  /** Made once for all who ask while it is being made. */
  private made(key: string, route: string, make: () => Promise<Download>, isOne: boolean): Promise<Kept> {
    const { writings } = this;
    const turn = isOne ? `${writings} ${key}` : key;
    const begun = this.making.get(turn);
    if (begun) return begun;
    const made = make()
      .then((download) => {
        const kept = keptOf(download, this.tallyOf(route), isOne);
        if (!isOne || writings === this.writings) this.keep(key, kept);
        return kept;
      })
      .finally(() => this.making.delete(turn));
    this.making.set(turn, made);
    return made;
  }

  private tallyOf(route: string): Tally {
    let tally = this.tallies.get(route);
    if (!tally) this.tallies.set(route, (tally = { count: 0 }));
    return tally;
  }

  private keep(key: string, kept: Kept): void {
    this.drop(key);
    if (kept.bytes.length > MAX_KEPT_BYTES) return;
    this.kept.set(key, kept);
    if (kept.isOne) this.ones.add(key);
    this.keptBytes += kept.bytes.length;
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MAX_KEPT && this.keptBytes <= MAX_KEPT_BYTES) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.keptBytes -= this.kept.get(key)?.bytes.length ?? 0;
    this.kept.delete(key);
    this.ones.delete(key);
  }

  private send(kept: Kept, request: IncomingMessage, response: ServerResponse): void {
    const { status, headers, body } = readyFor(request, kept);
    response.writeHead(status, [...headers, 'date', this.date()]).end(body);
  }

  /** The phone corrects its own clock by this header; Node would put the machine's into it. */
  private date(): string {
    const now = this.clock.ms();
    const second = Math.floor(now / 1000);
    if (this.dateOfSecond.second !== second) this.dateOfSecond = { second, words: new Date(now).toUTCString() };
    return this.dateOfSecond.words;
  }
}

function readyFor(request: IncomingMessage, kept: Kept): Ready {
  const { bytes } = kept;
  // A balancer that compresses marks it as weak (W/); a device may name several.
  if (request.headers['if-none-match']?.includes(kept.etag)) return kept.unchanged;
  if (bytes.length < COMPRESSED_FROM || bytes.length > COMPRESSED_TO || !takesGzip(request)) return kept.whole;
  return (kept.compressed ??= ready([...kept.unchanged.headers, 'content-encoding', 'gzip'], gzipSync(bytes)));
}

const ready = (headers: readonly string[], body: Buffer): Ready => ({
  status: 200,
  headers: [...headers, 'content-length', String(body.length)],
  body,
});

const JSON_TYPE = 'application/json; charset=utf-8';

function keptOf({ bytes, mediaType, fileName, disposition }: Download, tally: Tally, isOne: boolean): Kept {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = Object.entries({
    'content-type': mediaType,
    ...(fileName ? { 'content-disposition': disposition } : {}),
    etag,
    'cache-control': isOne ? DEVICES.one : DEVICES.list,
    ...HARMLESS,
    vary: 'accept-encoding',
  }).flat();
  const unchanged = { status: 304 as const, headers };
  return { bytes, etag, whole: ready(headers, bytes), unchanged, until: Date.now() + FRESH_MS, tally, isOne };
}

/** Whether whoever asks can read a reply that is gzipped. */
export const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:[.]0*)?\s*(?:,|$))/i.test(String(headers['accept-encoding'] ?? ''));
