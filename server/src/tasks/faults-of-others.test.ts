import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';

/**
 * Faults reported in public of systems that do the same work, with the right behaviour. Of the same list, what a phone
 * shows is in test/journeys/weak-signal.test.ts: cht-core#8303 ("all synced" while one is not), Ushahidi_Android#59
 * (a photo left behind), demarche.numerique.gouv.fr#4807 (a draft taken for a report).
 */
describe('what went wrong elsewhere', () => {
  let county: County;
  let supervisor: string;
  let officer: string;
  let lead: string;
  let planId: string;
  let lines: Line[];

  interface Line {
    id: string;
    dueOn: string | null;
    task: { number: number };
  }

  beforeAll(async () => {
    county = await startCounty({ now: '2026-03-30T02:00:00.000Z' });
    supervisor = await county.signIn('supervisor');
    planId = await givenOut();
    await signInAgain();
    const { body } = await county.ask('GET', `/assignments?breakdownId=${planId}`, { token: officer });
    lines = body.items.toSorted((a: Line, b: Line) => a.task.number - b.task.number);
  });
  afterAll(() => county.close());

  const signInAgain = async () => {
    supervisor = await county.signIn('supervisor');
    officer = await county.signIn('department-officer');
    lead = await county.signIn('department-lead');
  };
  const at = async (instant: string) => {
    county.clock.set(instant);
    await signInAgain();
  };

  /** A small plan of one department: without a day, due at the end of March, due in April, due next year. */
  async function givenOut(): Promise<string> {
    const rows = [
      ['序号', '类别', '主要任务', '责任单位', '完成时限'],
      ['1', '公开', '常年更新信息', '县行政审批局', '长期坚持'],
      ['2', '公开', '公示清单', '县行政审批局', '2026年3月31日前'],
      ['3', '公开', '编印指南', '县行政审批局', '2026年4月10日前'],
      ['4', '公开', '建成专区', '县行政审批局', '2027年6月底前'],
    ];
    const text = rows.map((cells) => cells.join('\t')).join('\n');
    const preview = await county.ask('POST', '/task-breakdowns/previews/from-text', {
      token: supervisor,
      body: { text },
    });
    expect([preview.status, preview.body.message]).toEqual([201, undefined]);
    const body = { previewId: preview.body.id };
    return (await county.ask('POST', '/task-breakdowns', { token: supervisor, body })).body.id;
  }

  const ledger = async (query = ''): Promise<(Line & { completedOn: string | null })[]> =>
    (await county.ask('GET', `/task-breakdowns/${planId}/ledger?limit=200${query}`, { token: supervisor })).body.items;
  const numbers = (items: Line[]) => items.map(({ task }) => task.number).sort();
  const exported = async (): Promise<ExcelJS.Worksheet> => {
    const { body } = await county.ask('GET', `/task-breakdowns/${planId}/ledger.xlsx`, { token: supervisor });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body);
    return workbook.worksheets[0]!;
  };
  const rowOf = async (words: string): Promise<string> => {
    const found: string[] = [];
    (await exported()).eachRow((row) => {
      const text = (row.values as unknown[]).map((value) => String(value ?? '')).join(' | ');
      if (text.includes(words)) found.push(text);
    });
    return found.join('\n');
  };

  it('formhub#678: ten copies of one report, because the answer was slow and the phone sent again', async () => {
    const url = `${county.url}/api/assignments/${lines[3]!.id}/reports`;
    const report = { id: newId(), percent: 10, note: '已选址，正在报批。' };
    const send = (signal?: AbortSignal) =>
      fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${officer}`, 'content-type': 'application/json' },
        body: JSON.stringify(report),
        ...(signal ? { signal } : {}),
      });
    // The phone gives up before any answer, three times over.
    for (const patience of [1, 5, 20]) await send(AbortSignal.timeout(patience)).catch(() => undefined);
    const answers = await Promise.all([send(), send(), send()]);
    for (const answer of answers) expect([200, 201]).toContain(answer.status);
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
    expect(new Set(ids).size).toBe(1);
    const { body: view } = await county.ask('GET', `/assignments/${lines[3]!.id}`, { token: officer });
    expect(view.reports).toHaveLength(1);
  });

  it.each([
    ['at 00:01 of its day in Shanghai', '2026-03-30T16:01:00.000Z', false],
    ['at 23:59 of its day', '2026-03-31T15:59:59.000Z', false],
    ['at midnight after it', '2026-03-31T16:00:00.000Z', true],
  ])('taskwarrior#111: due today and red in the morning; here %s', async (_, instant, isLate) => {
    await at(instant);
    expect(numbers(await ledger('&due=late'))).toEqual(isLate ? [2] : []);
    expect(numbers(await ledger('&light=red'))).toEqual(isLate ? [2] : []);
    const { body: mine } = await county.ask('GET', `/assignments?breakdownId=${planId}&due=late`, { token: officer });
    expect(numbers(mine.items)).toEqual(isLate ? [2] : []);
    const row = await rowOf('公示清单');
    if (isLate) expect(row).toMatch(/逾期 1 天/);
    else expect(row).not.toMatch(/逾期/);
  });

  it('plane#3815 and #7039: the undated counted as late, the late one that looks on time once it is done', async () => {
    await at('2026-04-12T02:00:00.000Z');
    const third = lines[2]!;
    const report = { id: newId(), percent: 100, note: '指南已印好。' };
    await county.ask('POST', `/assignments/${third.id}/reports`, { token: officer, body: report });
    const completion = { id: newId(), summary: '已印发', proof: '青审批发〔2026〕7号' };
    const done = await county.ask('POST', `/assignments/${third.id}/completions`, { token: lead, body: completion });
    expect(done.status).toBe(201);
    const closing = await county.ask('POST', `/assignments/${third.id}/closings`, {
      token: supervisor,
      body: { id: newId() },
    });
    expect(closing.status).toBe(201);
    for (const instant of ['2026-04-12T03:00:00.000Z', '2028-01-10T03:00:00.000Z']) {
      await at(instant);
      const late = numbers(await ledger('&due=late'));
      // Without a day: never. Two days late: for ever.
      expect(late).not.toContain(1);
      expect(late).toContain(3);
      expect(late.includes(4)).toBe(instant > '2027-07');
      expect(await rowOf('编印指南')).toMatch(/逾期 2 天/);
      expect(await rowOf('常年更新信息')).not.toMatch(/逾期/);
    }
  });

  it('Archery#819: numbers of persons and telephones turned into 1.2E+17 by the export', async () => {
    await at('2026-04-13T02:00:00.000Z');
    const [identity, phone] = ['411522199001011234', '0755-88886666'];
    const report = { id: newId(), percent: 20, note: `联系 ${phone}，编号`, nextStep: identity };
    await county.ask('POST', `/assignments/${lines[3]!.id}/reports`, { token: officer, body: report });
    const bare = { id: newId(), percent: 30, note: identity };
    expect(
      (await county.ask('POST', `/assignments/${lines[3]!.id}/reports`, { token: officer, body: bare })).status,
    ).toBe(201);
    let found = 0;
    (await exported()).eachRow((row) =>
      row.eachCell((cell) => {
        if (String(cell.value).includes(identity.slice(0, 10))) {
          expect([typeof cell.value, cell.value]).toEqual(['string', expect.stringContaining(identity)]);
          found += 1;
        }
      }),
    );
    expect(found).toBeGreaterThan(0);
  });
});
