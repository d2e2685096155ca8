import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { Light } from '@county/shared/tasks/lines/assignment';
import { lightOf } from '@county/shared/tasks/lines/line-light';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { startCounty, type County } from '../../../../test/support/county.ts';

/** A plan whose words are what a workbook or a search could take for something else. */
const HOSTILE = [
  '序号,类别,主要任务,责任单位,完成时限',
  '1,=SUM(A1:A9),"=HYPERLINK(""http://example.com"")",县教育局,2026年11月',
  '2,指标,办结率100%达标 a_b 110101199003070011,县教育局,2026年10月',
  '3,指标,办结率100分 acb，咨询07551234567,县教育局,长期坚持',
].join('\n');

describe('the ledger, filtered', () => {
  let county: County;
  let supervisor: string;
  let planId: string;
  let hostileId: string;

  const get = (path: string) => county.ask('GET', path, { token: supervisor });
  const ledger = async (query: string, id = planId): Promise<LedgerLine[]> => {
    const items: LedgerLine[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await get(`/task-breakdowns/${id}/ledger?limit=40${query}${cursor}`);
      expect(status).toBe(200);
      items.push(...body.items);
      if (!body.next) return items;
      // A page is full unless it is the last, whatever it is filtered by.
      expect(body.items).toHaveLength(40);
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };
  const workbook = async (query: string, id = planId) => {
    const { body } = await get(`/task-breakdowns/${id}/ledger.xlsx?${query}`);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(body);
    return read.worksheets[0]!;
  };

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    planId = (await county.planAtWork()).id;
    const form = new FormData();
    form.append('file', new Blob([HOSTILE]), '指标.csv');
    const preview = await county.ask('POST', '/task-breakdowns/previews', { token: supervisor, body: form });
    await county.ask('POST', `/task-breakdowns/previews/${preview.body.id}/corrections`, {
      token: supervisor,
      body: { kind: 'heading', title: '=指标计划', year: 2026, breakdownKind: 'plan' },
    });
    const confirmed = await county.ask('POST', '/task-breakdowns', {
      token: supervisor,
      body: { previewId: preview.body.id },
    });
    expect(confirmed.status).toBe(201);
    hostileId = confirmed.body.id;
  });
  afterAll(() => county.close());

  it.each(['2026-11-25', '2026-10-06', '2026-12-31', '2027-01-16'])(
    'by light, each line once and under the light the rules give it on %s',
    async (today) => {
      county.clock.set(`${today}T01:00:00.000Z`);
      supervisor = await county.signIn('supervisor');
      const all = await ledger('&withHandedDown=yes');
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const light of Light.options) {
        const expected = all.filter((line) => lightOf(line, today) === light).map(({ id }) => id);
        const got = await ledger(`&withHandedDown=yes&light=${light}`);
        expect([light, got.map(({ id }) => id)]).toEqual([light, expected]);
      }
      county.clock.set('2026-11-25T01:00:00.000Z');
      supervisor = await county.signIn('supervisor');
    },
  );

  it('by period, task and the units under a township', async () => {
    const all = await ledger('&withHandedDown=yes');
    const within = (first: string, last: string) =>
      all.filter(({ dueOn }) => dueOn !== null && dueOn >= first && dueOn <= last);
    const [some] = within('2026-10-01', '2026-12-31');
    expect(await ledger('&withHandedDown=yes&period=2026-Q4')).toHaveLength(within('2026-10-01', '2026-12-31').length);
    expect((await ledger(`&taskId=${some!.taskId}`)).every(({ taskId }) => taskId === some!.taskId)).toBe(true);
    const { body: towns } = await get(`/org-units?text=${encodeURIComponent('青石镇')}&limit=200`);
    const { body: villages } = await get(`/org-units?parentId=${towns.items[0].id}&limit=200`);
    const names = new Set(villages.items.map((unit: { name: string }) => unit.name));
    const below = await ledger(`&underUnitId=${towns.items[0].id}`);
    expect(below.length).toBeGreaterThan(0);
    expect(below.every(({ unitName }) => names.has(unitName))).toBe(true);
    expect((await get(`/task-breakdowns/${planId}/ledger?period=2026-13`)).body.message).toContain('时段格式不对');
  });

  it.each([
    ['100%达标', [2]],
    ['100%', [2]],
    ['a_b', [2]],
    ['办结率', [2, 3]],
    ['!', []],
  ])('by the words %s as they stand', async (words, numbers) => {
    const found = await ledger(`&text=${encodeURIComponent(words)}`, hostileId);
    expect(found.map(({ task }) => task.number)).toEqual(numbers);
    const tasks = await get(`/tasks?breakdownId=${hostileId}&text=${encodeURIComponent(words)}`);
    expect(tasks.body.items.map(({ number }: { number: number }) => number)).toEqual(numbers);
  });

  it('prints every filter on the workbook it makes', async () => {
    const [line] = await ledger('&light=red');
    const chosen =
      `taskId=${line!.taskId}&unitId=${line!.unitId}&light=red&state=${line!.status}&due=late` +
      `&category=${encodeURIComponent(line!.task.category)}&period=2026&text=${encodeURIComponent('政务')}&withHandedDown=yes`;
    const printed = String((await workbook(chosen)).getCell('A2').value);
    for (const words of [
      `任务：第 ${line!.task.number} 项`,
      `单位：${line!.unitName}`,
      '灯号：已逾期',
      '状态：',
      `类别：${line!.task.category}`,
      '时限：已逾期',
      '时段：2026年',
      '搜索：政务',
      '含分解到村',
    ])
      expect(printed).toContain(words);
    expect(String((await workbook('')).getCell('A2').value)).toContain('筛选：全部');
  });

  it('writes text as text: nothing becomes a formula, no long number or phone loses a figure', async () => {
    const sheet = await workbook('', hostileId);
    const texts: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.formula).toBeUndefined();
        if (typeof cell.value === 'string') texts.push(cell.value);
      }),
    );
    expect(texts.filter((words) => /^[=+\-@]/.test(words))).toEqual([]);
    expect([...new Set(texts.filter((words) => words.startsWith("'=")))].sort()).toEqual([
      '\'=HYPERLINK("http://example.com")',
      "'=SUM(A1:A9)",
      "'=指标计划台账",
    ]);
    expect(texts.some((words) => words.includes('110101199003070011'))).toBe(true);
    expect(texts.some((words) => words.includes('07551234567'))).toBe(true);
    const cell = sheet.getRow(4).getCell(3);
    expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
  });

  it('keeps an 18-digit number and a phone that were reported, by themselves in a cell', async () => {
    const officer = await county.signIn('department-officer');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    const open = body.items.filter(
      (line: { breakdownId: string; status: string }) =>
        line.breakdownId === planId && ['assigned', 'acknowledged', 'in-progress'].includes(line.status),
    );
    const notes = ['110101199003070011', '07551234567'];
    for (const [index, note] of notes.entries()) {
      const report = { id: newId(), percent: 100, note };
      const { status } = await county.ask('POST', `/assignments/${open[index].id}/reports`, {
        token: officer,
        body: report,
      });
      expect(status).toBe(201);
    }
    const sheet = await workbook('');
    const cells: unknown[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => notes.includes(String(cell.value)) && cells.push(cell.value)));
    expect(cells.sort()).toEqual(notes.sort());
  });

  it('says “late by n days” of a late completion for ever', async () => {
    const lateOnes = (lines: LedgerLine[]) =>
      lines.filter(({ completedOn, dueOn }) => completedOn !== null && dueOn !== null && completedOn > dueOn);
    const [done] = lateOnes(await ledger('&light=red'));
    expect(done).toBeDefined();
    const words = async () => {
      let said = '';
      (await workbook(`unitId=${done!.unitId}&taskId=${done!.taskId}`)).eachRow((row) => {
        const cell = String(row.getCell(9).value);
        if (cell.startsWith('逾期')) said = cell;
      });
      return said;
    };
    const before = await words();
    expect(before).toMatch(/^逾期 \d+ 天完成$/);
    county.clock.set('2028-03-01T01:00:00.000Z');
    supervisor = await county.signIn('supervisor');
    expect(await words()).toBe(before);
    expect((await ledger('&light=red')).map(({ id }) => id)).toContain(done!.id);
  });
});
