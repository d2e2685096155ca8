import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startInspection, told, type FindingLine, type Inspection } from '../../../../test/support/inspection.ts';

const TABLE = [
  '序号\t存在问题\t整改措施\t责任单位\t整改时限',
  '2\t窗口没有公示投诉电话\t张贴公示\t县行政审批局\t2026年11月20日',
  '5\t栏目更新不及时\t专人更新\t青石镇\t2026年12月31日',
].join('\n');

describe('a finding before everybody', () => {
  let inspection: Inspection;
  let planId: string;
  const ask: Inspection['ask'] = (...request) => inspection.ask(...request);
  const post: Inspection['post'] = (...request) => inspection.post(...request);
  const open: Inspection['open'] = (...request) => inspection.open(...request);
  const lineOf: Inspection['lineOf'] = (...which) => inspection.lineOf(...which);
  const everybody = (path: string) => inspection.county.ask('GET', path);

  /** Reported, completed, found in order by another unit, struck off. */
  const putRight = async (line: FindingLine) => {
    await post(line, 'reports', 'department-officer', { percent: 100, note: '已经公示。' });
    await post(line, 'completions', 'department-lead', { summary: '已公示', proof: '窗口公示牌照片' });
    const met = { outcome: 'met', words: '看过窗口，已公示', way: 'on-the-spot', checkedOn: '2026-11-25' };
    await post(line, 'rechecks', 'supervisor', met);
    expect((await post(line, 'closings', 'supervisor', {})).body.status).toBe('closed');
  };

  beforeAll(async () => {
    inspection = await startInspection(TABLE);
    planId = inspection.planId;
    await putRight(lineOf(2));
  });
  afterAll(() => inspection.county.close());

  const shown = async () => (await everybody(`/public/findings?breakdownId=${planId}`)).body.items;
  const propose = (line: FindingLine, who: string, subject: string, words: string) =>
    post(line, 'public-lines', who, { subject, words });
  const publish = (id: string, who: string) =>
    ask('POST', `/public-lines/${id}/reviews`, who, {
      outcome: 'published',
      secrecyCheck: '不涉密',
      personalDataCheck: '不含个人信息',
    });

  it('is nothing until its wording was approved by another person', async () => {
    await ask('PATCH', `/task-breakdowns/${planId}`, 'supervisor', { isPublic: true });
    expect(await shown()).toEqual([]);
    const plain = await everybody(`/public/tasks?breakdownId=${planId}`);
    expect(plain.body.items).toEqual([]);
    // Nor is it got at as a plain task is, by its id.
    expect((await everybody(`/public/tasks/${lineOf(2).taskId}`)).status).toBe(404);
    const { body } = await propose(lineOf(2), 'supervisor', 'problem', '个别窗口没有公示投诉电话。');
    expect(body.subject).toBe('problem');
    expect(await shown()).toEqual([]);
    expect((await publish(body.id, 'supervisor')).body.message).toContain('起草人不能审查');
    expect((await publish(body.id, 'supervisor-open-office')).status).toBe(201);
    expect(await shown()).toEqual([
      {
        id: lineOf(2).taskId,
        number: 2,
        problem: '个别窗口没有公示投诉电话。',
        rectification: 'by-deadline',
        lines: [
          {
            unitName: '县行政审批局',
            part: 'responsible',
            dueOn: '2026-11-20',
            completedOn: '2026-11-25',
            state: 'closed',
            measure: null,
            result: null,
          },
        ],
      },
    ]);
    const plans = (await everybody('/public/task-breakdowns')).body.items;
    expect(plans.find(({ id }: { id: string }) => id === planId)).toMatchObject({
      kind: 'inspection',
      taskCount: 1,
      completedTaskCount: 1,
    });
  });

  it('tells measure and result when each was approved, the result not before 销号', async () => {
    const early = await propose(lineOf(5, '青石镇'), 'township-officer', 'result', '栏目已经更新。');
    expect(told(early)).toEqual([409, '复查到位并销号后，再公开整改结果']);
    expect((await propose(lineOf(2), 'supervisor', 'measure', '由督查员代写的措施')).status).toBe(403);
    for (const [subject, words] of [
      ['measure', '在窗口张贴投诉电话。'],
      ['result', '投诉电话已在各窗口公示。'],
    ] as const) {
      const { body } = await propose(lineOf(2), 'department-officer', subject, words);
      expect((await publish(body.id, 'department-lead')).status).toBe(201);
      expect((await shown())[0].lines[0][subject]).toBe(words);
    }
    const { steps } = await open(lineOf(2));
    expect(steps[0]).toMatchObject({ kind: 'made-public', words: '整改结果：投诉电话已在各窗口公示。' });
    expect((await propose(lineOf(2), 'department-officer', 'result', '联系人电话 13812345678')).status).toBe(400);
  });

  it('is none of what is kept back, with the reason on record', async () => {
    const { taskId } = lineOf(2);
    const keep = (withheldReason: string | null) =>
      ask('PATCH', `/tasks/${taskId}/finding`, 'supervisor', { withheldReason });
    expect((await keep('不')).status).toBe(400);
    expect((await keep('涉及正在办理的案件')).body.withheldReason).toBe('涉及正在办理的案件');
    expect(await shown()).toEqual([]);
    expect((await open(lineOf(2))).steps[0]).toMatchObject({ kind: 'withheld', words: '涉及正在办理的案件' });
    expect(told(await propose(lineOf(2), 'department-officer', 'problem', '换一种说法再试'))).toEqual([
      409,
      '这个问题不公开：涉及正在办理的案件',
    ]);
    expect((await keep(null)).body.withheldReason).toBeNull();
    expect(await shown()).toHaveLength(1);
  });
});
