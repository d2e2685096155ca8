import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startOrderedCounty, type OrderedCounty } from '../../../test/support/ordered-county.ts';

let at: OrderedCounty;
beforeAll(async () => {
  at = await startOrderedCounty();
  await at.tick();
});
afterAll(() => at.county.close());

const answer = () => ({ id: newId(), words: '已逐项核实，月底前补齐。' });
const told = async (person: string, orderId: string) =>
  (await at.inbox(person)).filter(({ link }) => link.endsWith(orderId));
const wordsTo = async (person: string, orderId: string) => (await told(person, orderId)).map(({ words }) => words);
const review = (id: string, body: object) => at.as('author', 'POST', `/supervision-orders/${id}/reviews`, body);

describe('an order’s people', () => {
  it('are told at once of each step, and of what is over only until they have read it', async () => {
    at.at('2026-11-25', '10:00');
    const { id } = await at.issued();
    await Promise.all([at.tick(), at.tick()]);
    expect(await told('village-officer', id)).toMatchObject([
      { words: '请签收，并在 12月2日 周三 前答复', dueOn: '2026-12-02', stands: true, unitName: '青石镇石桥村' },
    ]);
    expect(await told('unit-lead', id)).toEqual([]);
    const said = answer();
    await at.as('officer', 'POST', `/supervision-orders/${id}/answers`, said);
    await at.tick();
    expect(await wordsTo('supervisor', id)).toEqual(['青石镇石桥村已答复，等待审核']);
    expect(await told('supervisor-open-office', id)).toEqual([]);
    expect((await told('village-officer', id))[0]!.stands).toBe(false);
    const back = { id: newId(), outcome: 'returned', answerId: said.id, words: '没有写日期。', answerBy: '2026-12-04' };
    await review(id, back);
    await at.tick();
    expect((await told('supervisor', id))[0]!.stands).toBe(false);
    expect((await wordsTo('village-officer', id))[0]).toBe('答复被退回，请在 12月4日 周五 前重新答复');
    const again = answer();
    await at.as('officer', 'POST', `/supervision-orders/${id}/answers`, again);
    await review(id, { id: newId(), outcome: 'accepted', answerId: again.id });
    await at.tick();
    const [last] = await told('village-officer', id);
    expect(last).toMatchObject({ words: '答复已审核通过，督办单办结', stands: true });
    await at.as('officer', 'POST', '/reminders/readings', { ids: [last!.id] });
    expect((await told('village-officer', id))[0]!.stands).toBe(false);
    // Answered and accepted within one tick: nobody is asked to review any more.
    expect(await wordsTo('supervisor', id)).toEqual(['青石镇石桥村已答复，等待审核']);
  });

  it('see what waits for them', async () => {
    const waits = async (who: 'officer' | 'author') =>
      new Map<string, number>(
        (await at.as(who, 'GET', '/waiting-items')).body.items.map((one: { kind: string; count: number }) => [
          one.kind,
          one.count,
        ]),
      );
    const before = await waits('author');
    const { id } = await at.issued();
    expect((await waits('officer')).get('orders-to-receive')).toBe(1);
    await at.as('officer', 'POST', `/supervision-orders/${id}/receipts`, { id: newId() });
    expect((await waits('officer')).get('orders-to-answer')).toBe(1);
    await at.as('officer', 'POST', `/supervision-orders/${id}/answers`, answer());
    expect((await waits('officer')).has('orders-to-answer')).toBe(false);
    expect((await waits('author')).get('orders-to-review')).toBe((before.get('orders-to-review') ?? 0) + 1);
  });

  it('are reminded a working day before, on the day and after, once each, never on a rest day; then the lead above too', async () => {
    at.at('2026-11-26');
    const { id } = await at.issued({ answerBy: '2026-12-04' });
    const due = async (person: string) => (await wordsTo(person, id)).filter((words) => words.startsWith('等待答复'));
    await at.tick();
    at.at('2026-12-02');
    await at.tick();
    expect(await due('village-officer')).toEqual([]);
    at.at('2026-12-03');
    await Promise.all([at.tick(), at.tick()]);
    await at.tick();
    expect(await due('village-officer')).toEqual(['等待答复：还有 1 个工作日到期（12月4日 周五）']);
    at.at('2026-12-04');
    await at.tick();
    expect((await due('village-officer'))[0]).toBe('等待答复：今天到期（12月4日 周五）');
    at.at('2026-12-05');
    await at.tick();
    at.at('2026-12-06');
    await at.tick();
    expect(await due('village-officer')).toHaveLength(2);
    expect(await due('unit-lead')).toEqual([]);
    at.at('2026-12-07');
    await at.tick();
    at.at('2026-12-08');
    await at.tick();
    expect((await due('village-officer'))[0]).toMatch(/已逾期 1 个工作日/);
    expect(await due('village-officer')).toHaveLength(3);
    expect(await due('unit-lead')).toHaveLength(1);
    at.at('2026-12-09');
    await at.tick();
    expect((await due('unit-lead'))[0]).toMatch(/已逾期 3 个工作日/);
    const reminded = (await at.read(id)).steps.filter(({ kind }) => kind === 'reminded');
    expect(reminded.map(({ words, byName }) => `${byName}：${words}`)).toEqual([
      '系统：答复期限前 1 个工作日，提醒责任单位',
      '系统：答复期限当天，提醒责任单位',
      '系统：超过答复期限 1 个工作日，提醒责任单位和上级单位负责人',
      '系统：超过答复期限 3 个工作日，提醒责任单位和上级单位负责人',
    ]);
    await at.as('officer', 'POST', `/supervision-orders/${id}/answers`, answer());
    expect((await told('village-officer', id)).some(({ stands }) => stands)).toBe(false);
  });

  it('hear nothing of a day once the order is answered or withdrawn, though it was planned', async () => {
    at.at('2026-12-10');
    const answered = await at.issued({ answerBy: '2026-12-15' });
    const gone = await at.issued({ answerBy: '2026-12-15' });
    await at.tick();
    at.at('2026-12-14', '08:00');
    expect((await at.tick()).planned).toBeGreaterThan(0);
    await at.as('officer', 'POST', `/supervision-orders/${answered.id}/answers`, answer());
    const withdrawal = { id: newId(), words: '情况已查明，不必再答复。' };
    await at.as('author', 'POST', `/supervision-orders/${gone.id}/withdrawals`, withdrawal);
    for (const day of ['2026-12-14', '2026-12-15', '2026-12-16', '2026-12-18']) {
      at.at(day);
      await at.tick();
    }
    expect(await wordsTo('village-officer', answered.id)).toEqual(['请签收，并在 12月15日 周二 前答复']);
    expect((await wordsTo('village-officer', gone.id))[0]).toBe('督办单已撤回，不必再答复');
    expect((await wordsTo('village-officer', gone.id)).join()).not.toContain('等待答复');
  });
});

