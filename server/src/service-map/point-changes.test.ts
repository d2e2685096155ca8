import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { AuditEntries } from '../audit/audit.tables.ts';
import { MappedCounty, OFFICE_HOURS } from '../../../test/support/mapped-county.ts';

let here: MappedCounty;
beforeAll(async () => void (here = await MappedCounty.start()));
afterAll(() => here.close());

const versions = async (id: string) =>
  (await here.as('village-officer', 'GET', `/service-points/${id}/versions`)).body.items;

const photo = async (person: string): Promise<string> => {
  const id = newId();
  const picture = { create: { width: 60, height: 40, channels: 3, background: '#336699' } } as const;
  const form = new FormData();
  form.set('id', id);
  form.set('file', new Blob([new Uint8Array(await sharp(picture).jpeg().toBuffer())]), '门口.jpg');
  const { status } = await here.county.ask('POST', '/files', { token: await here.token(person), body: form });
  if (status !== 201) throw new Error(`the photo was not taken: ${status}`);
  return id;
};

describe('a point', () => {
  it('is put in by its unit’s officer once, however often it is sent, and is public at once, as checked today', async () => {
    const point = await here.newPoint();
    const add = (body: object) => here.as('village-officer', 'POST', '/service-points', body);
    const first = await add(point);
    expect([first.status, first.body]).toMatchObject([
      201,
      { version: 1, unitName: '青石镇石桥村', checkedOn: '2026-11-25', isCheckDue: false, openCorrections: 0 },
    ]);
    expect((await add(point)).status).toBe(200);
    expect((await add({ ...point, phone: '0800-5518888' })).body.code).toBe('id-taken');
    expect((await here.publicPoint(point.id)).body).toMatchObject({
      initials: 'sqclnhdsdbd djsf',
      townshipName: '青石镇',
    });
    expect(await versions(point.id)).toMatchObject([{ version: 1, changed: ['新增'] }]);
  });

  it('is kept by its unit and those above it: others hear why not', async () => {
    const point = await here.newPoint();
    for (const person of ['second-village-officer', 'township-officer', 'department-lead']) {
      const { status, body } = await here.as(person, 'POST', '/service-points', point);
      expect([person, status, body.message]).toEqual([person, 403, expect.stringContaining('只能维护本单位')]);
    }
    await here.point({ id: point.id });
    for (const person of ['second-village-officer', 'township-officer', 'other-township-officer'])
      expect((await here.change(person, point)).status).toBe(403);
    for (const person of ['unit-lead', 'supervisor', 'village-officer'])
      expect((await here.change(person, point, { queueHint: `${person} 改的` })).status).toBe(201);
    const mine = (await here.as('township-officer', 'GET', '/service-points?limit=200')).body.items;
    expect(new Set(mine.map(({ unitName }: { unitName: string }) => unitName))).toEqual(new Set(['青石镇']));
    const led = (await here.as('unit-lead', 'GET', '/service-points?limit=200')).body.items;
    expect(led.map(({ id }: { id: string }) => id)).toContain(point.id);
  });

  it('keeps what changed, by whom; a change sent again answers as before, another under its id is refused', async () => {
    const point = await here.point();
    const over = { id: newId(), phone: '0800-5518888', hours: null };
    const first = await here.change('village-officer', point, over);
    expect([first.status, first.body]).toMatchObject([201, { version: 2, phone: '0800-5518888', hours: null }]);
    expect((await here.change('village-officer', point, { ...over, onVersion: 1 })).status).toBe(200);
    expect((await here.change('village-officer', point, { ...over, phone: '0800-5517777' })).body.code).toBe(
      'id-taken',
    );
    expect((await here.change('supervisor', point, over)).body.code).toBe('id-taken');
    const [last] = await versions(point.id);
    expect(last).toMatchObject({ version: 2, changed: ['电话', '开放时间'], changedByName: expect.any(String) });
    expect(last.facts).toMatchObject({ phone: '0800-5518888' });
  });

  it('is not changed on a version that is past: who changed what meanwhile is said', async () => {
    const point = await here.point();
    expect((await here.change('unit-lead', point, { phone: '0800-5518888' })).status).toBe(201);
    const late = await here.change('village-officer', point, { address: '石桥村四组', onVersion: 1 });
    expect([late.status, late.body.code]).toEqual([409, 'wrong-state']);
    expect(late.body.message).toMatch(/在您打开之后被改过：.+（11月25日 周三 09:\d\d）电话。请看过新的内容再改$/);
    expect((await here.view(point.id)).address).toBe('石桥村三组');
    expect((await here.change('village-officer', point, { onVersion: 9 })).status).toBe(409);
  });

  it('nothing changed makes no version', async () => {
    const point = await here.point();
    const same = await here.change('village-officer', point);
    expect([same.status, same.body.version]).toEqual([200, 1]);
  });

  it('comes back as it was in an earlier version', async () => {
    const point = await here.point();
    await here.change('village-officer', point, { phone: null, queueHint: '不用等' });
    const restoration = { id: newId(), onVersion: 2, version: 1 };
    const restore = (body: object) =>
      here.as('village-officer', 'POST', `/service-points/${point.id}/restorations`, body);
    expect((await restore(restoration)).body).toMatchObject({ version: 3, phone: point.phone, queueHint: '' });
    expect((await restore(restoration)).status).toBe(200);
    expect((await restore({ ...restoration, id: newId() })).status).toBe(409);
    expect((await restore({ id: newId(), onVersion: 3, version: 8 })).status).toBe(404);
    expect((await versions(point.id))[0].changed).toEqual(['电话', '排队提示']);
  });

  it('is withdrawn with a reason, once, and can be put back; meanwhile only its unit knows of it', async () => {
    const point = await here.point();
    const path = `/service-points/${point.id}/withdrawals`;
    const body = { id: newId(), reason: '撤并到村委会' };
    expect((await here.as('village-officer', 'POST', path, body)).body).toMatchObject({ withdrawnReason: body.reason });
    expect((await here.as('village-officer', 'POST', path, body)).status).toBe(200);
    expect((await here.as('village-officer', 'POST', path, { ...body, reason: '另一个理由' })).body.code).toBe(
      'id-taken',
    );
    expect((await here.change('village-officer', point)).body.message).toMatch(/已经撤下/);
    expect((await here.as('second-village-officer', 'GET', `/service-points/${point.id}`)).status).toBe(404);
    const listed = async (part: string) => {
      const { items } = (await here.as('village-officer', 'GET', `/service-points?part=${part}&limit=200`)).body;
      return items.some(({ id }: { id: string }) => id === point.id);
    };
    expect([await listed('withdrawn'), await listed('all')]).toEqual([true, false]);
    const restoration = { id: newId(), onVersion: 2, version: 1 };
    await here.as('village-officer', 'POST', `/service-points/${point.id}/restorations`, restoration);
    expect((await here.publicPoint(point.id)).status).toBe(200);
    expect((await versions(point.id)).map(({ changed }: { changed: string[] }) => changed)).toEqual([
      ['恢复公开'],
      ['撤下（撤并到村委会）'],
      ['新增'],
    ]);
  });

  it('does not go while another stands in it', async () => {
    const outer = await here.point({ name: '石桥村党群服务中心' });
    const inner = await here.point({ name: '石桥村公开专区', kind: 'disclosure-zone', insideId: outer.id });
    const withdraw = (id: string) =>
      here.as('village-officer', 'POST', `/service-points/${id}/withdrawals`, { id: newId(), reason: '拆除重建' });
    expect((await withdraw(outer.id)).body.message).toBe('石桥村公开专区设在这里，请先撤下，或改掉“所在场所”');
    for (const insideId of [inner.id, newId(), outer.id])
      expect((await here.change('village-officer', outer, { insideId })).body.issues?.[0].path).toEqual(['insideId']);
    expect((await withdraw(inner.id)).status).toBe(201);
    expect((await withdraw(outer.id)).status).toBe(201);
  });

  it('is checked by whoever looked, once', async () => {
    here.at('2026-12-03');
    const point = await here.point();
    here.at('2026-12-10');
    const path = `/service-points/${point.id}/checks`;
    const check = { id: newId(), onVersion: 1 };
    const first = await here.as('unit-lead', 'POST', path, check);
    expect([first.status, first.body]).toMatchObject([201, { checkedOn: '2026-12-10', version: 1 }]);
    here.at('2026-12-11');
    const again = await here.as('unit-lead', 'POST', path, check);
    expect([again.status, again.body.checkedOn]).toEqual([200, '2026-12-10']);
    expect((await here.as('village-officer', 'POST', path, check)).body.code).toBe('id-taken');
    expect((await here.as('village-officer', 'POST', path, { id: newId(), onVersion: 3 })).status).toBe(409);
    here.at('2026-11-25', '09:00');
  });

  it('leaves a trail of every act', async () => {
    const point = await here.point();
    await here.change('village-officer', point, { phone: null });
    await here.as('village-officer', 'POST', `/service-points/${point.id}/checks`, { id: newId(), onVersion: 2 });
    const trail = await here.county.database.read((db) =>
      db.find(AuditEntries, { where: { subjectId: point.id }, order: { id: 'ASC' } }),
    );
    expect(trail.map(({ action, detail }) => [action, detail])).toEqual([
      ['addServicePoint', null],
      ['changeServicePoint', '电话'],
      ['checkServicePoint', null],
    ]);
  });
});

