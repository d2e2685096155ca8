import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FINDINGS, INSPECTION_TITLE } from '@county/seeds/tasks';
import { startCounty, type County } from '../../../../test/support/county.ts';

const wordsOfOwnUnit = `
  SELECT r.id FROM recheck r
  JOIN assignment a ON a.id = r.assignmentId
  JOIN membership m ON m.personId = r.by
  WHERE m.unitId = a.unitId`;
const closedWithoutRecheck = `
  SELECT a.id FROM assignment a
  JOIN task_breakdown b ON b.id = a.breakdownId
  WHERE b.kind = 'inspection' AND a.status = 'closed'
  AND NOT EXISTS (SELECT 1 FROM recheck r WHERE r.assignmentId = a.id AND r.outcome = 'met')`;
const ownReviews = "SELECT id FROM public_line WHERE state = 'published' AND writtenBy = reviewedBy";

describe("the demo county's inspection", () => {
  let county: County;
  const ask = (sql: string): Promise<unknown[]> => county.database.read((db) => db.query(sql));
  beforeAll(async () => void (county = await startCounty()));
  afterAll(() => county.close());

  it('has a line for every finding, each at another place of its way, by the rules', async () => {
    const token = await county.signIn('supervisor');
    const { body: plans } = await county.ask('GET', '/task-breakdowns', { token });
    const plan = plans.items.find(({ title }: { title: string }) => title === INSPECTION_TITLE);
    expect(plan).toMatchObject({ kind: 'inspection', taskCount: FINDINGS.length, assignmentCount: FINDINGS.length });
    const { body } = await county.ask('GET', `/task-breakdowns/${plan.id}/ledger`, { token });
    const states = new Set(body.items.map(({ status }: { status: string }) => status));
    expect([...states].sort()).toEqual(['acknowledged', 'assigned', 'closed', 'completed', 'in-progress', 'returned']);
    for (const rule of [wordsOfOwnUnit, closedWithoutRecheck, ownReviews]) expect(await ask(rule)).toEqual([]);
  });

  it('shows the public what was approved, and nothing of what is withheld', async () => {
    const { body } = await county.ask('GET', '/public/findings');
    const withheld = FINDINGS.filter(({ story }) => story.some(({ kind }) => kind === 'withheld'));
    expect(withheld).toHaveLength(1);
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 6, 7]);
    expect(JSON.stringify(body)).not.toContain('查询系统');
    for (const { problem } of FINDINGS) expect(JSON.stringify(body)).not.toContain(problem);
  });
});
