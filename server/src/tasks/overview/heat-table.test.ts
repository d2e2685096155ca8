import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { Light } from '@county/shared/tasks/lines/assignment';
import type { HeatCell, HeatTable } from '@county/shared/tasks/overview/heat-table';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { startCounty, type County } from '../../../../test/support/county.ts';

const TODAY = '2026-11-25';

describe('the heat table of a plan', () => {
  let county: County;
  let supervisor: string;
  let planId: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    planId = (await county.planAtWork()).id;
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
      const path = `/task-breakdowns/${planId}/ledger?limit=100&${query}${cursor}`;
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
    // Thirty working days from now lie in 2027, which has no holiday notice yet.
    expect(table.isProvisional).toBe(true);
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
    let gone = 0;
    for (let cursor = ''; ;) {
      const page = await heat(`limit=7${cursor}`);
      // Each page says which units it goes through, and of how many: nothing is left out in silence.
      const { from, to, of } = page.units;
      expect([from, of]).toEqual([gone + 1, whole.units.to]);
      gone = to;
      seen.push(...page.columns.map(({ unitId }) => unitId));
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen).toEqual(whole.columns.map(({ unitId }) => unitId));
    expect(gone).toBe(whole.units.of);
  });

  it('is taken along as a workbook of text, with every unit, its filters and the township’s name printed on it', async () => {
    const id = await township();
    const chosen = `underUnitId=${id}&light=red&period=2026&text=${encodeURIComponent('政务')}`;
    for (const query of ['', chosen]) {
      const table = await heat(query);
      const address = `/task-breakdowns/${planId}/heat-table.xlsx?${query}`;
      const { status, headers, body } = await county.ask('GET', address, { token: supervisor });
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
      const read = new ExcelJS.Workbook();
      await read.xlsx.load(body);
      const sheet = read.worksheets[0]!;
      const printed = String(sheet.getCell('A2').value);
      if (!query) expect(printed).toContain('筛选：全部');
      else
        for (const words of ['所辖单位：青石镇', '灯号：已逾期', '时段：2026年', '搜索：政务'])
          expect(printed).toContain(words);
      const heads = (sheet.getRow(3).values as string[]).slice(5).map((head) => head.split('\n')[0]);
      expect(heads).toEqual(table.columns.map(({ name }) => name));
      for (const [index, { task, cells }] of table.rows.entries()) {
        const row = sheet.getRow(4 + index);
        expect(row.getCell(1).value).toBe(task.number);
        const inPlace = table.columns.map(({ unitId }) => cells.some((cell) => cell.unitId === unitId));
        const words = inPlace.map((_, column) => String(row.getCell(5 + column).value));
        expect(words.map((word) => word !== '—')).toEqual(inPlace);
        const late = table.columns.map(({ unitId }) => cells.find((cell) => cell.unitId === unitId)?.light === 'red');
        expect(words.map((word) => /逾 \d+ 天/.test(word.split('\n')[0]!))).toEqual(late);
      }
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 3 });
      expect(sheet.pageSetup).toMatchObject({
        orientation: 'landscape',
        printTitlesRow: '3:3',
        printTitlesColumn: 'A:B',
      });
    }
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

describe('the heat table of a level with more units than a page holds', () => {
  it('goes on page after page, and the workbook holds them all', async () => {
    const county = await startCounty();
    const administrator = await county.signIn('administrator');
    const lead = await county.signIn('unit-lead');
    const mine = (await county.ask('GET', '/assignments?limit=200', { token: lead })).body.items;
    const line = mine.find(
      ({ handDown, status, dueOn }: { handDown: object | null; status: string; dueOn: string | null }) =>
        !handDown && dueOn !== null && ['assigned', 'acknowledged', 'in-progress'].includes(status),
    );
    const there = (await county.ask('GET', `/org-units?parentId=${line.unitId}&limit=200`)).body.items.length;
    const added: string[] = [];
    for (let number = 1; added.length < 105; number += 1) {
      const unit = {
        id: newId(),
        parentId: line.unitId,
        kind: 'village',
        name: `青石镇第${number}新村`,
        aliases: [],
        traits: [],
      };
      const body = { ...unit, officePhone: null, contactName: null };
      expect((await county.ask('POST', '/org-units', { token: administrator, body })).status).toBe(201);
      added.push(unit.id);
    }
    // A session knows the units under one's own as they were when it began.
    const token = await county.signIn('unit-lead');
    for (const unitIds of [added.slice(0, 100), added.slice(100)]) {
      const body = { id: newId(), unitIds, dueOn: line.dueOn, words: '请办理' };
      const handed = await county.ask('POST', `/assignments/${line.id}/hand-downs`, { token, body });
      expect([handed.status, handed.body.message]).toEqual([201, undefined]);
    }
    const address = `/task-breakdowns/${line.breakdownId}/heat-table`;
    const query = `underUnitId=${line.unitId}&text=${encodeURIComponent(line.task.mainTask.slice(0, 30))}`;
    const first = (await county.ask('GET', `${address}?limit=100&${query}`, { token })).body as HeatTable;
    expect(first.units).toEqual({ from: 1, to: 100, of: 105 + there });
    const rest = `${address}?limit=100&${query}&cursor=${first.next}`;
    const second = (await county.ask('GET', rest, { token })).body as HeatTable;
    expect([second.units, second.next]).toEqual([{ from: 101, to: 105 + there, of: 105 + there }, null]);
    const { body } = await county.ask('GET', `${address}.xlsx?${query}`, { token });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body);
    const sheet = workbook.worksheets[0]!;
    const names = [...first.columns, ...second.columns].map(({ name }) => name);
    expect((sheet.getRow(3).values as string[]).slice(5).map((head) => head.split('\n')[0])).toEqual(names);
    const row = first.rows.findIndex(({ task }) => task.id === line.taskId) + 4;
    expect(sheet.getRow(row).getCell(4).value).toBe('已报 0/105\n尚无到期');
    await county.close();
  });
});
