import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { MappedCounty } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

/** What one test reports must not count in the next. */
let hour = 9;
const anHourLater = () => here.at('2026-11-25', `${String((hour += 2)).padStart(2, '0')}:00`);

const answer = (person: string, id: string, over: object = {}) =>
  here.as(person, 'POST', `/point-corrections/${id}/answers`, {
    outcome: 'confirmed',
    answer: '谢谢，电话已经改好。',
    ...over,
  });
const listed = async (person: string, part = 'open'): Promise<{ id: string; pointName: string }[]> =>
  (await here.as(person, 'GET', `/point-corrections?part=${part}&limit=200`)).body.items;
const waiting = async (person: string): Promise<{ kind: string; count: number; words: string }[]> =>
  (await here.as(person, 'GET', '/waiting-items')).body.items;

describe('a correction', () => {
  it('is reported by anybody, once however often it is sent, and reminds the unit at once', async () => {
    const point = await here.point();
    const said = { id: newId() };
    const first = await here.report(point.id, said);
    expect([first.status, first.body]).toMatchObject([201, { state: 'open', pointName: point.name, answer: null }]);
    expect((await here.report(point.id, said)).status).toBe(200);
    expect((await here.report(point.id, { ...said, words: '别的话' })).body.code).toBe('id-taken');
    await here.reminded.tick();
    const told = (await here.reminded.inbox('village-officer')).filter(
      ({ what }) => what === `群众纠错：${point.name}`,
    );
    expect(told).toMatchObject([
      {
        words: '电话不对：电话打不通，换号了。请核实后答复',
        stands: true,
        link: '/pages/service-map/corrections/index',
      },
    ]);
    expect((await here.view(point.id)).openCorrections).toBe(1);
    expect(await waiting('village-officer')).toContainEqual(
      expect.objectContaining({ kind: 'corrections-to-answer', count: 1, words: '1 条群众纠错等着核实' }),
    );
  });

  it('is answered by the unit with a word, which its reporter reads; the reminder is over', async () => {
    anHourLater();
    const point = await here.point();
    const { id } = (await here.report(point.id)).body;
    await here.reminded.tick();
    expect((await answer('village-officer', id)).body).toMatchObject({ state: 'confirmed', unitName: '青石镇石桥村' });
    expect((await answer('village-officer', id)).status).toBe(200);
    const other = await answer('unit-lead', id, { outcome: 'declined', answer: '没有这回事。' });
    expect([other.status, other.body.message]).toEqual([409, expect.stringMatching(/已经处理过了，答复不能改写/)]);
    const { body } = await here.county.ask('GET', `/public/point-corrections/${id}`);
    expect(body).toMatchObject({ state: 'confirmed', answer: '谢谢，电话已经改好。' });
    expect(body).not.toHaveProperty('answeredByName');
    const [reminder] = await here.reminded.inbox('village-officer');
    expect(reminder).toMatchObject({ what: `群众纠错：${point.name}`, stands: false });
    expect((await listed('village-officer', 'settled'))[0]!.id).toBe(id);
  });

  it('is seen by its unit and those above alone; no personal number goes into the answer', async () => {
    anHourLater();
    const { id } = (await here.report((await here.point()).id)).body;
    for (const person of ['second-village-officer', 'other-township-officer']) {
      expect((await answer(person, id)).status).toBe(404);
      expect((await listed(person)).some((one) => one.id === id)).toBe(false);
    }
    for (const person of ['village-officer', 'unit-lead', 'supervisor'])
      expect((await listed(person)).some((one) => one.id === id)).toBe(true);
    expect((await answer('unit-lead', id, { answer: '请打 13800138000' })).body.issues[0].path).toEqual(['answer']);
    expect((await here.county.ask('GET', `/public/point-corrections/${newId()}`)).status).toBe(404);
  });

  it('is listed the oldest first, page by page', async () => {
    anHourLater();
    for (let index = 0; index < 3; index += 1) await here.report((await here.point()).id);
    const all = await listed('unit-lead');
    const first = (await here.as('unit-lead', 'GET', '/point-corrections?limit=2')).body;
    const second = (await here.as('unit-lead', 'GET', `/point-corrections?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id));
  });

  it('comes ten times an hour from one address; a point with twenty that wait takes no more', async () => {
    anHourLater();
    const point = await here.point();
    const ids = Array.from({ length: 10 }, () => newId());
    for (const id of ids) expect((await here.report(point.id, { id })).status).toBe(201);
    const refused = await here.report(point.id);
    expect([refused.status, refused.body.message]).toEqual([429, expect.stringMatching(/请在 \d\d:\d\d 以后再提交/)]);
    expect((await here.report(point.id, { id: ids[0] })).status).toBe(200);
    anHourLater();
    for (let index = 0; index < 10; index += 1) expect((await here.report(point.id)).status).toBe(201);
    anHourLater();
    const full = await here.report(point.id);
    expect([full.status, full.body.message]).toEqual([429, expect.stringContaining('已有 20 条纠错')]);
    await answer('village-officer', ids[0]!);
    expect((await here.report(point.id)).status).toBe(201);
  });

  it('is not of a point that is not there or was withdrawn', async () => {
    anHourLater();
    expect((await here.report(newId())).status).toBe(404);
    const point = await here.point();
    await here.as('village-officer', 'POST', `/service-points/${point.id}/withdrawals`, {
      id: newId(),
      reason: '撤并',
    });
    expect((await here.report(point.id)).status).toBe(410);
    expect((await here.report(point.id, { words: '错' })).body.issues[0].message).toContain('应该是怎样');
  });
});
