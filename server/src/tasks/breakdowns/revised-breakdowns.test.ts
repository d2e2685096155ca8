import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { BreakdownPreview } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { startCounty, type County } from '../../../../test/support/county.ts';

const HEAD = '序号\t类别\t主要任务\t具体工作\t责任单位\t完成时限';

interface Line {
  id: string;
  unitId: string;
  unitName: string;
  status: string;
  percent: number | null;
  dueOn: string | null;
}

describe('a table that comes again, revised', () => {
  let county: County;
  let supervisor: string;
  let planId: string;
  let round = 0;

  const paste = async (...rows: string[]): Promise<BreakdownPreview> => {
    const text = [HEAD, ...rows].join('\n');
    const answer = await county.ask('POST', '/task-breakdowns/previews/from-text', {
      token: supervisor,
      body: { text },
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const isRevision = async ({ id }: BreakdownPreview, breakdownId: string | null = planId): Promise<BreakdownPreview> =>
    (
      await county.ask('POST', `/task-breakdowns/previews/${id}/corrections`, {
        token: supervisor,
        body: { kind: 'revision', breakdownId },
      })
    ).body;
  const confirm = (previewId: string, over: object = {}) =>
    county.ask('POST', '/task-breakdowns', { token: supervisor, body: { previewId, ...over } });
  const tasks = async () =>
    (await county.ask('GET', `/tasks?breakdownId=${planId}&limit=200`, { token: supervisor })).body.items;
  const linesOf = async (number: number): Promise<Line[]> => {
    const task = (await tasks()).find((one: { number: number }) => one.number === number);
    return (await county.ask('GET', `/tasks/${task.id}`, { token: supervisor })).body.assignments;
  };
  const stepsOf = async (lineId: string): Promise<{ kind: string; words: string }[]> =>
    (await county.ask('GET', `/assignments/${lineId}`, { token: supervisor })).body.steps;

  /** Three tasks, the first one reported at 60 %; words differ by round so that each test has a plan of its own. */
  const rows = () => [
    `1\t甲\t公示低保名单${round}\t按月公示，留存照片\t县民政局、县残联\t2026年12月`,
    `2\t甲\t开放办事大厅${round}\t每季度一次开放日\t县民政局\t2026年12月20日前`,
    `3\t乙\t整理档案${round}\t移交县档案馆\t县教育局等县级有关部门\t长期坚持`,
  ];

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
  });
  afterAll(() => county.close());

  beforeEach(async () => {
    round += 1;
    const preview = await paste(...rows());
    const { status, body } = await confirm(preview.id);
    expect(status).toBe(201);
    planId = body.id;
    const [line] = (await linesOf(1)).filter(({ unitName }) => unitName === '县民政局');
    const report = { id: newId(), percent: 60, note: '已公示三个月', source: 'phone' };
    const filed = await county.ask('POST', `/assignments/${line!.id}/reports`, { token: supervisor, body: report });
    expect(filed.status).toBe(201);
  });

  it('says what it changes of each task, and waits to hear whether it is a revision', async () => {
    const [one, two] = rows();
    const preview = await paste(
      one!.replace('按月公示，留存照片', '按季公示，留存照片和名单'),
      `2\t甲\t新增的工作${round}\t办好它\t县司法局\t2026年12月`,
      two!.replace(/^2/, '3').replace('12月20日', '12月10日'),
    );
    expect(preview.revision).toMatchObject({ likely: null, decided: false, of: null });
    const { revision } = await isRevision(preview);
    expect(
      revision.changes.map(({ kind, number, fields }) => [kind, number, fields.map(({ field }) => field)]),
    ).toEqual([
      ['changed', 1, ['concreteWork']],
      ['added', 2, []],
      ['changed', 3, ['number', 'duePhrase']],
      ['removed', 3, []],
    ]);
    expect(revision.changes[2]!.due).toEqual({ before: '2026-12-20', after: '2026-12-10' });
  });

  it('keeps all progress; a task it no longer has is taken back with a reason, never deleted', async () => {
    const [one, two] = rows();
    const preview = await paste(one!.replace('按月公示', '按季公示'), two!.replace('12月20日', '12月10日'));
    await isRevision(preview);
    const silent = await confirm(preview.id);
    expect([silent.status, silent.body.issues[0]]).toEqual([
      400,
      { path: ['withdrawnReason'], message: '修订后少了 1 项任务，请写明撤销理由' },
    ]);
    const done = await confirm(preview.id, { withdrawnReason: '并入档案局年度工作' });
    expect([done.status, done.body.id, done.body.taskCount]).toEqual([201, planId, 2]);
    const [civil] = (await linesOf(1)).filter(({ unitName }) => unitName === '县民政局');
    expect(civil).toMatchObject({ status: 'in-progress', percent: 60 });
    const [told] = await stepsOf(civil!.id);
    expect(told).toMatchObject({ kind: 'plan-changed', words: expect.stringContaining('按月公示') });
    expect((await linesOf(2)).map(({ dueOn }) => dueOn)).toEqual(['2026-12-10']);
    const gone = (await tasks()).find((task: { number: number }) => task.number === 3);
    expect(gone.withdrawnReason).toBe('并入档案局年度工作');
    const back = await county.ask('POST', `/tasks/${gone.id}/assignments`, {
      token: supervisor,
      body: { unitIds: [civil!.unitId], reason: '想再交办' },
    });
    expect([back.status, back.body.message]).toEqual([409, '这项任务已撤销：并入档案局年度工作']);
    const heat = await county.ask('GET', `/task-breakdowns/${planId}/heat-table`, { token: supervisor });
    expect(heat.body.rows).toHaveLength(2);
    const [archive] = await linesOf(3);
    expect(archive!.status).toBe('withdrawn');
    expect((await stepsOf(archive!.id))[0]!.words).toContain('并入档案局年度工作');
  });

  it('that has a task again which was taken back gives it out again, with all that happened on it', async () => {
    const [one, two, three] = rows();
    const without = await paste(two!, three!);
    await isRevision(without);
    expect((await confirm(without.id, { withdrawnReason: '先不办' })).status).toBe(201);
    const [civil] = (await linesOf(1)).filter(({ unitName }) => unitName === '县民政局');
    expect(civil!.status).toBe('withdrawn');
    const again = await isRevision(await paste(one!.replace('2026年12月', '2026年11月30日前'), two!, three!));
    expect(again.revision.changes.map(({ kind }) => kind)).toEqual(['restored', 'same', 'same']);
    expect((await confirm(again.id)).status).toBe(201);
    expect(await tasks()).toHaveLength(3);
    const lines = await linesOf(1);
    expect(lines.map(({ status, dueOn }) => [status, dueOn])).toEqual([
      ['assigned', '2026-11-30'],
      ['assigned', '2026-11-30'],
    ]);
    const { body: view } = await county.ask('GET', `/assignments/${civil!.id}`, { token: supervisor });
    expect(view.reports).toHaveLength(1);
    expect(view.steps[0]).toMatchObject({ kind: 'plan-changed', words: '任务分解表修订后重新由本单位承担' });
    // The older wording, confirmed once more, takes nothing back that came again since.
    expect((await confirm(without.id, { withdrawnReason: '再确认' })).status).toBe(200);
    expect((await linesOf(1)).map(({ status }) => status)).toEqual(['assigned', 'assigned']);
  });

  it('confirmed again, or uploaded once more, changes nothing', async () => {
    const [one, two, three] = rows();
    const revised = [one!.replace('按月', '按季'), two!, three!];
    const preview = await paste(...revised);
    await isRevision(preview);
    expect((await confirm(preview.id)).status).toBe(201);
    const before = await tasks();
    expect((await confirm(preview.id)).status).toBe(200);
    const again = await paste(...revised);
    expect(again.alreadyImportedAs?.id).toBe(planId);
    expect((await confirm(again.id)).status).toBe(200);
    expect(await tasks()).toEqual(before);
  });

  it('confirmed again later takes back nothing that came to the plan since', async () => {
    const [one, two] = rows();
    const preview = await paste(one!.replace('按月', '按季'), two!);
    await isRevision(preview);
    expect((await confirm(preview.id, { withdrawnReason: '并入年度工作' })).status).toBe(201);
    const newer = `4\t乙\t后来的工作${round}\t办好它\t县司法局\t2026年12月`;
    const later = await paste(one!.replace('按月', '按季'), two!, newer);
    await isRevision(later);
    expect((await confirm(later.id)).status).toBe(201);
    expect((await confirm(preview.id)).status).toBe(200);
    expect((await confirm(preview.id, { withdrawnReason: '再确认一次' })).status).toBe(200);
    const standing = (await tasks()).filter((task: { withdrawnReason: string | null }) => !task.withdrawnReason);
    expect(standing.map(({ number }: { number: number }) => number)).toEqual([1, 2, 4]);
  });

  it('of which nothing is clear leaves the plan as it is, and the decision open', async () => {
    const doubtful = rows().map((row) => row.replace(/\t[^\t]*$/, '\t2026年13月'));
    const preview = await paste(...doubtful);
    await isRevision(preview);
    const refused = await confirm(preview.id, { only: 'clear' });
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining('每一行都还有疑点')]);
    await isRevision(preview, null);
    const { status, body } = await confirm(preview.id);
    expect([status, body.taskCount]).toEqual([201, 3]);
    expect(body.id).not.toBe(planId);
    expect(await tasks()).toHaveLength(3);
  });

  it('with the same words carries out the units a person chose in it', async () => {
    const preview = await paste(...rows());
    expect(preview.alreadyImportedAs?.id).toBe(planId);
    const { body: found } = await county.ask('GET', '/org-units?text=县司法局');
    const corrected = await county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, {
      token: supervisor,
      body: {
        kind: 'row',
        table: 0,
        row: 2,
        correction: { units: [{ unitId: found.items[0].id, part: 'responsible' }] },
      },
    });
    expect(corrected.body).toMatchObject({ alreadyImportedAs: null, revision: { likely: { id: planId } } });
    expect((await confirm(preview.id)).body.message).toContain('是它的修订，还是一份新的计划');
    await isRevision(preview);
    expect((await confirm(preview.id)).status).toBe(201);
    const standing = (await linesOf(1)).filter(({ status }) => status !== 'withdrawn');
    expect(standing.map(({ unitName }) => unitName)).toEqual(['县司法局']);
  });

  it('sent in by two at once, it is carried out once', async () => {
    const revised = [...rows(), `4\t乙\t同时新增${round}\t办好它\t县司法局\t2026年12月`];
    const previews = [await paste(...revised), await paste(...revised)];
    for (const preview of previews) await isRevision(preview);
    const answers = await Promise.all(previews.map(({ id }) => confirm(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await tasks()).map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('units it names come, units it names no longer go, and those a supervisor added stay', async () => {
    const [archive] = (await tasks()).filter((task: { number: number }) => task.number === 3);
    const { body: found } = await county.ask('GET', '/org-units?text=县财政局');
    await county.ask('POST', `/tasks/${archive.id}/assignments`, {
      token: supervisor,
      body: { unitIds: [found.items[0].id], reason: '县长办公会要求' },
    });
    const [one, two, three] = rows();
    const preview = await paste(
      one!.replace('县民政局、县残联', '县民政局（牵头）、县司法局'),
      two!,
      three!.replace('县教育局等', '县司法局等'),
    );
    await isRevision(preview);
    expect((await confirm(preview.id)).status).toBe(201);
    const standing = async (number: number) =>
      (await linesOf(number)).filter(({ status }) => status !== 'withdrawn').map(({ unitName }) => unitName);
    expect((await standing(1)).sort()).toEqual(['县司法局', '县民政局']);
    expect((await standing(3)).sort()).toEqual(['县司法局', '县财政局']);
    const [civil] = (await linesOf(1)).filter(({ unitName }) => unitName === '县民政局');
    expect(civil).toMatchObject({ part: 'lead', percent: 60 });
  });

  it('a day that was extended stays, unless the plan’s new day is later still', async () => {
    const [line] = await linesOf(2);
    await county.database.work((db) =>
      db.query('UPDATE `assignment` SET `dueOn` = ? WHERE `id` = ?', ['2027-01-31', line!.id]),
    );
    const [one, two, three] = rows();
    const preview = await paste(one!, two!.replace('12月20日', '12月25日'), three!);
    await isRevision(preview);
    expect((await confirm(preview.id)).status).toBe(201);
    expect((await linesOf(2))[0]!.dueOn).toBe('2027-01-31');
  });

  it('does not take back what may only be a row nobody understood', async () => {
    const [one, two] = rows();
    const preview = await paste(one!, two!, '3\t乙\t\t\t县教育局\t长期坚持');
    await isRevision(preview);
    const refused = await confirm(preview.id, { withdrawnReason: '不再需要' });
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining('还有 1 行没有看懂')]);
    await county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, {
      token: supervisor,
      body: { kind: 'row', table: 0, row: 4, correction: { leftOut: true } },
    });
    expect((await confirm(preview.id, { withdrawnReason: '不再需要' })).status).toBe(201);
  });

  it('is a plan of its own when a supervisor says so', async () => {
    const [one, two, three] = rows();
    const preview = await paste(one!, two!, three!.replace('移交', '移送'));
    expect(preview.revision.likely).toMatchObject({ id: planId, sameTasks: 2 });
    expect((await confirm(preview.id)).body.message).toContain('是它的修订，还是一份新的计划');
    const missing = await county.ask('POST', `/task-breakdowns/previews/${preview.id}/corrections`, {
      token: supervisor,
      body: { kind: 'revision', breakdownId: newId() },
    });
    expect(missing.status).toBe(400);
    await isRevision(preview, null);
    const { status, body } = await confirm(preview.id);
    expect(status).toBe(201);
    expect(body.id).not.toBe(planId);
  });
});