describe('facts that cannot be', () => {
  const refusal = async (over: object) => {
    const { status, body } = await here.as('village-officer', 'POST', '/service-points', await here.newPoint(over));
    return [status, body.issues?.[0]?.path.join('.'), body.message];
  };

  it('are a place outside the county, with what is likely wrong', async () => {
    const at = (longitude: number, latitude: number) => ({ position: { longitude, latitude, datum: 'wgs84' } });
    expect(await refusal(at(31.47, 105.52))).toEqual([400, 'position.latitude', expect.stringContaining('纬度')]);
    expect(await refusal(at(31.47, 85))).toEqual([400, 'position', expect.stringMatching(/不在本县范围内/)]);
    expect(await refusal(at(116.4, 39.9))).toEqual([400, 'position', expect.stringContaining('坐标系有没有选对')]);
  });

  it('are somebody’s number in words everybody reads, wherever they stand', async () => {
    const phone = '13800138000';
    const window = { id: newId(), name: '窗口', services: [{ guideId: null, words: `找老石 ${phone}` }], hours: null };
    const hours = { ...OFFICE_HOURS, exceptions: [{ from: '2026-12-01', to: '2026-12-01', spans: [], reason: phone }] };
    expect(await refusal({ queueHint: `急事打 ${phone}` })).toEqual([
      400,
      'queueHint',
      expect.stringContaining('手机号'),
    ]);
    expect((await refusal({ windows: [window] }))[1]).toBe('windows.0.services.0.words');
    expect((await refusal({ hours }))[1]).toBe('hours.exceptions.0.reason');
    expect((await refusal({ staff: [{ name: '石小桥', duty: '身份证 110101199003070011' }] }))[1]).toBe('staff.0.duty');
  });

  it('are units and guides that are not there, a window twice, a phone that is none', async () => {
    const window = { id: newId(), name: '窗口', services: [], hours: null };
    expect((await refusal({ windows: [window, window] }))[1]).toBe('windows.1');
    expect((await refusal({ servesUnitIds: [newId()] }))[1]).toBe('servesUnitIds.0');
    const guided = { ...window, services: [{ guideId: newId(), words: '办社保卡' }] };
    expect((await refusal({ windows: [guided] }))[1]).toBe('windows');
    expect((await refusal({ unitId: newId() }))[1]).toBe('unitId');
    expect((await refusal({ phone: '没有电话' }))[2]).toContain('电话只写数字');
  });
});

