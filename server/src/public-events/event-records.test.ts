import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { EventQuestion, EventRecord, EventReportDraft } from '@county/shared/public-events/event-record';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { CHECKED, EventCounty, good } from '../../../test/support/event-county.ts';

let here: EventCounty;
let event: PublicEventDraft;
beforeAll(async () => void (here = await EventCounty.start()));
beforeEach(async () => {
  here.map.at('2026-11-25');
  event = await here.event();
  const one = await here.signedUp(event);
  here.map.at('2026-12-15', '12:00');
  good(
    await here.as('township-officer', 'POST', `/events/${event.id}/check-ins`, {
      id: newId(),
      sessionKey: event.content.sessions[0]!.key,
      code: one.code,
      happenedAt: new Date('2026-12-15T08:55:00+08:00').toISOString(),
    }),
  );
});
afterAll(() => here.close());

const KEY = newId();
const content = (over: object = {}) => ({
  heldOn: '2026-12-15',
  attendance: '1 人',
  minutes: '参观了沉淀池和化验室，厂长回答了三个问题。',
  decisions: [{ key: KEY, words: '每季度公布一次水质检测结果' }],
  photoIds: [],
  ...over,
});
const write = (over: object = {}, more: object = {}) =>
  here.as('township-officer', 'POST', `/events/${event.id}/record/changes`, {
    id: newId(),
    onRevision: null,
    content: content(over),
    ...more,
  });
const step = (person: string, path: string, body: object) =>
  here.as(person, 'POST', `/events/${event.id}/record/${path}`, body);

async function recorded(): Promise<EventRecord> {
  const written = good<EventRecord>(await write());
  const { revision } = good<EventRecord>(await step('township-officer', 'proposals', { onRevision: written.revision }));
  return good(await step('unit-lead', 'reviews', { onRevision: revision, review: CHECKED }));
}

describe('the record of an event', () => {
  it('begins with what the door knows, and is public once another person has let it out', async () => {
    const { body } = await here.as('township-officer', 'GET', `/events/${event.id}/record`);
    expect(body).toEqual({ record: null, prefilledAttendance: '1 人' });
    expect([(await write()).status, (await write()).status]).toEqual([201, 200]);
    expect((await here.public(event)).record).toBeNull();
    await step('township-officer', 'proposals', { onRevision: 1 });
    expect((await step('township-officer', 'reviews', { onRevision: 2, review: CHECKED })).status).toBe(403);
    good(await step('unit-lead', 'reviews', { onRevision: 2, review: CHECKED }));
    const shown = await here.public(event);
    expect([shown.record!.attendance, shown.hasRecord]).toEqual(['1 人', true]);
    const changed = good<EventRecord>(await write({ attendance: '2 人' }, { onRevision: 3 }));
    expect(changed.state).toBe('draft');
    expect((await here.public(event)).record!.attendance).toBe('1 人');
  });

  it('is not written before it was held, nor with somebody’s number in it', async () => {
    expect((await write({ minutes: '联系张三 13912345678 了解情况' })).body.message).toMatch(/像是有手机号/);
    here.map.at('2026-12-15', '08:00');
    expect((await write()).body.message).toMatch(/活动还没有开始/);
  });

  it('a decision of it goes on as a unit’s line of a task, once', async () => {
    await recorded();
    const { id: breakdownId } = await here.county.planAtWork();
    const { body: lines } = await here.as('supervisor', 'GET', `/assignments?limit=200&breakdownId=${breakdownId}`);
    const { taskId } = lines.items[0] as { taskId: string };
    const unitId = await here.map.unitId('青石镇石桥村');
    const make = (over: object = {}) =>
      here.as('supervisor', 'POST', `/events/${event.id}/decision-tasks`, {
        decisionKey: KEY,
        taskId,
        unitId,
        ...over,
      });
    expect((await make({ decisionKey: newId() })).status).toBe(404);
    const { unitId: done } = lines.items.find(({ status }: { status: string }) => status === 'closed');
    const closed = lines.items.find(
      (one: { unitId: string; status: string }) => one.unitId === done && one.status === 'closed',
    );
    expect((await make({ unitId: done, taskId: closed.taskId })).body.message).toMatch(/已经办结或销号/);
    const made = good<EventRecord>(await make());
    expect(made.taskLines[KEY]).toMatchObject({ taskId, unitName: '青石镇石桥村' });
    expect((await make()).status).toBe(200);
    expect((await make({ unitId: await here.map.unitId('县图书馆') })).body.message).toMatch(/已经转为任务了/);
    const { body: line } = await here.as('supervisor', 'GET', `/assignments/${made.taskLines[KEY]!.assignmentId}`);
    expect(JSON.stringify(line)).toContain('议定：每季度公布一次水质检测结果');
  });

  it('the report on the plan’s task is there already', async () => {
    await recorded();
    const draft = good<EventReportDraft>(await here.as('township-officer', 'GET', `/events/${event.id}/report-draft`));
    expect(draft.note).toMatch(
      /^2026年12月15日举行政务开放日“走进青石镇自来水厂”；到场 1 人；议定 1 件事项；纪要已公开。$/,
    );
    expect(draft.lines.map(({ mainTask }) => mainTask).join()).toMatch(/开放|公众|参与/);
    const { assignmentId, percent } = draft.lines[0]!;
    const report = { id: newId(), percent: percent ?? 50, note: draft.note };
    const filed = await here.as('township-officer', 'POST', `/assignments/${assignmentId}/reports`, report);
    expect([filed.status, filed.body.message]).toEqual([201, undefined]);
  });
});

describe('a question raised at an event', () => {
  it('is answered by the unit it names, and public with its answer once another person has let it out', async () => {
    const unitId = await here.map.unitId('县行政审批局');
    const body = { id: newId(), words: '办水表过户要跑几趟？', unitId };
    const add = () => here.as('township-officer', 'POST', `/events/${event.id}/questions`, body);
    expect([(await add()).status, (await add()).status]).toEqual([201, 200]);
    expect(await here.public(event)).toMatchObject({ questions: [], openQuestions: 1 });
    const { body: waiting } = await here.as('department-officer', 'GET', '/event-questions?part=to-answer');
    expect(waiting.items.map(({ id }: EventQuestion) => id)).toContain(body.id);
    const answer = (person: string, over: object = {}) =>
      here.as(person, 'POST', `/event-questions/${body.id}/answers`, {
        onRevision: 0,
        answer: '一趟就够，带身份证和房产证。',
        ...over,
      });
    expect((await answer('township-officer')).status).toBe(404);
    good(await answer('department-officer'));
    expect((await answer('department-officer')).status).toBe(200);
    const review = (person: string) =>
      here.as(person, 'POST', `/event-questions/${body.id}/reviews`, { onRevision: 1, review: CHECKED });
    expect((await review('department-officer')).status).toBe(403);
    expect([(await review('department-lead')).status, (await review('department-lead')).status]).toEqual([201, 200]);
    expect(await here.public(event)).toMatchObject({
      openQuestions: 0,
      questions: [{ unitName: '县行政审批局', answer: '一趟就够，带身份证和房产证。' }],
    });
  });
});
