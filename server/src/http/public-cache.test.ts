import { get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../test/support/county.ts';

const POINTS = '/api/public/service-points?limit=500';

/** What many phones of a village ask for at once. */
describe('a reply everybody gets alike', () => {
  let county: County;
  beforeAll(async () => {
    county = await startCounty({ now: '2026-11-25T01:00:00.000Z' });
  });
  afterAll(() => county.close());

  /** As it comes over the wire: Node's `fetch` would unpack it. */
  const ask = (headers: Record<string, string>) =>
    new Promise<{ reply: IncomingMessage; bytes: Buffer }>((done) => {
      get(county.url + POINTS, { headers }, (reply) => {
        const parts: Buffer[] = [];
        reply
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => done({ reply, bytes: Buffer.concat(parts) }));
      });
    });

  it('goes compressed to whoever takes it so, a fraction as long, and says the same', async () => {
    const plain = await ask({});
    const short = await ask({ 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.reply.headers['content-encoding']).toBeUndefined();
    expect(short.reply.headers['content-encoding']).toBe('gzip');
    expect(short.reply.headers.vary).toBe('accept-encoding');
    expect(short.bytes.length).toBeLessThan(plain.bytes.length / 5);
    expect(gunzipSync(short.bytes).equals(plain.bytes)).toBe(true);
    expect((await ask({ 'accept-encoding': 'br, gzip;q=0' })).reply.headers['content-encoding']).toBeUndefined();
  });

  it('is not sent again while it still holds, however it was sent before', async () => {
    const { etag } = (await ask({ 'accept-encoding': 'gzip' })).reply.headers;
    for (const accepted of ['gzip', 'identity']) {
      const again = await ask({ 'if-none-match': etag!, 'accept-encoding': accepted });
      expect(again.reply.statusCode).toBe(304);
      expect(again.bytes.length).toBe(0);
    }
  });

  it('tells the county’s time, made anew or at hand', async () => {
    for (const time of ['2026-11-25T01:00', '2026-12-01T08:30']) {
      county.clock.set(`${time}:00.000Z`);
      const { reply } = await ask({});
      expect(new Date(reply.headers.date!).toISOString().slice(0, 16)).toBe(time);
    }
  });
});
