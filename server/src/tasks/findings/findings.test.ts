import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { v7 as newId } from 'uuid';
import { startInspection, told, type FindingLine, type Inspection } from '../../../../test/support/inspection.ts';

const TABLE = [
  '序号\t存在问题\t整改措施\t责任单位\t整改时限\t检查单位',
  '1\t办事指南与实际不符\t\t县行政审批局\t2026年12月20日\t县政府督查室',
  '2\t窗口没有公示投诉电话\t张贴公示\t县行政审批局\t2026年11月20日\t县政府督查室',
  '3\t公开栏破损\t\t青石镇\t长期坚持\t县政府督查室',
  '4\t督查通报迟发\t按期印发\t县政府督查室\t2026年12月31日\t县政府办公室',
  '5\t栏目更新不及时\t专人更新\t县行政审批局、青石镇\t2026年12月31日\t县政府督查室',
].join('\n');

describe('a finding of an inspection', () => {
  let inspection: Inspection;
  let planId: string;
  const ask: Inspection['ask'] = (...request) => inspection.ask(...request);
  const post: Inspection['post'] = (...request) => inspection.post(...request);
  const open: Inspection['open'] = (...request) => inspection.open(...request);
  const lineOf: Inspection['lineOf'] = (...which) => inspection.lineOf(...which);

  const measure = { words: '逐项核对指南，改正后重新公布', dueOn: '2026-12-10' };
  const report = { percent: 100, note: '已经全部改正。' };
  const completion = { summary: '指南已改正', proof: '县政府网站办事指南栏目' };
  const met = { outcome: 'met', words: '逐项对照，与实际一致', way: 'on-the-spot', checkedOn: '2026-11-25' };
  const unmet = { ...met, outcome: 'unmet', words: '还有两项没有改' };

  beforeAll(async () => {
    inspection = await startInspection(TABLE);
    planId = inspection.planId;
  });
  afterAll(() => inspection.county.close());

  describe('whose table gives no measure', () => {
    let measureId: string;

    it('is given one by its unit, by a day within the time, once', async () => {
      const line = lineOf(1);
      expect(told(await post(line, 'measures', 'other-township-officer', measure))).toEqual([
        403,
        '由责任单位提出整改措施',
      ]);
      expect((await post(line, 'measures', 'resident', measure)).status).toBe(403);
      const late = await post(line, 'measures', 'department-officer', { ...measure, dueOn: '2027-01-01' });
      expect([late.status, late.body.issues]).toEqual([
        400,
        [{ path: ['dueOn'], message: '不能晚于整改时限 2026-12-20；确需更晚的，请申请延期' }],
      ]);
      expect(
        (await post(line, 'measures', 'department-officer', { words: measure.words })).body.issues[0].message,
      ).toBe('请写明哪一天前完成整改');
      measureId = newId();
      const body = { id: measureId, ...measure };
      expect(told(await ask('POST', `/assignments/${newId()}/measures`, 'department-officer', body))[0]).toBe(404);
      const answers = await Promise.all([1, 2, 3].map(() => post(line, 'measures', 'department-officer', body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect((await post(line, 'measures', 'department-officer', { ...body, words: '换了内容了' })).body.code).toBe(
        'id-taken',
      );
      expect(told(await post(line, 'measures', 'department-lead', measure))).toEqual([
        409,
        '已经提出整改措施，正在等督查员审核',
      ]);
    });

    it('waits for it to be agreed to by a supervisor before it is completed; reports go in meanwhile', async () => {
      const line = lineOf(1);
      expect((await post(line, 'reports', 'department-officer', report)).status).toBe(201);
      expect(told(await post(line, 'completions', 'department-lead', completion))).toEqual([
        409,
        '整改措施还没有审核同意，同意后才能办结',
      ]);
      const decide = (who: string, body: object, id = measureId) => ask('POST', `/measures/${id}/decisions`, who, body);
      expect((await decide('other-township-officer', { outcome: 'agreed' })).status).toBe(404);
      expect((await decide('supervisor', { outcome: 'agreed' }, newId())).status).toBe(404);
      expect(told(await decide('department-lead', { outcome: 'agreed' }))).toEqual([403, '由督查员审核整改措施']);
      expect((await decide('supervisor', { outcome: 'returned', words: ' ' })).status).toBe(400);
      const back = { outcome: 'returned', words: '请写明由谁核对' };
      expect((await decide('supervisor', back)).body.state).toBe('returned');
      expect((await decide('supervisor', back)).status).toBe(200);
      expect(told(await decide('supervisor-open-office', { outcome: 'agreed' }))).toEqual([
        409,
        '这份整改措施已经审核过了',
      ]);
      const second = (await post(line, 'measures', 'department-lead', measure)).body;
      expect((await decide('supervisor', { outcome: 'agreed' }, second.id)).body.state).toBe('agreed');
      const { finding } = await open(line);
      expect(finding.measures.map(({ state }: { state: string }) => state)).toEqual(['agreed', 'returned']);
      expect((await open(line, 'other-township-officer')).finding.measures).toEqual([]);
    });

    it('asks for proof somebody else can look at', async () => {
      const line = lineOf(1);
      const thin = await post(line, 'completions', 'department-lead', { ...completion, proof: '有' });
      expect([thin.status, thin.body.issues[0].path]).toEqual([400, ['proof']]);
      const missing = newId();
      const photo = { ...completion, proof: '见图', fileIds: [missing] };
      expect((await post(line, 'completions', 'department-lead', photo)).body.status).toBe('completed');
      expect(told(await post(line, 'rechecks', 'supervisor', met))).toEqual([
        409,
        '办结的附图还缺 1 张，等手机送达、看过以后再下“整改到位”的结论',
      ]);
    });
  });

  it('without a day gets the one that was agreed to', async () => {
    const line = lineOf(3);
    const { body } = await post(line, 'measures', 'township-officer', { words: '换新公开栏，专人管护', dueOn: null });
    expect(body).toMatchObject({ state: 'stated', dueOn: null });
    await ask('POST', `/measures/${body.id}/decisions`, 'supervisor', { outcome: 'returned', words: '请定日期' });
    const dated = await post(line, 'measures', 'unit-lead', { words: '换新公开栏，专人管护', dueOn: '2026-12-05' });
    await ask('POST', `/measures/${dated.body.id}/decisions`, 'supervisor', { outcome: 'agreed' });
    expect((await open(line)).dueOn).toBe('2026-12-05');
  });

  describe('that its unit calls done', () => {
    it('is not struck off before a recheck, and not sooner than it is done', async () => {
      const line = lineOf(2);
      expect(told(await post(line, 'measures', 'department-officer', measure))[1]).toContain('问题清单里已有整改措施');
      expect(told(await post(line, 'rechecks', 'supervisor', met))).toEqual([409, '责任单位还没有填报过进展']);
      await post(line, 'reports', 'department-officer', report);
      expect(told(await post(line, 'rechecks', 'supervisor', met))).toEqual([409, '责任单位还没有办结']);
      expect((await post(line, 'completions', 'department-lead', completion)).status).toBe(201);
      expect(told(await post(line, 'closings', 'supervisor', {}))).toEqual([409, '还没有复查，复查整改到位后才能销号']);
    });

    it('is rechecked by somebody of another unit who wrote nothing of it', async () => {
      const line = lineOf(2);
      expect(told(await post(line, 'rechecks', 'department-lead', met))).toEqual([403, '由督查员复查']);
      expect(told(await post(line, 'rechecks', 'other-township-officer', met))).toEqual([403, '由督查员复查']);
      expect(told(await post(lineOf(4), 'rechecks', 'supervisor', met))).toEqual([
        403,
        '本单位的整改要由其他单位的人复查',
      ]);
      expect(
        told(await ask('POST', `/assignments/${newId()}/rechecks`, 'supervisor', { id: newId(), ...met }))[0],
      ).toBe(404);
      for (const [checkedOn, words] of [
        ['2026-11-26', '复查日期不能晚于今天'],
        ['2026-11-24', '复查日期不能早于办结的日期 2026-11-25'],
      ])
        expect((await post(line, 'rechecks', 'supervisor', { ...met, checkedOn })).body.issues).toEqual([
          { path: ['checkedOn'], message: words },
        ]);
    });

    it('found undone goes back with remarks; done again and found in order it is struck off, late as it is', async () => {
      const line = lineOf(2);
      const remarks = [{ field: 'proof', words: '请附公示照片' }];
      const body = { id: newId(), ...unmet, remarks };
      expect((await post(line, 'rechecks', 'supervisor', body)).body).toMatchObject({
        outcome: 'unmet',
        byUnitName: '县政府督查室',
      });
      expect((await post(line, 'rechecks', 'supervisor', body)).status).toBe(200);
      for (const other of [{ words: '换了内容' }, { way: 'by-papers' }, { remarks: [] }])
        expect((await post(line, 'rechecks', 'supervisor', { ...body, ...other })).body.code).toBe('id-taken');
      const returned = await open(line, 'department-officer');
      expect([returned.status, returned.completedOn]).toEqual(['returned', null]);
      expect(returned.steps[0]).toMatchObject({ kind: 'recheck-unmet', remarks });
      expect(told(await post(line, 'rechecks', 'supervisor', met))[0]).toBe(409);
      await post(line, 'completions', 'department-lead', completion);
      expect(told(await post(line, 'closings', 'supervisor', {}))[0]).toBe(409);
      // Two supervisors at once: one of them finds it looked at already.
      const both = await Promise.all([
        post(line, 'rechecks', 'supervisor', met),
        post(line, 'rechecks', 'supervisor-open-office', met),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(told(both.find(({ status }) => status === 409)!)[1]).toBe('这次办结已经复查过了');
      expect((await post(line, 'closings', 'supervisor', { words: '销号' })).body.status).toBe('closed');
      const { finding, steps, completedOn } = await open(line);
      expect(finding.rechecks.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['met', 'unmet']);
      expect(steps.map(({ kind }: { kind: string }) => kind).slice(0, 5)).toEqual([
        'closed',
        'recheck-met',
        'completed',
        'recheck-unmet',
        'completed',
      ]);
      expect(completedOn).toBe('2026-11-25');
      const late = await ask('GET', `/task-breakdowns/${planId}/ledger?due=late`, 'supervisor');
      expect(late.body.items.map(({ id }: FindingLine) => id)).toEqual([line.id]);
      const { body: timeline } = await ask('GET', `/tasks/${line.taskId}/timeline`, 'supervisor');
      expect(timeline.items.map(({ kind }: { kind: string }) => kind)).toEqual(
        expect.arrayContaining(['recheck-met', 'recheck-unmet', 'closed', 'reported']),
      );
    });

    it('is not rechecked by who filed its report for it', async () => {
      const line = lineOf(5, '青石镇');
      expect((await post(line, 'reports', 'supervisor', { ...report, source: 'phone' })).status).toBe(201);
      await post(line, 'completions', 'unit-lead', completion);
      expect(told(await post(line, 'rechecks', 'supervisor', met))).toEqual([
        403,
        '这个问题的整改内容有您本人填写的，要由其他人复查',
      ]);
      const papers = { ...met, way: 'by-papers' };
      expect((await post(line, 'rechecks', 'supervisor-open-office', papers)).status).toBe(201);
    });
  });

  it('is marked by a supervisor of another unit, and every line is told', async () => {
    const change = (line: FindingLine, who: string, body: object) =>
      ask('PATCH', `/tasks/${line.taskId}/finding`, who, body);
    expect((await change(lineOf(1), 'department-lead', { rectification: 'at-once' })).status).toBe(403);
    expect((await change(lineOf(4), 'supervisor', { rectification: 'at-once' })).body.message).toContain(
      '本单位的问题',
    );
    expect((await change(lineOf(5), 'supervisor', { rectification: 'long-term' })).body.rectification).toBe(
      'long-term',
    );
    expect((await change(lineOf(5), 'supervisor', { rectification: 'long-term' })).status).toBe(200);
    for (const unit of ['县行政审批局', '青石镇']) {
      const { steps } = await open(lineOf(5, unit));
      expect(steps.filter(({ kind }: { kind: string }) => kind === 'rectification-set')).toHaveLength(1);
    }
    const { body: plain } = await ask('GET', '/tasks?limit=200', 'supervisor');
    const other = plain.items.find(({ breakdownTitle }: { breakdownTitle: string }) =>
      breakdownTitle.startsWith('2026年'),
    );
    expect((await ask('PATCH', `/tasks/${other.id}/finding`, 'supervisor', { rectification: 'at-once' })).status).toBe(
      404,
    );
  });

  it('goes into the ledger and its workbook with problem, measure and recheck', async () => {
    const { body } = await ask('GET', `/task-breakdowns/${planId}/ledger`, 'supervisor');
    const closed = body.items.find(({ id }: FindingLine) => id === lineOf(2).id);
    const said = { measure: '张贴公示', proof: completion.proof, recheckCount: 2, recheck: { outcome: 'met' } };
    expect(closed.finding).toMatchObject(said);
    const { body: task } = await ask('GET', `/tasks/${lineOf(2).taskId}`, 'supervisor');
    expect(task.findingLines).toMatchObject([{ assignmentId: lineOf(2).id, ...said }]);
    const { body: hidden } = await ask('GET', `/task-breakdowns/${planId}/ledger`, 'other-township-officer');
    expect(hidden.items.find(({ id }: FindingLine) => id === lineOf(2).id).finding.recheck).toBeNull();
    const taken = await ask('GET', `/task-breakdowns/${planId}/ledger.xlsx`, 'supervisor');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(taken.body);
    const cells: string[] = [];
    book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => cells.push(String(cell.value))));
    expect(cells).toContain('窗口没有公示投诉电话');
    expect(cells.find((text) => text.startsWith('第 2 次，整改到位（2026-11-25 现场复查'))).toBeTruthy();
  });

  it('taken back is neither measured nor rechecked nor made public', async () => {
    const line = lineOf(5, '县行政审批局');
    expect((await post(line, 'withdrawals', 'supervisor', { reason: '由青石镇一家整改' })).status).toBe(201);
    expect(told(await post(line, 'rechecks', 'supervisor-open-office', met))).toEqual([409, '这项任务已撤销']);
    expect(
      (await post(line, 'public-lines', 'department-officer', { subject: 'problem', words: '已撤销的问题' })).status,
    ).toBe(409);
  });

  it('has what a plain task has not', async () => {
    const { body } = await ask('GET', '/assignments?limit=200', 'department-officer');
    const plain = body.items.find(
      ({ breakdownKind, status }: { breakdownKind: string; status: string }) =>
        breakdownKind === 'plan' && status !== 'closed' && status !== 'completed',
    );
    expect((await open(plain)).finding).toBeNull();
    expect(told(await post(plain, 'measures', 'department-officer', measure))).toEqual([
      409,
      '这是一般任务，没有整改措施和复查',
    ]);
    expect((await post(plain, 'rechecks', 'supervisor', met)).status).toBe(409);
    expect(
      (await post(plain, 'public-lines', 'department-officer', { subject: 'problem', words: '一般任务的问题' })).status,
    ).toBe(409);
  });
});
