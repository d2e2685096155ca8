import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BreakdownPreview, PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { PreviewCorrection } from '@county/shared/tasks/breakdowns/preview-correction';
import { startCounty, type Answer, type County } from '../../../../test/support/county.ts';

const HEAD = '序号\t类别\t主要任务\t责任单位\t完成时限\t备注';

describe('the preview of a table as a place to work', () => {
  let county: County;
  let supervisor: string;
  let unitId: (name: string) => string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    const { body } = await county.ask('GET', '/org-units?limit=200');
    unitId = (name) => body.items.find((unit: { name: string }) => unit.name === name).id;
  });
  afterAll(() => county.close());

  const paste = async (...rows: string[]): Promise<BreakdownPreview> => {
    const text = rows.join('\n');
    const answer = await county.ask('POST', '/task-breakdowns/previews/from-text', {
      token: supervisor,
      body: { text },
    });
    expect([answer.status, answer.body.message]).toEqual([201, undefined]);
    return answer.body;
  };
  const correct = (preview: { id: string }, body: PreviewCorrection, token = supervisor): Promise<Answer> =>
    county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, { token, body });
  const confirm = (previewId: string, over: object = {}) =>
    county.ask('POST', '/task-breakdowns', { token: supervisor, body: { previewId, ...over } });
  const tasksOf = async (id: string) =>
    (await county.ask('GET', `/tasks?breakdownId=${id}&limit=200`, { token: supervisor })).body.items;

  it('takes pasted text, and says what a row lacks by place, row and column', async () => {
    const preview = await paste(HEAD, '1\t甲\t公示低保名单\t县民政局\t2026年6月\t', '2\t甲\t\t县教育局\t2026年7月\t无');
    expect(preview.tasks.map(({ number, row }) => [number, row])).toEqual([[1, 2]]);
    expect(preview.heldRows).toMatchObject([{ row: 3, mainTask: '', unitsPhrase: '县教育局', leftOut: false }]);
    expect(preview.remarks).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        row: 3,
        column: '主要任务',
        message: expect.stringMatching(/请补上/),
      }),
    );
  });

  it('lets a person type the missing words, choose the units and set the day; taking it back restores the doubt', async () => {
    const preview = await paste(
      HEAD,
      '1\t甲\t公示低保名单\t县不存在局\t2026年6月前\t',
      '2\t甲\t\t县教育局\t2026年7月\t',
    );
    expect(preview.tasks[0]).toMatchObject({ doubtful: true, unresolvedPhrase: '县不存在局' });
    const units = [
      { unitId: unitId('县民政局'), part: 'lead' as const },
      { unitId: unitId('县财政局'), part: 'supporting' as const },
    ];
    const row: PreviewCorrection = { kind: 'row', table: 0, row: 2, correction: { units, dueOn: '2026-05-31' } };
    const { body } = await correct(preview, row);
    const [first] = body.tasks as PreviewTask[];
    expect(first).toMatchObject({ doubtful: false, unresolvedPhrase: null, unitsPhrase: '县不存在局' });
    expect(first!.units.map(({ unitName, part }) => [unitName, part])).toEqual([
      ['县民政局', 'lead'],
      ['县财政局', 'supporting'],
    ]);
    expect(first!.due).toMatchObject({ phrase: '2026年6月前', dueOn: '2026-05-31', doubt: null });
    const typed = await correct(preview, {
      kind: 'row',
      table: 0,
      row: 3,
      correction: { texts: { mainTask: '开展家访' } },
    });
    expect(typed.body.tasks.map(({ mainTask }: PreviewTask) => mainTask)).toEqual(['公示低保名单', '开展家访']);
    expect(typed.body.heldRows).toEqual([]);
    const back = await correct(preview, { kind: 'row', table: 0, row: 2, correction: null });
    expect(back.body.tasks[0]).toMatchObject({ doubtful: true, unresolvedPhrase: '县不存在局' });
  });

  it('a row that is no task is left out by name, and may be taken in again', async () => {
    const preview = await paste(HEAD, '1\t甲\t公示名单\t县民政局\t2026年6月\t', '\t\t抄送\t各科室\t\t');
    const left = await correct(preview, { kind: 'row', table: 0, row: 3, correction: { leftOut: true } });
    expect([left.body.tasks.length, left.body.heldRows[0].leftOut]).toEqual([1, true]);
    const again = await correct(preview, { kind: 'row', table: 0, row: 3, correction: null });
    expect([again.body.tasks.length, again.body.heldRows]).toEqual([2, []]);
  });

  it('another name of a unit is learnt for good', async () => {
    const preview = await paste(HEAD, '1\t甲\t公示低保名单\t县民政\t2026年6月\t');
    expect(preview.tasks[0]!.unresolvedPhrase).toBe('县民政');
    const { body } = await correct(preview, { kind: 'alias', unitId: unitId('县民政局'), alias: '县民政' });
    expect(body.tasks[0]).toMatchObject({ unresolvedPhrase: null, doubtful: false });
    const later = await paste(HEAD, '1\t甲\t另一项工作\t县民政\t2026年6月\t');
    expect(later.tasks[0]!.units.map(({ unitName }) => unitName)).toEqual(['县民政局']);
    const taken = await correct(preview, { kind: 'alias', unitId: unitId('县财政局'), alias: '县民政' });
    expect([taken.status, taken.body.message]).toEqual([400, expect.stringContaining('已是其他单位')]);
  });

  it('headings nobody knows are explained once, and known in the next table', async () => {
    const head = '次第\t干什么\t谁来干\t啥时候完';
    const preview = await paste(head, '1\t公示名单\t县民政局\t2026年6月');
    expect([preview.tasks.length, preview.tables[0]!.recognised]).toEqual([0, false]);
    expect(preview.tables[0]).toMatchObject({ sample: ['1', '公示名单', '县民政局', '2026年6月'] });
    const meanings = ['number', 'mainTask', 'units', 'due'] as const;
    const twice = await correct(preview, { kind: 'columns', table: 0, meanings: ['number', 'units', 'units', 'due'] });
    expect([twice.status, twice.body.message]).toEqual([400, '同一种内容只能选一列，请检查']);
    const short = await correct(preview, { kind: 'columns', table: 0, meanings: ['number'] });
    expect(short.body.message).toBe('这个表格有 4 列，请为每一列选择含义');
    const { body } = await correct(preview, { kind: 'columns', table: 0, meanings: [...meanings] });
    expect(body.tasks[0]).toMatchObject({ number: 1, mainTask: '公示名单', due: { dueOn: '2026-06-30' } });
    const next = await paste(head, '1\t设立窗口\t县财政局\t2026年9月');
    expect(next.tasks[0]).toMatchObject({ mainTask: '设立窗口', due: { dueOn: '2026-09-30' } });
  });

  it('good rows go in while doubtful ones wait, and come to the same breakdown later, once', async () => {
    const preview = await paste(
      HEAD,
      '1\t甲\t公示甲名单\t县民政局\t2026年6月\t',
      '2\t甲\t公示乙名单\t县某某局\t2026年6月\t',
      '3\t甲\t公示丙名单\t县教育局\t2026年8月\t',
    );
    const first = await confirm(preview.id, { only: 'clear' });
    expect([first.status, first.body.taskCount]).toEqual([201, 2]);
    expect((await confirm(preview.id, { only: 'clear' })).status).toBe(200);
    const waiting = (await county.ask('GET', `/task-breakdowns/previews/${preview.id}`, { token: supervisor })).body;
    expect(waiting).toMatchObject({ confirmedAs: { id: first.body.id }, confirmedRows: ['0:2', '0:4'] });
    const gone = await correct(preview, { kind: 'row', table: 0, row: 2, correction: { leftOut: true } });
    expect([gone.status, gone.body.message]).toEqual([409, '这一行已经交办，请在任务里处理']);
    for (const late of [
      { kind: 'revision', breakdownId: null },
      { kind: 'heading', title: '另一个名称', year: 2026, breakdownKind: 'plan' },
      { kind: 'columns', table: 0, meanings: ['number', 'ignored', 'mainTask', 'units', 'due', 'ignored'] },
    ] as PreviewCorrection[])
      expect((await correct(preview, late)).body.message).toMatch(/已有任务从这份预览交办/);
    await correct(preview, {
      kind: 'row',
      table: 0,
      row: 3,
      correction: { units: [{ unitId: unitId('县司法局'), part: 'responsible' }] },
    });
    const second = await confirm(preview.id);
    expect([second.status, second.body.id, second.body.taskCount]).toEqual([201, first.body.id, 3]);
    expect((await confirm(preview.id)).status).toBe(200);
    expect((await tasksOf(first.body.id)).map((task: { number: number }) => task.number)).toEqual([1, 2, 3]);
    const same = await paste(
      HEAD,
      '1\t甲\t公示甲名单\t县民政局\t2026年6月\t',
      '2\t甲\t公示乙名单\t县某某局\t2026年6月\t',
      '3\t甲\t公示丙名单\t县教育局\t2026年8月\t',
    );
    expect(same.alreadyImportedAs?.id).toBe(first.body.id);
  });

  it('sent five times at once, it becomes one breakdown', async () => {
    const preview = await paste(HEAD, '1\t甲\t同时确认\t县民政局\t2026年6月\t');
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(preview.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await tasksOf(preview.id)).toHaveLength(1);
  });

  it('confirmed by two supervisors at once from files of their own, it becomes one breakdown', async () => {
    const other = await county.signIn('supervisor-open-office');
    for (let round = 0; round < 8; round += 1) {
      const text = [HEAD, `1\t甲\t两人同时${round}\t县民政局\t2026年6月\t`].join('\n');
      const tokens = [supervisor, other];
      const previews = await Promise.all(
        tokens.map((token) => county.ask('POST', '/task-breakdowns/previews/from-text', { token, body: { text } })),
      );
      const answers = await Promise.all(
        previews.map(({ body }, index) =>
          county.ask('POST', '/task-breakdowns', { token: tokens[index], body: { previewId: body.id } }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
      expect(answers[0]!.body.id).toBe(answers[1]!.body.id);
    }
  });

  it('numbers what waits around what has gone out', async () => {
    const preview = await paste(
      HEAD,
      '1\t甲\t先办的\t县民政局\t2026年6月\t',
      '2\t甲\t\t县教育局\t2026年6月\t',
      '\t甲\t没有序号的\t县司法局\t2026年6月\t',
    );
    const { body: plan } = await confirm(preview.id, { only: 'clear' });
    await correct(preview, { kind: 'row', table: 0, row: 3, correction: { texts: { mainTask: '后补的' } } });
    expect((await confirm(preview.id)).status).toBe(201);
    const numbers = (await tasksOf(plan.id)).map((task: { number: number }) => task.number);
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('a number printed twice is looked at first', async () => {
    const preview = await paste(HEAD, '1\t甲\t其一\t县民政局\t2026年6月\t', '1\t甲\t其二\t县教育局\t2026年6月\t');
    expect(preview.tasks.map(({ number, doubtful }) => [number, doubtful])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('columns that read no tasks are not remembered for everybody', async () => {
    const head = '事由\t何人\t何时\t别的';
    const preview = await paste(head, '公示名单\t县民政局\t2026年6月\t无');
    const nothing: PreviewCorrection = { kind: 'columns', table: 0, meanings: Array(4).fill('ignored') };
    await correct(preview, { kind: 'columns', table: 0, meanings: ['mainTask', 'units', 'due', 'ignored'] });
    expect((await correct(preview, nothing)).status).toBe(201);
    const next = await paste(head, '设立窗口\t县财政局\t2026年9月\t无');
    expect(next.tasks).toHaveLength(1);
  });

  it('is nobody else’s, and refuses what is no correction', async () => {
    const preview = await paste(HEAD, '1\t甲\t公示名单\t县民政局\t2026年6月\t');
    const other = await county.signIn('supervisor-open-office');
    expect((await correct(preview, { kind: 'row', table: 0, row: 2, correction: null }, other)).status).toBe(404);
    const units = [
      { unitId: unitId('县民政局'), part: 'lead' as const },
      { unitId: unitId('县财政局'), part: 'lead' as const },
    ];
    for (const place of [
      { table: 0, row: 99 },
      { table: 7, row: 2 },
    ]) {
      const nowhere = await correct(preview, { kind: 'row', ...place, correction: { leftOut: true } });
      expect([nowhere.status, nowhere.body.message]).toEqual([400, '没有找到这一行，请重新打开预览']);
    }
    const leads = await correct(preview, { kind: 'row', table: 0, row: 2, correction: { units } });
    expect(leads.body.message).toBe('牵头单位只能有一个，请改其余的为责任单位');
    const day = await correct(preview, { kind: 'row', table: 0, row: 2, correction: { dueOn: '0026-06-30' } });
    expect(day.body.message).toMatch(/2000 年到 2100 年/);
    const gone = await correct(preview, {
      kind: 'row',
      table: 0,
      row: 2,
      correction: { units: [{ unitId: preview.id, part: 'responsible' }] },
    });
    expect(gone.body.message).toBe('有单位不存在或已撤销，请重新选择');
  });

  it('name, year and kind are decided in it', async () => {
    const preview = await paste(HEAD, '1\t甲\t修好村道\t县交通运输局\t2026年10月\t');
    const heading: PreviewCorrection = {
      kind: 'heading',
      title: '2026年民生实事',
      year: 2026,
      breakdownKind: 'livelihood',
    };
    await correct(preview, heading);
    const { body } = await confirm(preview.id);
    expect(body).toMatchObject({ title: '2026年民生实事', kind: 'livelihood', year: 2026 });
  });
});
