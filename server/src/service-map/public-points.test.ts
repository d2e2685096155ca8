import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { isInBox } from '@county/shared/service-map/position';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { MappedCounty } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

const get = (path: string) => here.county.ask('GET', path);
const idsOf = (points: readonly PublicPoint[]) => points.map(({ id }) => id).sort();

describe('the map of the demo', () => {
  it('shows about 150 points to everybody, with township, place and first letters; no position as it was taken', async () => {
    const points = await here.publicPoints();
    expect(points.length).toBeGreaterThan(140);
    expect(points.find(({ name }) => name === '示例县政务服务大厅')).toMatchObject({
      unitName: '县行政审批局',
      townshipId: null,
      initials: expect.stringMatching(/^slxzwfwdt .*\bbsbk\b/),
      phone: '0800-5510000',
    });
    const station = points.find(({ unitName }) => unitName === '青石镇石桥村');
    expect(station).toMatchObject({ townshipName: '青石镇', kind: 'service-station' });
    expect(JSON.stringify(points)).not.toMatch(/"position"|"photoId"/);
  });

  it('is read page by page, by kind and by unit', async () => {
    const all = await here.publicPoints();
    const paged: PublicPoint[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await get(`/public/service-points?limit=40${cursor}`);
      paged.push(...body.items);
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const centres = await here.publicPoints('&kind=service-centre');
    expect(idsOf(centres)).toEqual(idsOf(all.filter(({ kind }) => kind === 'service-centre')));
    const unitId = await here.unitId('青石镇石桥村');
    expect(idsOf(await here.publicPoints(`&unitId=${unitId}`))).toEqual(
      idsOf(all.filter((point) => point.unitId === unitId)),
    );
    expect((await get('/public/service-points?kind=castle')).status).toBe(400);
    expect((await get('/public/service-points?limit=501')).status).toBe(400);
  });

  it('is read by view box: exactly what lies in it, whichever pages it comes in', async () => {
    const all = await here.publicPoints();
    const boxes = [
      { west: 105.5, south: 31.45, east: 105.54, north: 31.49 },
      { west: 105.4, south: 31.35, east: 105.65, north: 31.6 },
      { west: 73, south: 3, east: 136, north: 54 },
    ];
    for (const box of boxes) {
      const within = all.filter(({ places }) => places && isInBox(box, places.wgs84));
      expect(within.length).toBeGreaterThan(0);
      const query = `&bbox=${box.west},${box.south},${box.east},${box.north}`;
      expect(idsOf(await here.publicPoints(query))).toEqual(idsOf(within));
      const paged: PublicPoint[] = [];
      let cursor = '';
      for (;;) {
        const { body } = await get(`/public/service-points?limit=7${query}${cursor}`);
        paged.push(...body.items);
        if (!body.next) break;
        cursor = `&cursor=${body.next}`;
      }
      expect(idsOf(paged)).toEqual(idsOf(within));
      expect(new Set(idsOf(paged)).size).toBe(paged.length);
    }
    expect(await here.publicPoints('&bbox=110,20,111,21')).toEqual([]);
    for (const bad of ['1,2,3', '106,31,105,32', '105,32,106,31', 'a,b,c,d']) {
      const { status, body } = await get(`/public/service-points?bbox=${bad}`);
      expect([status, body.message]).toEqual([400, expect.stringContaining('西,南,东,北')]);
    }
  });

  it('is served from memory with its stamp: the same again is 304', async () => {
    const url = `${here.county.url}/api/public/service-points?limit=20`;
    const first = await fetch(url);
    const etag = first.headers.get('etag')!;
    await first.arrayBuffer();
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('gives the outline, the calendar, and the townships with their villages for reckoning without a signal', async () => {
    const { body } = await get('/public/service-map');
    expect(body).toMatchObject({ tiandituKey: null, approvalNumber: null });
    expect(body.outline.notice).toContain('示意图');
    expect(body.outline.areas.every(({ unitId }: { unitId: string | null }) => unitId)).toBe(true);
    expect(body.calendar.map(({ date }: { date: string }) => date)).toContain('2026-10-01');
    const township = body.units.find(({ name }: { name: string }) => name === '青石镇');
    expect(body.units.find(({ name }: { name: string }) => name === '青石镇石桥村').parentId).toBe(township.id);
    expect(body.units.some(({ kind }: { kind: string }) => kind === 'department')).toBe(false);
  });
});

describe('open data', () => {
  const table = async () => (await get('/public/service-points.csv')).body.toString('utf8') as string;

  it('is a table that a spreadsheet opens as it is: a mark of UTF-8, a line each, nothing that runs', async () => {
    const name = '=HYPERLINK("http://x.example")站';
    const landmark = '@门口，"红"砖\n墙外';
    const point = await here.point({ name, landmark, queueHint: '-不用等', position: null });
    const text = await table();
    expect(text.startsWith('\uFEFF编号,类别,名称')).toBe(true);
    const line = text.slice(text.indexOf(point.id));
    expect(line).toContain(`,"'=HYPERLINK(""http://x.example"")站",`);
    expect(line).toContain(`,"'@门口，""红""砖\n墙外",,,`);
    expect(line).toContain(`,'-不用等,`);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n').length - 2).toBe((await here.publicPoints('&a=1')).length);
  });

  it('is GeoJSON of WGS-84, longitude first; what has no place has no geometry', async () => {
    const { body, headers } = await get('/public/service-points.geojson');
    expect(headers.get('content-type')).toBe('application/geo+json');
    const { type, features } = body;
    expect(type).toBe('FeatureCollection');
    const hall = features.find((one: { properties: { name: string } }) => one.properties.name === '示例县政务服务大厅');
    expect(hall.geometry.type).toBe('Point');
    expect(Math.round(hall.geometry.coordinates[0])).toBe(106);
    const nowhere = features.filter(({ geometry }: { geometry: object | null }) => geometry === null);
    expect(nowhere.length).toBeGreaterThan(0);
  });
});

describe('a download of everything', () => {
  it.each(['csv', 'geojson'])('is made once in a few seconds, whatever an address adds to it: %s', async (ending) => {
    const stampOf = async (more: string) => {
      const reply = await fetch(`${here.county.url}/api/public/service-points.${ending}${more}`);
      expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      return reply.headers.get('etag');
    };
    const stamp = await stampOf('');
    await here.point({ name: `刚刚新增的代办点${ending}` });
    for (let at = 1; at <= 5; at += 1) expect(await stampOf(`?again=${at}`)).toBe(stamp);
  });
});

describe('one point', () => {
  it('may be called by signs that are many letters each', async () => {
    const { id } = await here.point({ name: '㍿'.repeat(60) });
    const { initials } = (await here.publicPoint(id)).body;
    expect(initials.split(' ')[0]).toHaveLength(60);
  });

  it('is 404 where there never was one, and 410 with the reason where one was withdrawn', async () => {
    expect((await here.publicPoint(newId())).status).toBe(404);
    const point = await here.point();
    expect((await here.publicPoint(point.id)).body).toMatchObject({
      name: point.name,
      checkedByName: expect.any(String),
    });
    const body = { id: newId(), reason: '搬到村委会一楼，和便民服务站合并' };
    await here.as('village-officer', 'POST', `/service-points/${point.id}/withdrawals`, body);
    const gone = await here.publicPoint(point.id);
    expect([gone.status, gone.body.code, gone.body.message]).toEqual([
      410,
      'gone',
      '“石桥村老年活动室代办点”已经撤下：搬到村委会一楼，和便民服务站合并',
    ]);
    expect(idsOf(await here.publicPoints('&b=1'))).not.toContain(point.id);
    expect(idsOf(await here.publicPoints('&bbox=105.51,31.46,105.53,31.48&b=1'))).not.toContain(point.id);
  });
});
