import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { PointCode } from '@county/shared/service-map/point-code';
import { MappedCounty } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

describe('what two people do to one point at the same instant', () => {
  it('keeps one of two changes made on one version, and tells the other who was faster', async () => {
    const point = await here.point({ name: '同时修改的代办点' });
    const { id: pointId, unitId: _, ...facts } = point;
    const change = (phone: string) =>
      here.as('village-officer', 'POST', `/service-points/${pointId}/changes`, {
        ...facts,
        phone,
        id: newId(),
        onVersion: 1,
      });
    const answers = await Promise.all(['0800-5510001', '0800-5510002', '0800-5510003'].map(change));
    expect(statuses(answers)).toEqual([201, 409, 409]);
    const kept = answers.find(({ status }) => status === 201)!.body;
    expect(await here.view(pointId)).toMatchObject({ version: 2, phone: kept.phone });
    expect(answers.find(({ status }) => status === 409)!.body.message).toContain('电话');
    const { body } = await here.as('village-officer', 'GET', `/service-points/${pointId}/versions`);
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it('takes one change sent three times at once for one', async () => {
    const { id: pointId, unitId: _, ...facts } = await here.point({ name: '连发三次的代办点' });
    const body = { ...facts, phone: '0800-5510004', id: newId(), onVersion: 1 };
    const send = () => here.as('village-officer', 'POST', `/service-points/${pointId}/changes`, body);
    expect(statuses(await Promise.all([send(), send(), send()]))).toEqual([200, 200, 201]);
    expect((await here.view(pointId)).version).toBe(2);
  });

  it('takes one new point sent three times at once for one, and refuses other words under its id', async () => {
    const point = await here.newPoint({ name: '连发三次的新点' });
    const send = (over: object = {}) => here.as('village-officer', 'POST', '/service-points', { ...point, ...over });
    await here.token('village-officer');
    expect(statuses(await Promise.all([send(), send(), send()]))).toEqual([200, 200, 201]);
    expect(await send({ phone: '0800-5510009' })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
  });

  it('takes one correction sent three times at once for one, and one answer of two', async () => {
    const { id: pointId } = await here.point({ name: '同时纠错的代办点' });
    const id = newId();
    const sent = await Promise.all([1, 2, 3].map(() => here.report(pointId, { id })));
    expect(statuses(sent)).toEqual([200, 200, 201]);
    expect((await here.report(pointId, { id, words: '另一句话' })).body.code).toBe('id-taken');
    await here.token('village-officer');
    const answer = (outcome: string, words: string) =>
      here.as('village-officer', 'POST', `/point-corrections/${id}/answers`, { outcome, answer: words });
    const answers = await Promise.all([answer('confirmed', '已经改好了'), answer('declined', '号码没有换过')]);
    expect(statuses(answers)).toEqual([201, 409]);
    const { body } = await here.county.ask('GET', `/public/point-corrections/${id}`);
    expect(body.answer).toBe(answers.find(({ status }) => status === 201)!.body.answer);
  });

  it('takes no more from one address in an hour than it may, though all come at once', async () => {
    here.at('2026-12-02');
    const { id: pointId } = await here.point({ name: '很多人纠错的代办点' });
    const report = (n: number) => here.report(pointId, { words: `第 ${n} 句话：打不通` });
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => report(n)));
    expect(statuses(answers)).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429, 429, 429]);
    expect((await here.view(pointId)).openCorrections).toBe(10);
  });

  it('makes each code once', async () => {
    const { id: pointId } = await here.point({ name: '同时编码的代办点' });
    const make = () => here.as('village-officer', 'POST', `/service-points/${pointId}/codes`, {});
    const [one, other] = (await Promise.all([make(), make()])).map(({ body }) => body.items as PointCode[]);
    expect(one).toHaveLength(2);
    expect(other).toEqual(one);
  });

  it('puts no point inside one that is being withdrawn', async () => {
    for (let round = 1; round <= 4; round += 1) {
      const outer = await here.point({ name: `要撤的场所${round}` });
      const inner = await here.point({ name: `要搬进去的点${round}` });
      const [withdrawn, moved] = await Promise.all([
        here.as('village-officer', 'POST', `/service-points/${outer.id}/withdrawals`, {
          id: newId(),
          reason: '搬走了',
        }),
        here.change('village-officer', inner, { insideId: outer.id }),
      ]);
      expect([
        [201, 400],
        [409, 201],
      ]).toContainEqual([withdrawn.status, moved.status]);
    }
  });
});
