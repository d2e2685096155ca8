import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { HomeVisitView } from '@county/shared/appointments/home-visits/visit-plan';
import { VisitedCounty } from '../../../../test/support/visited-county.ts';

let here: VisitedCounty;
beforeAll(async () => void (here = await VisitedCounty.start()));
afterAll(() => here.close());

let hour = 9;
const anHourLater = () => here.at('2026-11-25', `${String((hour += 1)).padStart(2, '0')}:10`);
const visitsOf = async (day: string, person = 'township-officer'): Promise<HomeVisitView[]> =>
  (await here.as(person, 'GET', `/home-visit-plans/${day}`)).body.visits;
const request = async (id: string, person = 'township-officer') =>
  (await here.as(person, 'GET', `/home-visit-requests/${id}`)).body;
const audited = async (action: string) =>
  (await here.as('administrator', 'GET', `/audit-entries?action=${action}&limit=200`)).body.items;

describe('triage', () => {
  it('is of the unit that serves alone; each look is on record', async () => {
    const id = await here.asked();
    for (const person of ['village-officer', 'other-township-officer', 'department-lead'])
      expect((await here.as(person, 'GET', `/home-visit-requests/${id}`)).status).toBe(404);
    for (const person of ['supervisor', 'administrator'])
      expect((await here.as(person, 'GET', `/home-visit-requests/${id}`)).status).toBe(403);
    expect(await request(id)).toMatchObject({ name: '石大山', phone: '19900012345', landmark: '二组，晒坝旁边' });
    expect((await audited('readHomeVisitRequest')).some((one: { subjectId: string }) => one.subjectId === id)).toBe(
      true,
    );
    expect((await here.accept(id, {}, 'other-township-officer')).status).toBe(404);
    const { items } = (await here.as('township-officer', 'GET', '/home-visit-requests?part=asked&limit=200')).body;
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({
      name: '石大山',
      maskedPhone: '199****2345',
    });
    expect(JSON.stringify(items)).not.toContain('19900012345');
  });

  it('tells the unit’s people at once, without a name; it is over once decided', async () => {
    anHourLater();
    const id = await here.asked({ name: '不该出现' });
    await here.mapped.reminded.tick();
    const link = `/pages/appointments/home-visits/triage/index?id=${id}`;
    const told = async () => (await here.mapped.reminded.inbox('township-officer')).find((one) => one.link === link);
    expect(await told()).toMatchObject({ what: '上门服务申请：社保待遇资格认证上门', stands: true });
    expect(JSON.stringify(await told())).not.toMatch(/不该出现|晒坝/);
    const decision = { id: newId(), words: '这几天电话约时间' };
    expect((await here.accept(id, decision)).body.state).toBe('accepted');
    expect((await here.accept(id, decision)).status).toBe(200);
    expect((await here.accept(id)).status).toBe(409);
    expect(await told()).toMatchObject({ stands: false });
  });

  it('declines with a reason and the way out, which the requester reads', async () => {
    anHourLater();
    const id = await here.asked();
    const path = `/home-visit-requests/${id}/refusals`;
    const bare = await here.as('township-officer', 'POST', path, { id: newId(), reason: '不行', wayOut: '' });
    expect(bare.body.issues[0].path).toEqual(['wayOut']);
    const refusal = { id: newId(), reason: '系统升级到月底', wayOut: '下月一号起再约' };
    expect((await here.as('township-officer', 'POST', path, refusal)).body.state).toBe('declined');
    expect((await here.as('township-officer', 'POST', path, refusal)).status).toBe(200);
    const { body } = await here.anybody('GET', `/public/home-visit-requests/${id}`);
    expect(body.steps.at(-1)).toMatchObject({ kind: 'declined', words: '系统升级到月底。可以这样办：下月一号起再约' });
  });

  it('passes on to a unit whose range covers the village, and sees the person no more', async () => {
    anHourLater();
    const id = await here.asked();
    const { canPassTo } = await request(id);
    const office = canPassTo.find(({ unitName }: { unitName: string }) => unitName === '县行政审批局');
    const path = `/home-visit-requests/${id}/passings`;
    const { id: elsewhere } = await here.service('社保待遇资格认证上门', '白杨镇');
    const wrong = await here.as('township-officer', 'POST', path, { id: newId(), serviceId: elsewhere, words: '试试' });
    expect(wrong.status).toBe(400);
    const passing = { id: newId(), serviceId: office.serviceId, words: '要送证照' };
    expect((await here.as('township-officer', 'POST', path, passing)).body.unitName).toBe('县行政审批局');
    expect((await here.as('township-officer', 'POST', path, passing)).status).toBe(200);
    expect((await here.as('township-officer', 'GET', `/home-visit-requests/${id}`)).status).toBe(404);
    expect(await request(id, 'department-officer')).toMatchObject({ state: 'asked', serviceName: '证照送件上门' });
  });
});

