import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../../test/support/county.ts';

interface CarriedTask {
  number: number;
  dueOn: string | null;
  duePhrase: string;
  lineCount: number;
}

describe('a plan carried forward to a new year', () => {
  let county: County;
  let supervisor: string;
  let plan: { id: string; assignmentCount: number };

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    plan = await county.planAtWork();
  });
  afterAll(() => county.close());

  const carry = (body: object, token = supervisor) =>
    county.ask('POST', `/task-breakdowns/${plan.id}/carry-forwards`, { token, body });
  const tasksOf = async (id: string): Promise<CarriedTask[]> =>
    (await county.ask('GET', `/tasks?breakdownId=${id}&limit=200`, { token: supervisor })).body.items;

  it('has the same tasks for the same units, each due as many months later, and nothing done', async () => {
    const body = { id: newId(), title: '2027年工作任务分解表', year: 2027, shiftMonths: 14 };
    const first = await carry(body);
    expect([first.status, first.body.taskCount, first.body.assignmentCount]).toEqual([201, 24, plan.assignmentCount]);
    expect([first.body.isPublic, first.body.carriedFromId]).toEqual([false, plan.id]);
    const again = await carry(body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    for (const other of [{ title: '另一份分解表' }, { year: 2028 }, { shiftMonths: 12 }])
      expect((await carry({ ...body, ...other })).body.code).toBe('id-taken');
    const [before, after] = [await tasksOf(plan.id), await tasksOf(body.id)];
    expect(after.map(({ number, lineCount }) => [number, lineCount])).toEqual(
      before.map(({ number, lineCount }) => [number, lineCount]),
    );
    expect([before[0]!.dueOn, after[0]!.dueOn]).toEqual(['2026-12-31', '2028-02-29']);
    expect(after[0]!.duePhrase).toBe('2028年2月');
    const { body: ledger } = await county.ask('GET', `/task-breakdowns/${body.id}/ledger?limit=200`, {
      token: supervisor,
    });
    expect(new Set(ledger.items.map((line: { status: string }) => line.status))).toEqual(new Set(['assigned']));
  });

  it('does not leave the years a plan can lie in; nothing of it is written then', async () => {
    const body = { id: newId(), title: '2100年工作任务分解表', year: 2100, shiftMonths: 240 };
    expect((await carry(body)).status).toBe(201);
    let from = body.id;
    for (const [id, status] of [
      [newId(), 201],
      [newId(), 201],
      [newId(), 400],
    ] as const) {
      const next = { ...body, id };
      const answer = await county.ask('POST', `/task-breakdowns/${from}/carry-forwards`, {
        token: supervisor,
        body: next,
      });
      expect([answer.status, answer.body.issues?.[0].path]).toEqual([
        status,
        status === 400 ? ['shiftMonths'] : undefined,
      ]);
      if (status === 201) from = id;
    }
    expect((await county.ask('GET', `/tasks?breakdownId=${from}&limit=200`, { token: supervisor })).status).toBe(200);
  });

  it('is a supervisor’s to make, from a plan that exists', async () => {
    const body = { id: newId(), title: '2027年', year: 2027, shiftMonths: 12 };
    expect((await carry(body, await county.signIn('unit-lead'))).status).toBe(403);
    const missing = await county.ask('POST', `/task-breakdowns/${newId()}/carry-forwards`, { token: supervisor, body });
    expect(missing.status).toBe(404);
    expect((await carry({ ...body, year: 1900 })).body.issues[0].message).toBe('计划年度应在 2000 到 2100 之间');
  });
});
