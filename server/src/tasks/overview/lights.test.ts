import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { Light } from '@county/shared/tasks/lines/assignment';
import type { HeatTable } from '@county/shared/tasks/overview/heat-table';
import { lightOf } from '@county/shared/tasks/lines/line-light';
import { hasReported } from '@county/shared/tasks/overview/rates';
import { periodNotes, periodStateInWords } from '@county/shared/tasks/lines/report-periods';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { startCounty, type County } from '../../../../test/support/county.ts';

const UNITS = ['县民政局', '县教育局', '青石镇'];
const TASKS = ['长期坚持', '每月', '每半年', '每年', '每季度', '2026年9月', '2026年12月'];

/** What the units filed and when: unit, task, what day; the report answers the period of its day unless one is named. */
const FILED: [number, number, string, { period?: string; percent?: number | null }][] = [
  [0, 1, '2026-08-12', {}],
  [0, 2, '2026-08-31', {}],
  [1, 3, '2026-09-01', { percent: null }],
  [0, 4, '2026-09-15', { percent: null }],
  [2, 1, '2026-09-29', {}],
  [1, 1, '2026-10-01', {}],
  [1, 2, '2026-10-12', { period: '2026-09' }],
  [2, 2, '2026-10-12', {}],
  [0, 6, '2026-10-12', {}],
  [2, 5, '2026-10-13', { period: '2026-Q3' }],
  [1, 5, '2026-10-13', {}],
  [2, 3, '2026-12-31', {}],
];

const DAYS = (
  '2026-08-10 2026-08-13 2026-08-31 2026-09-01 2026-09-30 2026-10-01 ' +
  '2026-10-14 2026-10-31 2026-11-01 2026-12-31 2027-01-01 2027-07-01'
).split(' ');

describe('the light of a line that is reported on by periods', () => {
  let county: County;
  let supervisor: string;
  let planId: string;
  let villages: string;
  const lineIds = new Map<string, string>();

  const get = async (path: string) => (await county.ask('GET', path, { token: supervisor })).body;
  const ledger = async (query = ''): Promise<LedgerLine[]> =>
    (await get(`/task-breakdowns/${planId}/ledger?limit=200&withHandedDown=yes${query}`)).items;
  const heat = (query = ''): Promise<HeatTable> => get(`/task-breakdowns/${planId}/heat-table?limit=200${query}`);
  const goTo = async (day: string) => {
    county.clock.set(`${day}T02:00:00.000Z`);
    supervisor = await county.signIn('supervisor');
  };

  beforeAll(async () => {
    county = await startCounty({ now: '2026-08-10T02:00:00.000Z' });
    supervisor = await county.signIn('supervisor');
    const rows = TASKS.map((phrase, index) => `${index + 1}\t甲\t第 ${index + 1} 件事\t${UNITS.join('、')}\t${phrase}`);
    const text = ['序号\t类别\t主要任务\t责任单位\t完成时限', ...rows].join('\n');
    const preview = await county.ask('POST', '/task-breakdowns/previews/from-text', {
      token: supervisor,
      body: { text },
    });
    const plan = await county.ask('POST', '/task-breakdowns', {
      token: supervisor,
      body: { previewId: preview.body.id },
    });
    expect(plan.status).toBe(201);
    planId = plan.body.id;
    for (const line of await ledger()) lineIds.set(`${UNITS.indexOf(line.unitName)} ${line.task.number}`, line.id);
    expect(lineIds.size).toBe(UNITS.length * TASKS.length);
    const township = (await get(`/org-units?text=${encodeURIComponent('青石镇')}`)).items[0].id;
    villages = township;
    const under = (await get(`/org-units?parentId=${township}&limit=200`)).items.slice(0, 3);
    const lead = await county.signIn('unit-lead');
    for (const [index, line] of [lineIds.get('2 1'), lineIds.get('2 2')].entries()) {
      const body = { id: newId(), unitIds: under.map(({ id }: { id: string }) => id), dueOn: null, words: '请按期报' };
      const handed = await county.ask('POST', `/assignments/${line}/hand-downs`, { token: lead, body });
      expect([handed.status, handed.body.message]).toEqual([201, undefined]);
      lineIds.set(`village ${index + 1}`, handed.body.created[0].id);
    }
  });
  afterAll(() => county.close());

  it('is the same in the ledger’s filter, in the heat table and by the rules, on every day', async () => {
    const reports: [string, string, object][] = FILED.map(([unit, task, day, over]) => [`${unit} ${task}`, day, over]);
    reports.push(['village 1', '2026-08-12', {}], ['village 2', '2026-09-01', {}]);
    const days = [...new Set([...DAYS, ...reports.map(([, day]) => day)])].sort();
    const seen = new Set<string>();
    for (const today of days) {
      await goTo(today);
      for (const [line, , over] of reports.filter(([, day]) => day === today)) {
        const report = { id: newId(), percent: 20, note: '已更新', source: 'phone', ...over };
        const filed = await county.ask('POST', `/assignments/${lineIds.get(line)}/reports`, {
          token: supervisor,
          body: report,
        });
        expect([line, filed.status, filed.body.message]).toEqual([line, 201, undefined]);
      }
      const all = await ledger();
      const tables = [await heat(), await heat(`&underUnitId=${villages}`)];
      const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
      for (const line of all) {
        const light = lightOf(line, today);
        seen.add(`${line.task.duePhrase} ${light}`);
        expect([today, line.id, cells.find(({ id }) => id === line.id)?.light]).toEqual([today, line.id, light]);
      }
      for (const light of Light.options) {
        const expected = all.filter((line) => lightOf(line, today) === light).map(({ id }) => id);
        expect([today, light, (await ledger(`&light=${light}`)).map(({ id }) => id)]).toEqual([today, light, expected]);
      }
      for (const { task, cells: own, completeness } of tables[0]!.rows) {
        const lines = all.filter((line) => line.taskId === task.id);
        const reported = lines.filter((line) => line.parentId === null && hasReported(line, today));
        expect([today, task.number, completeness]).toEqual([today, task.number, { count: reported.length, of: 3 }]);
        const below = lines.filter((line) => line.parentId !== null);
        if (!below.length) continue;
        expect(own.find((cell) => cell.below)!.below).toMatchObject({
          units: 3,
          reported: below.filter((line) => hasReported(line, today)).length,
          soon: below.filter((line) => lightOf(line, today) === 'amber').length,
          late: 0,
        });
      }
    }
    // Every rhythm was seen both owing and answered, and the dated ones in all their lights.
    for (const phrase of TASKS.slice(0, 5))
      expect([...seen]).toEqual(expect.arrayContaining([`${phrase} amber`, `${phrase} grey`]));
    expect([...seen]).toEqual(expect.arrayContaining(['2026年9月 red', '2026年12月 green', '2026年12月 amber']));
  });

  it('leaves a period answered late late for ever, in the ledger and its workbook', async () => {
    await goTo('2027-07-01');
    const late = (await ledger()).find(({ id }) => id === lineIds.get('2 5'))!;
    const words = periodNotes(late, '2027-07-01').map(periodStateInWords);
    expect(words).toContain('补报2026年第三季度，晚 13 天');
    expect(words[0]).toBe('本期（2027年第三季度）还没有填报');
    const { body } = await county.ask('GET', `/task-breakdowns/${planId}/ledger.xlsx?taskId=${late.taskId}`, {
      token: supervisor,
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body);
    const cells: string[] = [];
    workbook.worksheets[0]!.eachRow((row) => row.eachCell((cell) => cells.push(String(cell.value))));
    expect(cells).toContain(words.join('；'));
  });
});