describe('a day’s plan', () => {
  it('goes village by village; may be moved by hand and set back', async () => {
    here.at('2026-11-25', '18:00');
    const day = '2026-12-08';
    const villages = ['青石镇水口村', '青石镇石桥村', '青石镇水口村', '青石镇回龙村'];
    for (const name of villages) {
      const id = await here.accepted({ villageId: await here.villageId(name) });
      await here.planned({ requestId: id }, day);
    }
    const visits = await visitsOf(day);
    const order = visits.map(({ villageName }) => villageName);
    expect(visits.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(order.indexOf('青石镇水口村')).toBe(order.lastIndexOf('青石镇水口村') - 1);
    const byHand = visits.map(({ id }) => id).reverse();
    const set = (visitIds: string[] | null, assigneeId = visits[0]!.assigneeId) =>
      here.as('township-officer', 'POST', `/home-visit-plans/${day}/orders`, { assigneeId, visitIds });
    expect((await set(byHand)).body.visits.map(({ id }: { id: string }) => id)).toEqual(byHand);
    const added = await here.planned(
      { requestId: await here.accepted({ villageId: await here.villageId('青石镇石桥村') }) },
      day,
    );
    expect(added.position).toBe(5);
    expect((await set(byHand)).body.issues[0].message).toContain('刚刚变了');
    const again = (await set(null)).body.visits.map(({ villageName }: { villageName: string }) => villageName);
    expect(again.filter((name: string) => name === '青石镇石桥村')).toHaveLength(2);
    expect(again.indexOf('青石镇石桥村')).toBe(again.lastIndexOf('青石镇石桥村') - 1);
    expect(await visitsOf(day, 'other-township-officer')).toEqual([]);
  });

  it('takes a request once, by people of the unit, on a day that has not passed', async () => {
    here.at('2026-11-25', '19:10');
    const id = await here.accepted();
    const body = { id: newId(), day: '2026-12-09', assigneeId: await here.visitorId(), requestId: id };
    const plan = (over: object, person = 'township-officer') =>
      here.as(person, 'POST', '/home-visits', { ...body, ...over });
    expect((await plan({ day: '2026-11-24' })).status).toBe(409);
    expect((await plan({ assigneeId: newId() })).body.issues[0].path).toEqual(['assigneeId']);
    expect((await plan({ cardId: newId() })).status).toBe(400);
    expect((await plan({}, 'other-township-officer')).status).toBe(404);
    expect((await plan({})).status).toBe(201);
    expect((await plan({})).status).toBe(200);
    expect((await plan({ id: newId() })).status).toBe(409);
    const off = { id: newId(), reason: '那天要开会' };
    const path = `/home-visits/${body.id}/removals`;
    expect((await here.as('township-officer', 'POST', path, off)).body.visits).toEqual([]);
    expect((await here.as('township-officer', 'POST', path, off)).status).toBe(200);
    expect(await request(id)).toMatchObject({ state: 'accepted', visitId: null });
    expect((await plan({ id: newId() })).status).toBe(201);
  });

  it('is told to whoever goes on the working day before, once, without a name', async () => {
    here.at('2026-11-25', '20:10');
    const id = await here.accepted({ name: '不该出现' });
    // 30 November 2026 is a Monday.
    await here.planned({ requestId: id }, '2026-11-30');
    const told = async () =>
      (await here.mapped.reminded.inbox('township-officer')).filter(({ what }) => what === '上门服务：11月30日 周一');
    here.at('2026-11-26', '09:05');
    await here.mapped.reminded.tick();
    expect(await told()).toEqual([]);
    here.at('2026-11-27', '08:30');
    await here.mapped.reminded.tick();
    here.at('2026-11-27', '09:05');
    await here.mapped.reminded.tick();
    expect(await told()).toMatchObject([{ stands: true, words: expect.stringContaining('上门 1 户') }]);
    expect(JSON.stringify(await told())).not.toContain('不该出现');
    here.at('2026-11-29', '09:05');
    await here.mapped.reminded.tick();
    expect(await told()).toHaveLength(1);
  });
});

describe('a day that changes after it was told', () => {
  const inbox = async () => (await here.mapped.reminded.inbox('township-officer')).map(({ words }) => words);

  it('is told again when more doors are put on it', async () => {
    here.at('2027-01-05', '08:30');
    await here.planned({ requestId: await here.accepted() }, '2027-01-06');
    here.at('2027-01-05', '09:05');
    await here.mapped.reminded.tick();
    await here.planned({ requestId: await here.accepted() }, '2027-01-06');
    await here.planned({ requestId: await here.accepted() }, '2027-01-06');
    here.at('2027-01-05', '09:40');
    await here.mapped.reminded.tick();
    const own = (await inbox()).filter((words) => words.startsWith('1月6日') || words.startsWith('2027年1月6日'));
    expect(own).toHaveLength(2);
    expect(own).toEqual(
      expect.arrayContaining([expect.stringContaining('上门 1 户'), expect.stringContaining('又加了 2 户，一共 3 户')]),
    );
  });

  it('is told to whoever goes when the one who asked names other days', async () => {
    here.at('2027-01-07', '10:10');
    const id = await here.accepted();
    await here.planned({ requestId: id }, '2027-01-11');
    const { number } = (await here.anybody('GET', `/public/home-visit-requests/${id}`)).body;
    const change = { phone: null, landmark: '换到大女儿家', wish: '', suitableDays: ['2027-01-12'], dayPart: 'any' };
    const path = `/public/home-visit-requests/${id}/changes`;
    expect((await here.anybody('POST', path, { id: newId(), ...change })).status).toBe(201);
    await here.mapped.reminded.tick();
    expect((await inbox()).filter((words) => words.includes(`${number} 改了方便的日子`))).toHaveLength(1);
    expect(JSON.stringify(await inbox())).not.toContain('大女儿');
  });
});

describe('the result of a visit', () => {
  it('is not taken from a phone whose clock stands years ago', async () => {
    here.at('2026-12-01', '08:10');
    const visit = await here.planned({ cardId: await here.card({ name: '钟停了' }) }, '2026-12-01');
    const told = await here.tell(visit.id, { happenedAt: '1970-01-01T02:00:00.000Z' });
    expect([told.status, told.body.message]).toEqual([409, expect.stringContaining('请检查这台设备的日期')]);
    expect((await here.tell(visit.id)).status).toBe(201);
  });

  it('is told once, may be sent days later; nobody there leads back to the plan', async () => {
    here.at('2026-12-01', '09:10');
    const id = await here.accepted();
    const visit = await here.planned({ requestId: id }, '2026-12-01');
    here.at('2026-12-03', '10:10');
    const happenedAt = '2026-12-01T02:00:00.000Z';
    const result = { id: newId(), outcome: 'nobody-there', words: '门锁着', followUpOn: '2026-12-07', happenedAt };
    expect((await here.tell(visit.id, result)).status).toBe(201);
    expect((await here.tell(visit.id, result)).status).toBe(200);
    expect((await here.tell(visit.id, { ...result, words: '别的' })).body.code).toBe('id-taken');
    expect((await here.tell(visit.id)).status).toBe(409);
    expect(await request(id)).toMatchObject({ state: 'accepted', followUpOn: '2026-12-07', visitId: null });
    const open = await here.anybody('GET', `/public/home-visit-requests/${id}`);
    expect(JSON.stringify(open.body)).not.toContain('门锁着');
    const again = await here.planned({ requestId: id }, '2026-12-07');
    here.at('2026-12-07', '10:10');
    expect((await here.tell(again.id, { outcome: 'to-be-continued' })).body.issues[0].path).toEqual(['followUpOn']);
    expect((await here.tell(again.id, {}, 'other-township-officer')).status).toBe(404);
    expect((await here.tell(again.id, { words: '当场认证成功' })).status).toBe(201);
    expect((await request(id)).state).toBe('done');
  });
});
