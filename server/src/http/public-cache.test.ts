import { get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../test/support/county.ts';
import { MappedCounty } from '../../../test/support/mapped-county.ts';
import { v7 as newId } from 'uuid';
import { PublicCache } from './public-cache.ts';

const POINTS = '/api/public/service-points?limit=500';
const NOT_ASKED_BEFORE = '/api/public/service-points?limit=499';

/** What many phones of a village ask for at once. */
describe('a reply everybody gets alike', () => {
  let county: County;
  beforeAll(async () => {
    county = await startCounty({ now: '2026-11-25T01:00:00.000Z' });
  });
  afterAll(() => county.close());

  /** As it comes over the wire: Node's `fetch` would unpack it. */
  const ask = (headers: Record<string, string>, address = POINTS) =>
    new Promise<{ reply: IncomingMessage; bytes: Buffer }>((done) => {
      get(county.url + address, { headers }, (reply) => {
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
    for (const refused of ['br, gzip;q=0', 'GZIP;Q=0'])
      expect((await ask({ 'accept-encoding': refused })).reply.headers['content-encoding']).toBeUndefined();
    expect((await ask({ 'accept-encoding': 'GZIP' })).reply.headers['content-encoding']).toBe('gzip');
  });

  it('says on its way from memory what it said when it was made: opened alone it runs and loads nothing', async () => {
    const [made, kept] = [await ask({}, NOT_ASKED_BEFORE), await ask({}, NOT_ASKED_BEFORE)];
    expect(kept.reply.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    for (const name of ['content-security-policy', 'x-content-type-options', 'cache-control', 'etag'])
      expect(kept.reply.headers[name]).toBe(made.reply.headers[name]);
  });

  it('is not sent again while it still holds, however it was sent before', async () => {
    const { etag } = (await ask({ 'accept-encoding': 'gzip' })).reply.headers;
    for (const accepted of ['gzip', 'identity']) {
      const again = await ask({ 'if-none-match': etag!, 'accept-encoding': accepted });
      expect(again.reply.statusCode).toBe(304);
      expect(again.bytes.length).toBe(0);
    }
    for (const known of [`W/${etag}`, `"another", ${etag}`])
      expect((await ask({ 'if-none-match': known })).reply.statusCode).toBe(304);
    expect((await ask({ 'if-none-match': '"another"' })).reply.statusCode).toBe(200);
  });

  it('tells the county’s time, made anew or at hand', async () => {
    for (const time of ['2026-11-25T01:00', '2026-12-01T08:30']) {
      county.clock.set(`${time}:00.000Z`);
      const { reply } = await ask({});
      expect(new Date(reply.headers.date!).toISOString().slice(0, 16)).toBe(time);
    }
  });
});

/** What many phones of a village ask for at once, about one place. */
describe('a reply about one thing', () => {
  let here: MappedCounty;
  let pointId: string;
  beforeAll(async () => {
    here = await MappedCounty.start();
    const point = await here.newPoint();
    pointId = (await here.as('village-officer', 'POST', '/service-points', point)).body.id;
  });
  afterAll(() => here.county.close());

  const look = () => here.publicPoint(pointId);
  const atHand = () => here.county.app.get(PublicCache).answeredAtHand();
  const act = (what: string, body: object) =>
    here.as('village-officer', 'POST', `/service-points/${pointId}/${what}`, { id: newId(), ...body });
  const withdraw = () => act('withdrawals', { reason: '拆除重建' });
  const restore = async () => act('restorations', { onVersion: (await here.view(pointId)).version, version: 1 });

  it('is made once, and devices ask each time whether it still holds', async () => {
    const { headers, body } = await look();
    expect(headers.get('cache-control')).toBe('public, no-cache');
    expect((await look()).body).toEqual(body);
    expect(atHand()).toEqual([{ route: '/api/public/service-points/:pointId', count: 1 }]);
  });

  it('is of now for whoever has changed it', async () => {
    expect((await look()).status).toBe(200);
    expect((await withdraw()).status).toBeLessThan(300);
    expect((await look()).status).toBe(410);
    expect((await restore()).status).toBeLessThan(300);
    expect((await look()).status).toBe(200);
  });

  it('is not kept when something was written while it was being made', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await Promise.all([look(), withdraw(), look()]);
      expect((await look()).status).toBe(410);
      await Promise.all([look(), restore(), look()]);
      expect((await look()).status).toBe(200);
    }
  });
});
