import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../../test/support/county.ts';

describe('the supervisor’s ledger', () => {
  let county: County;
  let supervisor: string;
  let planId: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    planId = (await county.planAtWork()).id;
  });
  afterAll(() => county.close());

  const pages = async (query: string) => {
    const items: { id: string; dueOn: string; completedOn: string | null; status: string; unitName: string }[] = [];
    for (let cursor = ''; ;) {
      const { body } = await county.ask('GET', `/task-breakdowns/${planId}/ledger?limit=100${query}${cursor}`, {
        token: supervisor,
      });
      items.push(...body.items);
      if (!body.next) return items;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };

  it('holds every task of every unit once, over its pages', async () => {
    const items = await pages('');
    const { body: plan } = await county.ask('GET', `/task-breakdowns/${planId}`, { token: supervisor });
    expect(items).toHaveLength(plan.assignmentCount);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect((await pages('&withHandedDown=yes')).length).toBeGreaterThan(items.length + 300);
  });

  it('counts as late what is open past its day or was completed after it', async () => {
    const late = await pages('&due=late');
    expect(late.length).toBeGreaterThan(0);
    for (const { dueOn, completedOn } of late) expect((completedOn ?? '2026-11-25') > dueOn).toBe(true);
  });

  it('goes into a workbook with its filters printed, and no cell becomes a formula', async () => {
    const officer = await county.signIn('department-officer');
    const { body: mine } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    const line = mine.items.find(
      (item: { status: string; breakdownId: string }) =>
        item.breakdownId === planId && ['in-progress', 'acknowledged', 'assigned'].includes(item.status),
    );
    const body = { id: newId(), percent: 100, note: '=HYPERLINK("http://example.com","点我")' };
    expect((await county.ask('POST', `/assignments/${line.id}/reports`, { token: officer, body })).status).toBe(201);
    const {
      status,
      headers,
      body: bytes,
    } = await county.ask('GET', `/task-breakdowns/${planId}/ledger.xlsx?state=in-progress`, { token: supervisor });
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes);
    const sheet = workbook.worksheets[0]!;
    expect(String(sheet.getCell('A2').value)).toContain('状态：办理中');
    expect(sheet.rowCount - 3).toBe((await pages('&state=in-progress')).length);
    let found = 0;
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.formula).toBeUndefined();
        if (String(cell.value).includes('HYPERLINK')) found += String(cell.value).startsWith("'=") ? 1 : 0;
      }),
    );
    expect(found).toBe(1);
  });
});

describe('what everybody may see', () => {
  let county: County;
  beforeAll(async () => void (county = await startCounty()));
  afterAll(() => county.close());

  it('is titles, units, days, states and approved sentences of plans marked public, and nothing internal', async () => {
    const { body } = await county.ask('GET', '/public/tasks?limit=200');
    expect(body.items).toHaveLength(24);
    const keys = new Set(
      body.items.flatMap((task: { lines: object[] }) => task.lines.flatMap((line) => Object.keys(line))),
    );
    expect([...keys].sort()).toEqual(['completedOn', 'dueOn', 'part', 'publicLine', 'status', 'unitName']);
    expect(Object.keys(body.items[0]).sort()).toEqual([
      'category',
      'dueOn',
      'duePhrase',
      'id',
      'lines',
      'mainTask',
      'number',
    ]);
  });

  it('ends when the supervisor takes the plan back', async () => {
    const supervisor = await county.signIn('supervisor');
    const { body: open } = await county.ask('GET', '/public/task-breakdowns');
    expect(open.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['inspection', 'plan']);
    const { id } = open.items.find(({ kind }: { kind: string }) => kind === 'plan');
    expect(
      (await county.ask('PATCH', `/task-breakdowns/${id}`, { token: supervisor, body: { isPublic: false } })).status,
    ).toBe(200);
    expect((await county.ask('GET', `/public/tasks?breakdownId=${id}`)).body.items).toEqual([]);
  });

  it('is a sentence only after somebody else has approved it', async () => {
    const officer = await county.signIn('township-officer');
    const lead = await county.signIn('unit-lead');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    const { id } = body.items[0];
    const propose = (words: string, token = officer) =>
      county.ask('POST', `/assignments/${id}/public-lines`, { token, body: { id: newId(), words } });
    expect((await propose('详情请拨打 138 1234 5678')).body.message).toContain('手机号');
    const proposed = (await propose('便民窗口每个工作日开放，欢迎来办事。')).body;
    const own = (await propose('负责人自己写的一句话。', lead)).body;
    const review = (lineId: string, token: string) =>
      county.ask('POST', `/public-lines/${lineId}/reviews`, {
        token,
        body: { outcome: 'published', secrecyCheck: '不涉密', personalDataCheck: '无' },
      });
    expect((await review(own.id, lead)).body.message).toContain('起草人不能审查自己的文字');
    expect((await review(proposed.id, officer)).status).toBe(403);
    expect((await review(proposed.id, await county.signIn('department-lead'))).status).toBe(404);
    expect((await review(proposed.id, lead)).body.state).toBe('published');
  });
});
