import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { VisitedCounty } from '../../../../test/support/visited-county.ts';
import { HomeVisitRequests, HomeVisits } from './home-visits.tables.ts';

let here: VisitedCounty;
beforeAll(async () => void (here = await VisitedCounty.start()));
afterAll(() => here.close());

/** What one test asks must not count in the next. */
let hour = 9;
const anHourLater = () => here.at('2026-11-25', `${String((hour += 1)).padStart(2, '0')}:30`);
const ASK = '/public/home-visit-requests';

describe('what is offered', () => {
  it('is public, by village, with the unit to ring', async () => {
    const service = await here.service();
    expect(service).toMatchObject({ unitName: '青石镇', forWhom: expect.any(String), needed: '身份证或社保卡' });
    const stone = await here.villageId('青石镇石桥村');
    const poplar = await here.villageId('白杨镇杨柳村');
    const of = async (id: string) =>
      (await here.anybody('GET', `/public/home-visit-services?villageId=${id}`)).body.items.map(
        ({ unitName }: { unitName: string }) => unitName,
      );
    expect(await of(stone)).toEqual(expect.arrayContaining(['青石镇', '县行政审批局']));
    expect(await of(stone)).not.toContain('白杨镇');
    expect(await of(poplar)).toContain('白杨镇');
  });

  it('is kept by its unit, on the version seen; withdrawn it takes no request', async () => {
    const villageIds = [await here.villageId('青石镇石桥村')];
    const unitId = await here.villageId('青石镇');
    const facts = { name: '上门理发', forWhom: '卧床老人', needed: '', course: '', villageIds };
    const offer = { id: newId(), unitId, ...facts };
    expect((await here.as('village-officer', 'POST', '/home-visit-services', offer)).status).toBe(403);
    expect((await here.as('township-officer', 'POST', '/home-visit-services', offer)).status).toBe(201);
    expect((await here.as('township-officer', 'POST', '/home-visit-services', offer)).status).toBe(200);
    const path = `/home-visit-services/${offer.id}`;
    const change = { ...facts, id: newId(), onVersion: 1, needed: '毛巾一条' };
    expect((await here.as('other-township-officer', 'POST', `${path}/changes`, change)).status).toBe(404);
    expect((await here.as('unit-lead', 'POST', `${path}/changes`, change)).body).toMatchObject({ version: 2 });
    expect((await here.as('unit-lead', 'POST', `${path}/changes`, change)).status).toBe(200);
    expect((await here.as('unit-lead', 'POST', `${path}/changes`, { ...change, id: newId() })).status).toBe(409);
    const phone = { ...change, id: newId(), onVersion: 2, course: '打 13800138000' };
    expect((await here.as('unit-lead', 'POST', `${path}/changes`, phone)).body.issues[0].path).toEqual(['course']);
    const township = { ...change, id: newId(), onVersion: 2, villageIds: [unitId] };
    expect((await here.as('unit-lead', 'POST', `${path}/changes`, township)).status).toBe(400);
    await here.as('unit-lead', 'POST', `${path}/withdrawals`, { id: newId(), reason: '人手不够' });
    expect((await here.anybody('GET', `/public${path}`)).status).toBe(404);
    expect((await here.anybody('POST', ASK, await here.asking({ serviceId: offer.id }))).status).toBe(404);
    expect((await here.as('supervisor', 'GET', '/home-visit-services?limit=200')).body.items).toContainEqual(
      expect.objectContaining({ id: offer.id, withdrawnReason: '人手不够' }),
    );
  });
});

