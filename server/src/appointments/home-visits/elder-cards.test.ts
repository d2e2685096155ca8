import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { VisitedCounty } from '../../../../test/support/visited-county.ts';

let here: VisitedCounty;
beforeAll(async () => void (here = await VisitedCounty.start()));
afterAll(() => here.close());

const get = (id: string, person = 'township-officer') => here.as(person, 'GET', `/elder-cards/${id}`);
const due = async (): Promise<string[]> =>
  (await here.as('township-officer', 'GET', '/elder-cards?part=due&limit=200')).body.items.map(
    ({ id }: { id: string }) => id,
  );

describe('an elder’s card', () => {
  it('is of the unit that serves alone; every look is on record', async () => {
    const id = await here.card({ name: '看得见的人' });
    expect((await get(id)).body).toMatchObject({
      name: '看得见的人',
      needs: ['hearing'],
      consentTakenByName: '秦向阳',
    });
    expect((await get(id, 'unit-lead')).status).toBe(200);
    for (const person of ['village-officer', 'other-township-officer', 'department-lead'])
      expect((await get(id, person)).status).toBe(404);
    for (const person of ['supervisor', 'administrator']) expect((await get(id, person)).status).toBe(403);
    const { items } = (await here.as('administrator', 'GET', '/audit-entries?action=readElderCard&limit=200')).body;
    expect(items.filter((one: { subjectId: string }) => one.subjectId === id)).toHaveLength(2);
    const rows = await here.mapped.county.database.read((db) =>
      db.query(`SELECT * FROM elder_card WHERE id = '${id}'`),
    );
    expect(JSON.stringify(rows)).not.toMatch(/看得见|老槐树|hearing/);
  });

  it('is one per person: the same name or phone in the village is asked about first', async () => {
    await here.card({ name: '同名人', phone: '19900055555' });
    const add = async (over: object) => here.as('township-officer', 'POST', '/elder-cards', await here.newCard(over));
    const sameName = await add({ name: '同名人' });
    expect([sameName.status, sameName.body.issues[0]]).toEqual([
      400,
      { path: ['isAnother'], message: expect.stringContaining('已有一张“同名人”的服务卡（199****5555）') },
    ]);
    expect((await add({ name: '换个名字', phone: '199 0005 5555' })).status).toBe(400);
    expect((await add({ name: '同名人', villageId: await here.villageId('青石镇青龙村') })).status).toBe(201);
    expect((await add({ name: '同名人', isAnother: true })).status).toBe(201);
  });

  it('is added and changed once however often it is sent, on the version seen', async () => {
    const card = await here.newCard({ name: '改一改' });
    expect((await here.as('township-officer', 'POST', '/elder-cards', card)).status).toBe(201);
    expect((await here.as('township-officer', 'POST', '/elder-cards', card)).status).toBe(200);
    const { requestId: _request, isAnother: _another, consent: _consent, ...facts } = card;
    const change = { ...facts, id: newId(), onVersion: 1, needs: ['walking', 'alone'] };
    const path = `/elder-cards/${card.id}/changes`;
    expect((await here.as('unit-lead', 'POST', path, change)).body).toMatchObject({
      version: 2,
      needs: ['walking', 'alone'],
    });
    expect((await here.as('unit-lead', 'POST', path, change)).status).toBe(200);
    expect((await here.as('unit-lead', 'POST', path, { ...change, id: newId() })).status).toBe(409);
    const tomorrow = await here.newCard({ name: '明天', consent: { by: 'self', way: 'spoken', on: '2026-11-26' } });
    expect((await here.as('township-officer', 'POST', '/elder-cards', tomorrow)).status).toBe(400);
  });

  it('made from a request is offered to the next one of the same person', async () => {
    const first = await here.asked({ name: '老主顾' });
    const cardId = await here.card({ name: '老主顾', requestId: first });
    const second = await here.asked({ name: '老主顾' });
    const path = `/home-visit-requests/${second}`;
    expect((await here.as('township-officer', 'GET', path)).body).toMatchObject({
      cardId: null,
      likelyCardIds: [cardId],
    });
    await here.as('township-officer', 'POST', `/elder-cards/${cardId}/uses`, { requestId: second });
    expect((await here.as('township-officer', 'GET', path)).body).toMatchObject({ cardId, likelyCardIds: [] });
    await here.accept(second);
    const visit = await here.planned({ requestId: second });
    expect(visit.needs).toEqual(['听力差']);
    expect((await get(cardId)).body).toMatchObject({ plannedOn: '2026-11-25' });
  });

  it('with a turn is due, goes onto a plan by one tap, and is due again after the visit', async () => {
    const id = await here.card({ name: '每月走访' });
    expect(await due()).toContain(id);
    const visit = await here.planned({ cardId: id });
    expect(visit).toMatchObject({ name: '每月走访', what: '每月走访' });
    expect(await due()).not.toContain(id);
    const twice = { id: newId(), day: '2026-11-26', assigneeId: await here.visitorId(), cardId: id };
    expect((await here.as('township-officer', 'POST', '/home-visits', twice)).status).toBe(409);
    await here.tell(visit.id, { outcome: 'nobody-there' });
    expect(await due()).toContain(id);
    const again = await here.planned({ cardId: id });
    await here.tell(again.id, { words: '一切都好' });
    expect(await due()).not.toContain(id);
    expect((await get(id)).body).toMatchObject({ lastVisitedOn: '2026-11-25', dueOn: '2026-12-25' });
    expect((await get(id)).body.visits.map(({ words }: { words: string | null }) => words)).toContain('一切都好');
    here.at('2026-12-01');
    expect(await due()).toContain(id);
    here.at('2026-11-25', '10:00');
  });

  it('is free for the next plan however a visit comes to nothing: called off by whoever asked, or by the unit', async () => {
    const calledOff = [
      (requestId: string) =>
        here.anybody('POST', `/public/home-visit-requests/${requestId}/withdrawals`, { id: newId() }),
      async (_: string, visitId: string) =>
        here.as('township-officer', 'POST', `/home-visits/${visitId}/removals`, { id: newId(), reason: '下雨了' }),
    ];
    for (const [at, callOff] of calledOff.entries()) {
      here.at('2026-11-25', `${12 + at}:30`);
      const requestId = await here.accepted({ name: `改了主意${at}` });
      const cardId = await here.card({ name: `改了主意${at}`, requestId });
      const visit = await here.planned({ requestId }, '2026-11-27');
      const after = await here.planned({ requestId: await here.accepted() }, '2026-11-27');
      expect(await due()).not.toContain(cardId);
      expect((await callOff(requestId, visit.id)).status).toBe(201);
      expect((await get(cardId)).body.plannedOn).toBeNull();
      expect(await due()).toContain(cardId);
      const plan = (await here.as('township-officer', 'GET', '/home-visit-plans/2026-11-27')).body.visits;
      expect(plan.map(({ position }: { position: number }) => position)).toEqual(
        plan.map((_: unknown, index: number) => index + 1),
      );
      expect(plan.map(({ id }: { id: string }) => id)).toContain(after.id);
      await here.planned({ cardId }, '2026-11-26');
    }
    here.at('2026-11-25', '10:00');
  });

  it('goes to the right person: one used by mistake is free again, and one of another village is refused', async () => {
    here.at('2026-11-25', '15:30');
    const requestId = await here.accepted({ name: '认错了' });
    const wrong = await here.card({ name: '认错了的人', requestId });
    const right = await here.card({ name: '对的人', isAnother: true });
    const visit = await here.planned({ requestId }, '2026-11-30');
    expect((await get(wrong)).body.plannedOn).toBe('2026-11-30');
    const use = (id: string) => here.as('township-officer', 'POST', `/elder-cards/${id}/uses`, { requestId });
    expect((await use(right)).status).toBe(201);
    expect([(await get(wrong)).body.plannedOn, (await get(right)).body.plannedOn]).toEqual([null, '2026-11-30']);
    const elsewhere = await here.card({ name: '别村的人', villageId: await here.villageId('青石镇青龙村') });
    expect((await use(elsewhere)).body.message).toContain('不是同一个村');
    await here.as('township-officer', 'POST', `/home-visits/${visit.id}/removals`, { id: newId(), reason: '改天' });
  });

  it('tells whoever was to go, or is on the way, when the consent is taken back', async () => {
    here.at('2026-11-25', '16:30');
    const cards = [await here.card({ name: '不去了甲' }), await here.card({ name: '不去了乙', isAnother: true })];
    const visits = [];
    for (const cardId of cards) visits.push(await here.planned({ cardId }, '2026-11-25'));
    await here.as('township-officer', 'POST', `/home-visits/${visits[1]!.id}/departures`, { id: newId() });
    for (const cardId of cards) {
      const withdrawal = { id: newId(), by: 'family', way: 'telephone' };
      await here.as('township-officer', 'POST', `/elder-cards/${cardId}/consent-withdrawals`, withdrawal);
    }
    await here.mapped.reminded.tick();
    const told = (await here.mapped.reminded.inbox('township-officer')).filter(({ words }) =>
      words.startsWith('有一户不再要上门服务'),
    );
    expect(told).toHaveLength(2);
    const { visits: left } = (await here.as('township-officer', 'GET', '/home-visit-plans/2026-11-25')).body;
    const states = visits.map(({ id }) => left.find((one: { id: string }) => one.id === id)?.state ?? 'taken-off');
    expect(states).toEqual(['taken-off', 'taken-off']);
  });

  it('is erased with all that came with it when the consent is taken back', async () => {
    const requestId = await here.accepted({ name: '不要了' });
    const id = await here.card({ name: '不要了', requestId });
    const visit = await here.planned({ requestId });
    await here.tell(visit.id, { words: '说不要了' });
    const path = `/elder-cards/${id}/consent-withdrawals`;
    const withdrawal = { id: newId(), by: 'self', way: 'telephone' };
    expect((await here.as('other-township-officer', 'POST', path, withdrawal)).status).toBe(404);
    expect((await here.as('township-officer', 'POST', path, withdrawal)).status).toBe(201);
    expect((await here.as('township-officer', 'POST', path, withdrawal)).status).toBe(200);
    expect((await get(id)).status).toBe(404);
    const left = await here.mapped.county.database.read(async (db) => [
      ...(await db.query(`SELECT person, nameHash, phoneHash FROM elder_card WHERE id = '${id}'`)),
      ...(await db.query(`SELECT person, nameHash, phoneHash FROM home_visit_request WHERE id = '${requestId}'`)),
    ]);
    expect(left).toEqual([1, 2].map(() => ({ person: null, nameHash: null, phoneHash: null })));
    const { visits } = (await here.as('township-officer', 'GET', '/home-visit-plans/2026-11-25')).body;
    expect(visits.find((one: { id: string }) => one.id === visit.id)).toMatchObject({ name: null, words: null });
  });
});
