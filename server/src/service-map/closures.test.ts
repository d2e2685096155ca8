import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { MappedCounty, OFFICE_HOURS } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

// Monday 30 November to Sunday 6 December 2026.
const WEEK = { from: '2026-11-30', to: '2026-12-06' };
const preview = (id: string, days: object = WEEK) =>
  here.as('village-officer', 'POST', `/service-points/${id}/closure-previews`, days);
const close = (id: string, over: object = {}) =>
  here.as('village-officer', 'POST', `/service-points/${id}/closures`, {
    id: newId(),
    onVersion: 1,
    ...WEEK,
    reason: '线路检修',
    ...over,
  });
const services = (...words: string[]) => [
  { id: newId(), name: '窗口', hours: OFFICE_HOURS, services: words.map((one) => ({ guideId: null, words: one })) },
];
const at = (longitude: number) => ({ longitude, latitude: 31.6, datum: 'wgs84' as const });

describe('a point closed for some days', () => {
  it('sends a village’s people to their township, not to the station of a neighbour village, which is nearer', async () => {
    const points = await here.publicPoints();
    const station = points.find(({ name }) => name === '青石镇石桥村便民服务站');
    expect((await preview(station!.id)).body.nearest.name).toBe('青石镇便民服务中心');
  });

  it('sends a township’s people to where the same things are done, not to one department’s hall, which is nearer', async () => {
    const centre = (await here.publicPoints()).find(({ name }) => name === '青石镇便民服务中心')!;
    const days = { from: '2026-11-30', to: '2026-12-04' };
    const { body } = await here.as('unit-lead', 'POST', `/service-points/${centre.id}/closure-previews`, days);
    expect(body.nearest.name).toBe('示例县政务服务大厅');
  });

  it('is shown first what that breaks: what is done nowhere else, where to go instead, how many working days', async () => {
    const kind = 'age-friendly-window' as const;
    const point = await here.point({ kind, position: at(105.6), windows: services('代写家书', '办社保卡') });
    const near = await here.point({ kind, name: '邻村窗口', position: at(105.61), windows: services('办社保卡') });
    await here.point({ kind, name: '更远的窗口', position: at(105.65), windows: [] });
    const { body } = await preview(point.id);
    expect(body).toMatchObject({ onlyHere: [{ guideId: null, words: '代写家书' }], workingDays: 5 });
    expect(body.nearest).toMatchObject({ id: near.id, name: '邻村窗口' });
    expect(body.nearest.metres).toBeGreaterThan(900);
    expect(body.nearest.metres).toBeLessThan(1000);
    await close(near.id);
    expect((await preview(point.id)).body.nearest.name).toBe('更远的窗口');
  });

  it('does not count on points of other people, nor on such as are closed on those days', async () => {
    const words = services('补办林权证');
    const point = await here.point({ windows: words });
    const onlyHere = async () => (await preview(point.id)).body.onlyHere.map((one: { words: string }) => one.words);
    const unitId = await here.unitId('青石镇');
    const elsewhere = await here.newPoint({ unitId: await here.unitId('双河镇'), name: '外镇窗口', windows: words });
    const centre = await here.newPoint({ unitId, name: '镇上窗口', windows: words });
    for (const body of [elsewhere, centre])
      expect((await here.as('supervisor', 'POST', '/service-points', body)).status).toBe(201);
    expect(await onlyHere()).toEqual([]);
    const closure = { id: newId(), onVersion: 1, ...WEEK, reason: '检修' };
    await here.as('supervisor', 'POST', `/service-points/${centre.id}/closures`, closure);
    expect(await onlyHere()).toEqual(['补办林权证']);
    const weekend = { from: '2026-12-12', to: '2026-12-13' };
    expect((await preview(point.id, weekend)).body.onlyHere).toHaveLength(1);
  });

  it('says so with its reason, windows too; sent again it is closed once', async () => {
    const point = await here.point({ windows: services('代缴水费') });
    const closure = { id: newId() };
    const first = await close(point.id, closure);
    const exception = { ...WEEK, spans: [], reason: '线路检修' };
    expect([first.status, first.body.hours.exceptions]).toEqual([201, [exception]]);
    expect(first.body.windows[0].hours.exceptions).toEqual([exception]);
    expect((await close(point.id, closure)).status).toBe(200);
    expect((await close(point.id, { ...closure, reason: '别的' })).body.code).toBe('id-taken');
    expect((await close(point.id)).status).toBe(409);
    expect((await here.publicPoint(point.id)).body.hours.exceptions).toEqual([exception]);
    const restoration = { id: newId(), onVersion: 2, version: 1 };
    await here.as('village-officer', 'POST', `/service-points/${point.id}/restorations`, restoration);
    expect((await here.publicPoint(point.id)).body.hours.exceptions).toEqual([]);
  });

  it('hears why not: no hours written, days turned round or past, somebody else’s point', async () => {
    const point = await here.point({ hours: null, windows: [] });
    expect((await preview(point.id)).body.message).toBe('还没有填开放时间，请先填好再登记停办');
    const open = await here.point();
    expect((await close(open.id, { from: '2026-12-06', to: '2026-12-01' })).body.message).toMatch(/不能早于起始日期/);
    expect((await preview(open.id, { from: '', to: '' })).body.issues).toEqual([
      { path: ['from'], message: '请选择起始日期' },
      { path: ['to'], message: '请选择截止日期' },
    ]);
    expect((await preview(open.id, { from: '2026-11-01', to: '2026-11-02' })).body.message).toMatch(/已经过去/);
    const body = { id: newId(), onVersion: 1, ...WEEK, reason: '检修' };
    expect((await here.as('second-village-officer', 'POST', `/service-points/${open.id}/closures`, body)).status).toBe(
      403,
    );
    expect((await close(open.id, { reason: '找我 13800138000' })).status).toBe(400);
  });
});
