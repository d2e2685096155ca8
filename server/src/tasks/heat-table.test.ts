import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { Light } from '@county/shared/tasks/assignment';
import type { HeatCell, HeatTable } from '@county/shared/tasks/heat-table';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { startCounty, type County } from '../../../test/support/county.ts';

const TODAY = '2026-11-25';

describe('the heat table of a plan', () => {
  let county: County;
  let supervisor: string;
  let planId: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    const { body } = await county.ask('GET', '/task-breakdowns', { token: supervisor });
    planId = body.items.find((plan: { title: string }) => plan.title.startsWith('2026年')).id;
  });
  afterAll(() => county.close());

  const heat = async (query = '', token = supervisor): Promise<HeatTable> => {
    const { status, body } = await county.ask('GET', `/task-breakdowns/${planId}/heat-table?${query}`, { token });
    expect([status, body.message]).toEqual([200, undefined]);
    return body;
  };
  const ledger = async (query: string): Promise<LedgerLine[]> => {
    const items: LedgerLine[] = [];
    for (let cursor = ''; ;) {
      const path = `/task-breakdowns/${planId}/ledger?limit=200&${query}${cursor}`;
      const { body } = await county.ask('GET', path, { token: supervisor });
      items.push(...body.items);
      if (!body.next) return items;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };
  const cellsOf = (table: HeatTable): HeatCell[] => table.rows.flatMap((row) => row.cells);
  const township = async (name = '青石镇') =>
    (await county.ask('GET', `/org-units?text=${encodeURIComponent(name)}`)).body.items[0].id as string;

  it('has every task by number, every unit in the county’s order, and each line in its one place', async () => {
    const table = await heat();
    const lines = await ledger('');
    expect(table.rows.map(({ task }) => task.number)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    const units = (await county.ask('GET', '/org-units?limit=200')).body.items as { id: string }[];
    const order = table.columns.map(({ unitId }) => units.findIndex(({ id }) => id === unitId));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(cellsOf(table).map(({ id }) => id))).toEqual(new Set(lines.map(({ id }) => id)));
    for (const row of table.rows)
      for (const cell of row.cells) {
        const line = lines.find(({ id }) => id === cell.id)!;
        expect([line.taskId, line.unitId, line.status]).toEqual([row.task.id, cell.unitId, cell.status]);
      }
    expect(table.path).toEqual([]);
  });

  it('counts what a township handed down, as the ledger of its villages has it', async () => {
    const id = await township();
    const top = (await heat(`unitId=${id}`)).rows.filter(({ cells }) => cells[0]?.below);
    expect(top.length).toBeGreaterThan(0);
    for (const { task, cells } of top) {
      const below = await ledger(`underUnitId=${id}&taskId=${task.id}`);
      const late = below.filter(({ dueOn, completedOn }) => dueOn !== null && (completedOn ?? TODAY) > dueOn);
      expect(cells[0]!.below).toMatchObject({
        units: below.length,
        reported: below.filter(({ lastReportedAt }) => lastReportedAt !== null).length,
        completed: below.filter(({ status }) => status === 'completed' || status === 'closed').length,
        late: late.length,
      });
    }
    const villages = await heat(`underUnitId=${id}`);
    expect(villages.path).toEqual([{ id, name: '青石镇' }]);
    expect(cellsOf(villages)).toHaveLength((await ledger(`underUnitId=${id}`)).length);
    expect(
      villages.columns.every(({ kind, hasUnits }) => (kind === 'village' || kind === 'community') && !hasUnits),
    ).toBe(true);
  });

  it.each(Light.options)('narrowed to the light %s shows those cells alone', async (light) => {
    const expected = new Set((await ledger(`light=${light}`)).map(({ id }) => id));
    const table = await heat(`light=${light}`);
    expect(new Set(cellsOf(table).map(({ id }) => id))).toEqual(expected);
    expect(cellsOf(table).every((cell) => cell.light === light)).toBe(true);
    expect(table.rows.every(({ cells }) => cells.length > 0)).toBe(true);
  });

  it('is narrowed by category, words, state and period as the ledger is', async () => {
    const [category] = (await heat()).categories;
    for (const query of [
      `category=${encodeURIComponent(category!)}`,
      `text=${encodeURIComponent('政务')}`,
      'state=closed',
      'period=2026-Q4',
    ])
      expect([query, cellsOf(await heat(query)).length]).toEqual([query, (await ledger(query)).length]);
  });

  it('keeps completeness and timeliness apart, and gives no rate where nothing is owed or due', async () => {
    const table = await heat();
    for (const row of table.rows) {
      const reported = row.cells.filter(({ lastReportedAt }) => lastReportedAt !== null).length;
      expect(row.completeness).toEqual({ count: reported, of: row.cells.length });
      const due = row.cells.filter(
        ({ dueOn, status }) => dueOn !== null && (dueOn < TODAY || status === 'completed' || status === 'closed'),
      );
      const inTime = due.filter(
        ({ dueOn, completedOn, status }) => status !== 'returned' && completedOn && completedOn <= dueOn!,
      );
      expect(row.timeliness).toEqual({ count: inTime.length, of: due.length });
    }
    expect(table.rows.some(({ timeliness }) => timeliness.of === 0)).toBe(true);
  });

  it('comes in pages of units, each unit once', async () => {
    const whole = await heat();
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await heat(`limit=7${cursor}`);
      seen.push(...page.columns.map(({ unitId }) => unitId));
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen).toEqual(whole.columns.map(({ unitId }) => unitId));
  });

  it('is for staff, of a plan and a unit there is', async () => {
    const path = `/task-breakdowns/${planId}/heat-table`;
    expect((await county.ask('GET', path)).status).toBe(401);
    expect((await heat('', await county.signIn('village-officer'))).rows).toHaveLength(24);
    const ask = async (address: string) => (await county.ask('GET', address, { token: supervisor })).status;
    expect(await ask(`/task-breakdowns/${newId()}/heat-table`)).toBe(404);
    expect(await ask(`${path}?underUnitId=${newId()}`)).toBe(404);
    expect(await ask(`${path}?cursor=nowhere`)).toBe(400);
  });
});
