import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MappedCounty } from '../../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

const preview = async (features: unknown[]) => {
  const form = new FormData();
  form.append('datum', 'wgs84');
  form.append('file', new Blob([JSON.stringify({ type: 'FeatureCollection', features })]), '服务点.geojson');
  return here.as('village-officer', 'POST', '/point-sheets/previews', form);
};
const confirm = (previewId: string) =>
  here.as('village-officer', 'POST', '/point-sheets', { previewId, ownPoints: [] });
const feature = (name: string, at: [number, number]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at },
  properties: { name, address: '石桥村四组', 单位: '青石镇石桥村', 类别: '便民服务站', 电话: '0800-5510021' },
});

describe('a sheet of points from somebody who means no good, or presses twice', () => {
  it('is refused whole where it holds more than a county has, though nothing in it is a point', async () => {
    const { status, body } = await preview(Array.from({ length: 5001 }, () => 0));
    expect([status, body.code]).toEqual([400, 'unreadable-document']);
    expect(body.message).toContain('超过 5000 个的上限');
  });

  it('does not undo what somebody changed after it went in, when it is confirmed again', async () => {
    const { body } = await preview([feature('石桥村四组代办点', [105.521, 31.471])]);
    const [row] = (await confirm(body.id)).body.rows;
    expect(row.outcome).toBe('added');
    const added = (await here.publicPoints()).find(({ name }) => name === '石桥村四组代办点')!;
    const { facts } = (await here.as('village-officer', 'GET', `/service-points/${added.id}/versions`)).body.items[0];
    const point = { ...facts, id: added.id, unitId: added.unitId };
    expect((await here.change('village-officer', point, { phone: '0800-5510022' })).status).toBe(201);
    const again = await confirm(body.id);
    expect(again.body.rows[0].outcome).toBe('refused');
    expect(await here.view(added.id)).toMatchObject({ version: 2, phone: '0800-5510022' });
  });

  it('confirmed three times at once goes in once', async () => {
    const { body } = await preview([feature('石桥村五组代办点', [105.525, 31.475])]);
    const answers = await Promise.all([1, 2, 3].map(() => confirm(body.id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const added = (await here.publicPoints('&b=1')).filter(({ name }) => name === '石桥村五组代办点');
    expect(added).toHaveLength(1);
    expect((await here.view(added[0]!.id)).version).toBe(1);
  });
});