describe('a request', () => {
  it('is taken once however often it is sent, gets a number, and gives no name or phone back', async () => {
    anHourLater();
    const asking = await here.asking();
    const first = await here.anybody('POST', ASK, asking);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ state: 'asked', maskedName: '石**', maskedPhone: '199****2345' });
    expect(first.body.number).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
    expect(JSON.stringify(first.body)).not.toMatch(/石大山|19900012345/);
    expect((await here.anybody('POST', ASK, asking)).status).toBe(200);
    expect((await here.anybody('POST', ASK, { ...asking, name: '别人' })).body.code).toBe('id-taken');
    expect((await here.anybody('GET', `${ASK}/${asking.id}`)).body.number).toBe(first.body.number);
    expect((await here.anybody('GET', `${ASK}/${newId()}`)).status).toBe(404);
  });

  it('keeps what is personal sealed', async () => {
    anHourLater();
    const id = await here.asked({ name: '封不住', landmark: '藏起来的地方', wish: '不能看的话' });
    const rows = await here.mapped.county.database.read((db) =>
      db.query(`SELECT * FROM home_visit_request WHERE id = '${id}'`),
    );
    expect(JSON.stringify(rows)).not.toMatch(/封不住|藏起来|不能看|19900012345/);
  });

  it('wants the notice read, a phone, and a village in the range', async () => {
    anHourLater();
    const said = async (over: object) => {
      const { status, body } = await here.anybody('POST', ASK, await here.asking(over));
      return [status, body.message];
    };
    expect(await said({ noticeRead: false })).toEqual([400, expect.stringContaining('怎样使用这些信息')]);
    expect(await said({ phone: '123' })).toEqual([400, expect.stringContaining('电话')]);
    expect(await said({ phone: null })).toEqual([400, expect.stringContaining('电话')]);
    const villageId = await here.villageId('白杨镇杨柳村');
    expect(await said({ villageId })).toEqual([400, expect.stringContaining('还不到这个村')]);
  });

  it('wants days that can still be kept; sent late, those that have passed by then are left out', async () => {
    anHourLater();
    const days = async (suitableDays: string[]) => {
      const { status, body } = await here.anybody('POST', ASK, await here.asking({ suitableDays }));
      return status === 201 ? body.suitableDays : body.message;
    };
    expect(await days(['2026-11-24', '2026-11-26'])).toEqual(['2026-11-26']);
    expect(await days(['2026-11-20', '2026-11-24'])).toMatch(/都已经过去/);
    expect(await days(['2026-11-26', '2027-06-01'])).toMatch(/请选到 2027-01-24 为止/);
    expect(await days([])).toEqual([]);
  });

  it('is found by number and phone, ten tries an hour', async () => {
    anHourLater();
    const { number } = (await here.anybody('GET', `${ASK}/${await here.asked()}`)).body;
    const look = (over: object = {}) =>
      here.anybody('POST', '/public/home-visit-look-ups', { number, phone: '19900012345', ...over });
    expect((await look({ number: ` ${number.toLowerCase()}` })).body).toMatchObject({ number });
    for (let turn = 0; turn < 9; turn += 1) expect((await look({ phone: '19900099999' })).status).toBe(404);
    expect((await look()).status).toBe(429);
  });

  it('may be changed and withdrawn until somebody is on the way', async () => {
    anHourLater();
    const id = await here.asked();
    const facts = {
      phone: '19900012345',
      landmark: '搬到四组了',
      wish: '',
      suitableDays: ['2026-11-27'],
      dayPart: 'morning',
    };
    const change = { id: newId(), ...facts };
    const changed = await here.anybody('POST', `${ASK}/${id}/changes`, change);
    expect(changed.body).toMatchObject({ landmark: '搬到四组了', suitableDays: ['2026-11-27'] });
    expect((await here.anybody('POST', `${ASK}/${id}/changes`, change)).status).toBe(200);
    await here.accept(id);
    const visit = await here.planned({ requestId: id });
    expect((await here.anybody('GET', `${ASK}/${id}`)).body).toMatchObject({
      visitOn: '2026-11-25',
      visitorName: '秦向阳',
    });
    const departure = { id: newId(), happenedAt: here.mapped.county.clock.now() };
    await here.as('township-officer', 'POST', `/home-visits/${visit.id}/departures`, departure);
    const late = await here.anybody('POST', `${ASK}/${id}/withdrawals`, { id: newId() });
    expect([late.status, late.body.message]).toEqual([409, expect.stringContaining('已经出发')]);

    const other = await here.accepted({ name: '石小山' });
    const planned = await here.planned({ requestId: other });
    const withdrawal = { id: newId() };
    expect((await here.anybody('POST', `${ASK}/${other}/withdrawals`, withdrawal)).body.state).toBe('withdrawn');
    expect((await here.anybody('POST', `${ASK}/${other}/withdrawals`, withdrawal)).status).toBe(200);
    const { visits } = (await here.as('township-officer', 'GET', '/home-visit-plans/2026-11-25')).body;
    expect(visits.some((one: { id: string }) => one.id === planned.id)).toBe(false);
    await here.mapped.reminded.tick();
    const told = await here.mapped.reminded.inbox('township-officer');
    expect(told.filter(({ what }) => what === '上门服务少一户：11月25日 周三')).toEqual([
      expect.objectContaining({
        stands: true,
        words: expect.stringMatching(/申请号 .+由申请人撤回了，11月25日 周三这一户不用去/),
      }),
    ]);
  });

  it('is told to the account that asked, never to the colleague who asked on behalf', async () => {
    anHourLater();
    const resident = await here.mapped.token('resident');
    const asking = await here.asking({ name: '自己要的' });
    await here.mapped.county.ask('POST', ASK, { token: resident, body: asking });
    const { askedAs: _askedAs, ...onBehalf } = await here.asking({ name: '别人家的老人' });
    await here.as('village-officer', 'POST', '/home-visit-requests', onBehalf);
    const own = async (person: string) => JSON.stringify((await here.as(person, 'GET', '/people/me/data')).body);
    expect(await own('resident')).toContain('自己要的');
    expect(await own('village-officer')).not.toContain('别人家的老人');
  });

  it('by village staff is recorded as such, needs no phone, and is of their own village', async () => {
    anHourLater();
    const { askedAs: _askedAs, ...asking } = await here.asking({ name: '石老汉', phone: null });
    const { status, body } = await here.as('village-officer', 'POST', '/home-visit-requests', asking);
    expect([status, body.askedAs, body.maskedPhone]).toEqual([201, 'village-staff', null]);
    expect((await here.as('village-officer', 'POST', '/home-visit-requests', asking)).status).toBe(200);
    const own = (await here.as('village-officer', 'GET', '/home-visit-requests?part=on-behalf')).body.items;
    expect(own.map(({ id }: { id: string }) => id)).toContain(asking.id);
    const others = (await here.as('second-village-officer', 'GET', '/home-visit-requests?part=on-behalf')).body.items;
    expect(others).toEqual([]);
    const elsewhere = { ...asking, id: newId() };
    expect((await here.as('second-village-officer', 'POST', '/home-visit-requests', elsewhere)).status).toBe(400);
    expect((await here.as('supervisor', 'POST', '/home-visit-requests', elsewhere)).status).toBe(403);
    const { body: view } = await here.as('township-officer', 'GET', `/home-visit-requests/${asking.id}`);
    expect(view).toMatchObject({ name: '石老汉', askedByName: '罗小满', askedAs: 'village-staff' });
  });

  it('loses its words after the set time for whoever has a card, too; the card stays', async () => {
    const requestId = await here.accepted({ name: '有卡的人' });
    const cardId = await here.card();
    await here.mapped.county.database.work((db) => db.update(HomeVisitRequests, { id: requestId }, { cardId }));
    const visit = await here.planned({ requestId });
    await here.tell(visit.id, { words: '换了药' });
    here.at('2027-05-25');
    await here.mapped.reminded.tick();
    expect((await here.anybody('GET', `${ASK}/${requestId}`)).body).toMatchObject({ isErased: true, landmark: null });
    const left = await here.mapped.county.database.read((db) => db.findOneByOrFail(HomeVisits, { id: visit.id }));
    expect([left.words, left.cardId]).toEqual([null, cardId]);
    expect((await here.as('township-officer', 'GET', `/elder-cards/${cardId}`)).status).toBe(200);
    here.at('2026-11-25', '22:30');
  });

  it('loses what is personal six months after it was settled; that it was there stays', async () => {
    const id = await here.accepted({ name: '要删的人' });
    const visit = await here.planned({ requestId: id });
    await here.tell(visit.id, { words: '家里有只黑狗' });
    const count = async () => {
      const { body } = await here.as('unit-lead', 'GET', '/home-visit-counts?from=2026-11-25&to=2026-11-25');
      return body.items.find(({ unitName }: { unitName: string }) => unitName === '青石镇');
    };
    const before = await count();
    here.at('2027-05-24');
    await here.mapped.reminded.tick();
    expect((await here.anybody('GET', `${ASK}/${id}`)).body.isErased).toBe(false);
    here.at('2027-05-25');
    await here.mapped.reminded.tick();
    const { body } = await here.anybody('GET', `${ASK}/${id}`);
    expect(body).toMatchObject({ isErased: true, maskedName: '', landmark: null, state: 'done' });
    const sealed = await here.mapped.county.database.read((db) =>
      db.query(`SELECT person, nameHash, phoneHash FROM home_visit_request WHERE id = '${id}'`),
    );
    expect(sealed).toEqual([{ person: null, nameHash: null, phoneHash: null }]);
    expect(await count()).toEqual(before);
    const change = { id: newId(), phone: null, landmark: '没有了', wish: '', suitableDays: [], dayPart: 'any' };
    expect((await here.anybody('POST', `${ASK}/${id}/changes`, change)).status).toBe(409);
  });
});