describe('a unit that goes into another', () => {
  it('hands its open orders over; what is printed, and what is over, stays', async () => {
    at.at('2026-12-21');
    const open = await at.issued({ answerBy: '2026-12-30' });
    const settled = await at.issued({ answerBy: '2026-12-30' });
    const withdrawal = { id: newId(), words: '情况已查明，不必再答复。' };
    await at.as('author', 'POST', `/supervision-orders/${settled.id}/withdrawals`, withdrawal);
    const into = (await at.as('neighbour', 'GET', '/sessions/current')).body.actor.unitId;
    const merger = { intoUnitId: into, on: '2026-12-21' };
    const merged = await at.as('administrator', 'POST', `/org-units/${at.villageId}/mergers`, merger);
    expect([merged.status, merged.body.message]).toEqual([201, undefined]);
    await at.tick();
    const seen = await at.read(open.id, 'neighbour');
    expect(seen).toMatchObject({ toUnitName: '青石镇石桥村', answeringUnitName: '青石镇青龙村', state: 'issued' });
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'moved', words: '单位合并，转由青石镇青龙村办理' });
    expect((await wordsTo('second-village-officer', open.id))[0]).toMatch(/^单位合并，督办单转由本单位办理/);
    expect((await told('village-officer', open.id)).some(({ stands }) => stands)).toBe(false);
    expect((await at.read(settled.id, 'neighbour')).steps.at(-1)!.kind).toBe('withdrawn');
    const said = await at.as('neighbour', 'POST', `/supervision-orders/${open.id}/answers`, answer());
    expect(said.status).toBe(201);
    const gone = await at.as('author', 'POST', '/supervision-orders', at.wording({ answerBy: '2026-12-30' }));
    expect([gone.status, gone.body.issues[0].path]).toEqual([400, ['toUnitId']]);
  });
});
