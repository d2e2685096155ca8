import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { NewServicePoint } from '@county/shared/service-map/service-point';
import { MappedCounty } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

const add = (person: string, point: NewServicePoint) => here.as(person, 'POST', '/service-points', point);
const withdraw = (person: string, id: string) =>
  here.as(person, 'POST', `/service-points/${id}/withdrawals`, { id: newId(), reason: '大厅搬迁' });
const departmentId = async (): Promise<string> =>
  (await here.as('department-officer', 'GET', '/sessions/current')).body.actor.unitId;
const idOf = async (name: string) => (await here.publicPoints()).find((point) => point.name === name)!.id;
const notices = async (person: string, name: string) =>
  (await here.reminded.inbox(person)).filter(({ what }) => what === `所在场所已撤下：${name}`);

describe('whom a point says it serves', () => {
  it('lies in its own township, neighbour villages too; another township’s people are refused at their place', async () => {
    const [neighbour, strange] = [await here.unitId('青石镇'), await here.unitId('双河镇')];
    const point = await here.point({ servesUnitIds: [neighbour] });
    const { status, body } = await here.change('village-officer', point, { servesUnitIds: [neighbour, strange] });
    expect([status, body.issues]).toEqual([
      400,
      [{ path: ['servesUnitIds', 1], message: '“双河镇”不在青石镇，这里只能写青石镇的村（社区）' }],
    ]);
    expect((await add('village-officer', await here.newPoint({ servesUnitIds: [newId()] }))).body.message).toBe(
      '名录里没有这个村（社区），请重新选择',
    );
  });

  it('may be any of the county’s for a department, for nobody else, not even by an overseer', async () => {
    const servesUnitIds = [await here.unitId('青石镇'), await here.unitId('双河镇')];
    const own = await here.newPoint({ unitId: await departmentId(), name: '联办窗口', servesUnitIds });
    expect((await add('department-officer', own)).status).toBe(201);
    expect((await add('supervisor', await here.newPoint({ servesUnitIds }))).status).toBe(400);
  });
});

describe('the place a point stands in', () => {
  it('is the writer’s own to name; a department may stand in the county’s hall, a village may not', async () => {
    const insideId = await idOf('示例县政务服务大厅');
    const { status, body } = await add('village-officer', await here.newPoint({ insideId }));
    expect([status, body.issues[0].path]).toEqual([400, ['insideId']]);
    expect(body.message).toMatch(/“所在场所”只能选您能维护的服务点/);
    const centre = await idOf('青石镇便民服务中心');
    expect((await add('village-officer', await here.newPoint({ insideId: centre }))).status).toBe(400);
    expect((await add('unit-lead', await here.newPoint({ insideId: centre, name: '镇里的窗口' }))).status).toBe(201);
    const unitId = await departmentId();
    const zone = await here.newPoint({ unitId, name: '厅里的公开专区', kind: 'disclosure-zone', insideId });
    expect((await add('department-officer', zone)).status).toBe(201);
  });

  it('withdrawn waits for what its own unit keeps in it; others are told, and shown without it until one says where', async () => {
    const unitId = await departmentId();
    const hall = await here.newPoint({
      unitId: await here.unitId('示例县人民政府'),
      kind: 'service-hall',
      name: '旧政务大厅',
    });
    expect((await add('supervisor', hall)).status).toBe(201);
    const over = { unitId, name: '旧厅公开专区', kind: 'disclosure-zone' as const, insideId: hall.id };
    const zone = await here.newPoint(over);
    expect((await add('department-officer', zone)).status).toBe(201);
    expect((await here.view(hall.id, 'supervisor')).inside).toMatchObject([{ id: zone.id, name: '旧厅公开专区' }]);

    const refused = await withdraw('supervisor', hall.id);
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining('旧厅公开专区设在这里')]);

    const held = await here.point({ name: '村里的大院' });
    const guest = await here.newPoint({ ...over, id: newId(), name: '院里的专区', insideId: held.id });
    expect((await add('supervisor', guest)).status).toBe(201);
    expect((await withdraw('village-officer', held.id)).status).toBe(201);
    expect(await here.view(guest.id, 'department-officer')).toMatchObject({
      insideId: held.id,
      isPlaceWithdrawn: true,
    });
    expect((await here.publicPoint(guest.id)).body.isPlaceWithdrawn).toBe(true);
    await here.reminded.tick();
    expect(await notices('department-officer', '院里的专区')).toMatchObject([
      { stands: true, link: `/pages/service-map/edit/index?id=${guest.id}` },
    ]);

    expect(
      (await here.change('department-officer', guest, { insideId: null, address: '县城新街', onVersion: 1 })).status,
    ).toBe(201);
    expect((await here.publicPoint(guest.id)).body.isPlaceWithdrawn).toBe(false);
    expect(await notices('department-officer', '院里的专区')).toMatchObject([{ stands: false }]);
  });
});
