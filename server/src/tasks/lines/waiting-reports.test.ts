import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County } from '../../../../test/support/county.ts';

describe('a report that waits on a phone', () => {
  let county: County;
  let officer: string;
  let supervisor: string;
  let lineId: string;

  beforeAll(async () => {
    county = await startCounty();
    officer = await county.signIn('village-officer');
    supervisor = await county.signIn('supervisor');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    lineId = body.items.find(({ status }: { status: string }) => status === 'in-progress').id;
  });
  afterAll(() => county.close());

  const say = (id: string, over: object = {}, token = officer, line = lineId) =>
    county.ask('PUT', `/assignments/${line}/waiting-reports`, {
      token,
      body: { id, writtenAt: '2026-11-25T00:50:00.000Z', ...over },
    });
  const take = (id: string, token = officer) => county.ask('DELETE', `/waiting-reports/${id}`, { token });
  const file = (id: string) =>
    county.ask('POST', `/assignments/${lineId}/reports`, {
      token: officer,
      body: { id, percent: 90, note: '终于发出去了' },
    });
  const waiting = async (token = supervisor): Promise<{ id: string; writtenByName: string; writtenAt: string }[]> =>
    (await county.ask('GET', `/assignments/${lineId}`, { token })).body.waitingReports;

  it('is told of once, however often the phone says so, and is over when it arrives', async () => {
    const id = newId();
    expect((await say(id)).body).toEqual({ waiting: true });
    expect((await say(id)).body).toEqual({ waiting: true });
    expect(await waiting()).toMatchObject([{ id, writtenAt: '2026-11-25T00:50:00.000Z' }]);
    expect((await file(id)).status).toBe(201);
    expect(await waiting()).toEqual([]);
    // The phone's word came after the report itself.
    expect((await say(id)).body).toEqual({ waiting: false });
    expect(await waiting()).toEqual([]);
  });

  it('is over when its writer throws it away, and not by anybody else’s word', async () => {
    const id = newId();
    await say(id);
    expect((await take(id, supervisor)).status).toBe(200);
    expect(await waiting()).toHaveLength(1);
    expect((await take(id)).status).toBe(200);
    expect((await take(id)).status).toBe(200);
    expect(await waiting()).toEqual([]);
  });

  it('is of the unit’s own lines only, and shown to nobody who may not read its reports', async () => {
    const id = newId();
    const neighbour = await county.signIn('second-village-officer');
    expect((await say(id, {}, neighbour)).status).toBe(403);
    expect((await say(id, {}, officer, newId())).status).toBe(404);
    await say(id);
    expect((await say(id, {}, neighbour)).status).toBe(403);
    expect(await waiting(neighbour)).toEqual([]);
    await take(id);
  });

  it('is told in every list of who may read the line’s reports, and in the ledger’s workbook, never as 未报', async () => {
    const id = newId();
    await say(id);
    const line = (await county.ask('GET', `/assignments/${lineId}`, { token: supervisor })).body;
    const plan = `/task-breakdowns/${line.breakdownId}`;
    const parent = (await county.ask('GET', `/assignments/${line.parentId}`, { token: supervisor })).body;
    const since = async (path: string, token: string, of = (body: Answer['body']) => body.items) => {
      const { status, body } = await county.ask('GET', path, { token });
      expect([path, status]).toEqual([path, 200]);
      return of(body).find((found: { id: string }) => found.id === lineId)?.waitingSince;
    };
    const neighbour = await county.signIn('second-village-officer');
    const ledger = `${plan}/ledger?taskId=${line.taskId}&underUnitId=${parent.unitId}&limit=200`;
    const cellsOf = (body: Answer['body']) => body.rows.flatMap(({ cells }: { cells: unknown[] }) => cells);
    for (const [token, expected] of [
      [supervisor, '2026-11-25T00:50:00.000Z'],
      [neighbour, null],
    ] as const) {
      expect(await since(ledger, token)).toBe(expected);
      expect(await since(`${plan}/heat-table?underUnitId=${parent.unitId}`, token, cellsOf)).toBe(expected);
      expect(await since(`/tasks/${line.taskId}`, token, (body) => body.assignments)).toBe(expected);
      expect(await since(`/assignments/${line.parentId}`, token, (body) => body.children)).toBe(expected);
      const top = (await county.ask('GET', `${plan}/heat-table`, { token })).body;
      const cell = cellsOf(top).find((found: { id: string }) => found.id === line.parentId);
      expect(cell.below.waiting).toBe(expected ? 1 : 0);
    }
    const lead = await county.signIn('unit-lead');
    expect(await since('/assignments?scope=all&limit=200', lead)).toBe('2026-11-25T00:50:00.000Z');

    const { body } = await county.ask('GET', ledger.replace('ledger?', 'ledger.xlsx?'), { token: supervisor });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body);
    const row: string[] = [];
    workbook.worksheets[0]!.eachRow((found) => {
      const cells = (found.values as unknown[]).map(String);
      if (cells.includes(line.unitName)) row.push(...cells);
    });
    expect(row.join(' ')).toContain('已提交、尚未发出（2026-11-25 08:50）');

    await take(id);
    expect(await since(ledger, supervisor)).toBeNull();
  });

  it('a phone whose clock runs ahead has not submitted in the future', async () => {
    const id = newId();
    await say(id, { writtenAt: '2030-01-01T00:00:00.000Z' });
    expect((await waiting())[0]!.writtenAt <= county.clock.now()).toBe(true);
    expect((await say(newId(), { writtenAt: '昨天' })).status).toBe(400);
    await take(id);
  });
});

describe('a line returned with remarks', () => {
  it('tells field by field what to put right, once, and keeps it in the history', async () => {
    const county = await startCounty();
    const lead = await county.signIn('unit-lead');
    const supervisor = await county.signIn('supervisor');
    const { body: lines } = await county.ask('GET', '/assignments?state=completed&limit=200', { token: lead });
    const [line] = lines.items;
    const send = (body: object) => county.ask('POST', `/assignments/${line.id}/returns`, { token: supervisor, body });
    const remarks = [
      { field: 'note', words: '请写明日期' },
      { field: 'proof', words: '文号不对' },
    ];
    const twice = await send({ id: newId(), reason: '请补充', remarks: [remarks[0], remarks[0]] });
    expect([twice.status, twice.body.message]).toEqual([400, '同一项只写一条意见']);
    const empty = await send({ id: newId(), reason: '请补充', remarks: [{ field: 'note', words: ' ' }] });
    expect(empty.body.issues).toEqual([{ path: ['remarks', 0, 'words'], message: '请填写意见' }]);
    const unknown = await send({ id: newId(), reason: '请补充', remarks: [{ field: 'colour', words: '红' }] });
    expect(unknown.status).toBe(400);
    const body = { id: newId(), reason: '请补充', remarks };
    expect((await send(body)).status).toBe(201);
    expect((await send(body)).status).toBe(200);
    expect((await send({ ...body, remarks: [remarks[0]] })).body.code).toBe('id-taken');
    const view = (await county.ask('GET', `/assignments/${line.id}`, { token: lead })).body;
    expect(view.steps[0]).toMatchObject({ kind: 'returned', words: '请补充', remarks });
    await county.close();
  });
});