describe('the entrance photo', () => {
  it('is seen by everybody while the point shows it, by its unit’s people after, and comes back with its version', async () => {
    const photoId = await photo('village-officer');
    expect((await here.county.ask('GET', `/files/${photoId}`)).status).toBe(404);
    const point = await here.point({ photoId });
    const { photoUrl } = (await here.publicPoint(point.id)).body;
    const open = await here.county.ask('GET', photoUrl);
    expect([open.status, open.headers.get('content-type'), open.headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'public, max-age=86400',
    ]);
    const other = await photo('unit-lead');
    expect((await here.change('village-officer', point, { photoId: other })).status).toBe(409);
    expect((await here.change('unit-lead', point, { photoId: other })).status).toBe(201);
    expect((await here.county.ask('GET', `/files/${photoId}`)).status).toBe(404);
    expect((await here.as('unit-lead', 'GET', `/files/${photoId}`)).status).toBe(200);
    const restoration = { id: newId(), onVersion: 2, version: 1 };
    await here.as('unit-lead', 'POST', `/service-points/${point.id}/restorations`, restoration);
    expect((await here.county.ask('GET', `/files/${photoId}`)).status).toBe(200);
    await here.as('unit-lead', 'POST', `/service-points/${point.id}/withdrawals`, { id: newId(), reason: '撤下看看' });
    expect((await here.county.ask('GET', `/files/${photoId}`)).status).toBe(404);
  });
});

describe('a unit that goes into another', () => {
  it('brings its points and what was said of them; its villagers are served as before', async () => {
    const point = await here.point({ servesUnitIds: [await here.unitId('青石镇青龙村')] });
    const { body: correction } = await here.report(point.id);
    const [from, into] = [await here.unitId('青石镇石桥村'), await here.unitId('青石镇青龙村')];
    const merger = { intoUnitId: into, on: here.county.clock.today() };
    const merge = (unitId: string) => here.as('administrator', 'POST', `/org-units/${unitId}/mergers`, merger);
    expect((await merge(from)).status).toBe(201);
    expect((await here.view(point.id, 'second-village-officer')).unitName).toBe('青石镇青龙村');
    const { items } = (await here.as('second-village-officer', 'GET', '/point-corrections')).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(correction.id);
  });
});
