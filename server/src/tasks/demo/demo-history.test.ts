import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../../test/support/county.ts';

const supervisorsOwnLines = `
  SELECT s.kind FROM assignment_step s
  JOIN assignment a ON a.id = s.assignmentId
  JOIN membership m ON m.personId = s.by AND m.unitId = a.unitId
  WHERE s.kind IN ('returned', 'closed')`;
const strangersReports = `
  SELECT r.id FROM progress_report r
  JOIN assignment a ON a.id = r.assignmentId
  JOIN membership m ON m.personId = r.filedBy
  WHERE m.unitId <> a.unitId`;
const lastPercents = `
  SELECT a.id FROM assignment a JOIN progress_report r ON r.assignmentId = a.id AND r.filedAt = a.lastReportedAt
  WHERE a.percent <> r.percent`;

describe("the demo county's year", () => {
  let county: County;
  const ask = (sql: string): Promise<unknown[]> => county.database.read((db) => db.query(sql));

  beforeAll(async () => {
    county = await startCounty();
  });
  afterAll(() => county.close());

  it('has no supervisor return or close the work of his own unit (S1)', async () => {
    expect((await ask("SELECT id FROM assignment_step WHERE kind = 'closed'")).length).toBeGreaterThan(50);
    expect(await ask(supervisorsOwnLines)).toEqual([]);
  });

  it('has each unit report for itself, and the line say what its last report says', async () => {
    expect((await ask('SELECT id FROM progress_report')).length).toBeGreaterThan(500);
    expect(await ask(strangersReports)).toEqual([]);
    expect(await ask(lastPercents)).toEqual([]);
  });

  it('keeps a returned line returned until it is completed again', async () => {
    const [{ count }] = (await ask("SELECT COUNT(*) AS count FROM assignment WHERE status = 'returned'")) as [
      { count: number },
    ];
    expect(Number(count)).toBeGreaterThan(2);
  });
});
