import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../../test/support/county.ts';

interface Line {
  id: string;
  unitId: string;
  dueOn: string;
  status: string;
  percent: number | null;
  handDown: object | null;
}

describe('handing down to villages', () => {
  let county: County;
  let lead: string;
  let mine: Line;
  let villages: string[];

  beforeAll(async () => {
    county = await startCounty();
    lead = await county.signIn('unit-lead');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: lead });
    mine = body.items.find(
      ({ status, handDown, dueOn }: Line) =>
        ['assigned', 'acknowledged', 'in-progress'].includes(status) && !handDown && dueOn > '2026-12-01',
    );
    const { body: below } = await county.ask('GET', `/org-units?parentId=${mine.unitId}&limit=200`);
    villages = below.items.map((unit: { id: string }) => unit.id);
  });
  afterAll(() => county.close());

  const handDown = (over: object, line = mine.id) =>
    county.ask('POST', `/assignments/${line}/hand-downs`, {
      token: lead,
      body: { id: newId(), unitIds: villages.slice(0, 2), dueOn: mine.dueOn, ...over },
    });
  const open = async (id: string) => (await county.ask('GET', `/assignments/${id}`, { token: lead })).body;

  it('gives the unit’s own line to units under it, and sending it again changes nothing', async () => {
    const id = newId();
    const first = await handDown({ id });
    expect([first.status, first.body.created.length]).toEqual([201, 2]);
    expect((await handDown({ id })).status).toBe(200);
    const more = await handDown({ unitIds: villages.slice(0, 3) });
    expect([more.body.created.length, more.body.alreadyThere.length]).toEqual([1, 2]);
    const view = await open(mine.id);
    expect(view.handDown).toMatchObject({ units: 3, reported: 0 });
    expect(view.percent).toBe(mine.percent);
  });

  it('does not answer “done” to other units, another day or other words under a used number', async () => {
    const id = newId();
    expect((await handDown({ id, unitIds: villages.slice(3, 4) })).status).toBe(201);
    for (const other of [{ unitIds: villages.slice(4, 6) }, { dueOn: '2026-12-01' }, { words: '先报方案' }])
      expect((await handDown({ id, unitIds: villages.slice(3, 4), ...other })).body.code).toBe('id-taken');
    expect((await open(mine.id)).handDown.units).toBe(4);
  });

  it.each([
    ['later than the unit’s own day', { dueOn: '2027-12-31' }, 409, /不能晚于本单位的时限/],
    ['in a year nobody meant', { dueOn: '0000-01-01' }, 400, /2000 年到 2100 年/],
    ['in a year far away', { dueOn: '9999-12-31' }, 400, /2000 年到 2100 年/],
    ['on no day of the calendar', { dueOn: '2026-02-30' }, 400, /2026-06-30 这样的日期/],
  ])('a day %s is refused, and nothing is written', async (_what, over, status, words) => {
    const { handDown: before } = await open(mine.id);
    const answer = await handDown({ unitIds: villages.slice(6, 7), ...over });
    expect([answer.status, answer.body.message]).toEqual([status, expect.stringMatching(words)]);
    expect((await open(mine.id)).handDown).toEqual(before);
  });

  it('a unit named twice, a foreign unit, the unit itself and an unknown one are refused', async () => {
    const foreign = (await county.ask('GET', '/org-units?text=白杨镇&kind=township')).body.items[0].id;
    for (const unitIds of [[villages[7]!, villages[7]!], [foreign], [mine.unitId], [newId()]])
      expect((await handDown({ unitIds })).status).toBe(400);
  });

  it('a village’s line does not go on to the village next door', async () => {
    const [child] = (await open(mine.id)).children;
    const answer = await handDown({ unitIds: [villages[8]!] }, child.id);
    expect([answer.status, answer.body.message]).toEqual([400, '接收单位应是本单位所辖的村、社区或下属单位']);
  });

  it('a unit that has gone into another gets no more work', async () => {
    const administrator = await county.signIn('administrator');
    const [gone, into] = [villages[8]!, villages[9]!];
    const merger = await county.ask('POST', `/org-units/${gone}/mergers`, {
      token: administrator,
      body: { intoUnitId: into, on: '2026-11-25' },
    });
    expect(merger.status).toBe(201);
    const answer = await handDown({ unitIds: [gone] });
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining('已撤销或并入')]);
  });
});
