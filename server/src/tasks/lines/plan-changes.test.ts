import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../../test/support/county.ts';

interface TaskItem {
  id: string;
  number: number;
  unresolvedPhrase: string | null;
  breakdownTitle: string;
}

interface Unit {
  id: string;
  name: string;
  kind: string;
}

describe('a plan at work', () => {
  let county: County;
  let supervisor: string;
  let lead: string;
  let units: Unit[];
  let task: TaskItem;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    lead = await county.signIn('unit-lead');
    units = (await county.ask('GET', '/org-units?limit=200', { token: supervisor })).body.items;
    const { body } = await county.ask('GET', '/tasks?unsettled=yes&limit=200', { token: supervisor });
    task = body.items.find(
      ({ unresolvedPhrase, breakdownTitle }: TaskItem) => unresolvedPhrase && breakdownTitle.startsWith('2026年'),
    );
  });
  afterAll(() => county.close());

  const later = async (days: number) =>
    county.clock.set(new Date(Date.parse(county.clock.now()) + days * 86_400_000).toISOString());
  const open = async (id: string, token = supervisor) =>
    (await county.ask('GET', `/assignments/${id}`, { token })).body;
  const free = async (): Promise<Unit[]> => {
    const { assignments } = (await county.ask('GET', `/tasks/${task.id}`, { token: supervisor })).body;
    const taken = new Set(assignments.map(({ unitId }: { unitId: string }) => unitId));
    return units.filter(({ id, kind }) => kind === 'department' && !taken.has(id));
  };
  const add = (body: object, token = supervisor) =>
    county.ask('POST', `/tasks/${task.id}/assignments`, { token, body: { reason: '按附件2补充', ...body } });

  describe('gets units for what stood as 待明确 (rules P2)', () => {
    it('which a supervisor names, with a reason that stays on the line', async () => {
      const [first, second] = await free();
      const added = await add({ unitIds: [first!.id, second!.id], settles: true });
      expect([added.status, added.body.created.length]).toEqual([201, 2]);
      const [line] = added.body.created;
      expect([line.status, line.part, line.dueOn]).toEqual(['assigned', 'responsible', line.task ? line.dueOn : null]);
      expect((await open(line.id)).steps[0]).toMatchObject({ kind: 'added', words: '按附件2补充', byName: '周正言' });
      const { body } = await county.ask('GET', `/tasks/${task.id}`, { token: supervisor });
      expect(body.unresolvedPhrase).toBeNull();
      expect(body.unitsPhrase).toContain('附件2');
    });

    it('once, however often it is sent', async () => {
      const [unit] = await free();
      const both = await Promise.all([add({ unitIds: [unit!.id, unit!.id] }), add({ unitIds: [unit!.id] })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
      expect((await add({ unitIds: [unit!.id] })).body).toEqual({ created: [], alreadyThere: [unit!.id] });
    });

    it('with one lead at most', async () => {
      const [a, b] = await free();
      const two = await add({ unitIds: [a!.id, b!.id], part: 'lead' });
      expect([two.status, two.body.issues[0].path]).toEqual([400, ['part']]);
      expect((await add({ unitIds: [a!.id], part: 'lead' })).status).toBe(201);
      const second = await add({ unitIds: [b!.id], part: 'lead' });
      expect([second.status, second.body.message]).toEqual([400, expect.stringContaining(a!.name)]);
    });

    it('and by nobody else, nor for a unit or a task that is not there', async () => {
      const [unit] = await free();
      expect((await add({ unitIds: [unit!.id] }, lead)).status).toBe(403);
      expect((await add({ unitIds: [newId()] })).body.issues[0].path).toEqual(['unitIds']);
      expect((await add({ unitIds: [unit!.id], reason: '' })).body.issues[0].message).toBe('请填写添加依据');
      const missing = await county.ask('POST', `/tasks/${newId()}/assignments`, {
        token: supervisor,
        body: { unitIds: [unit!.id], reason: '补充' },
      });
      expect(missing.status).toBe(404);
    });
  });

  describe('takes a line back (撤销)', () => {
    it('with a reason and with what was handed down from it; its history stays, and it can be given again', async () => {
      const { body } = await county.ask('GET', '/assignments?scope=own-unit&limit=200', { token: lead });
      const parent = body.items.find(
        (item: { handDown: object | null; status: string }) =>
          item.handDown && ['acknowledged', 'in-progress'].includes(item.status),
      );
      const before = await open(parent.id);
      const withdraw = { id: newId(), reason: '与第5项合并' };
      const path = `/assignments/${parent.id}/withdrawals`;
      expect((await county.ask('POST', path, { token: lead, body: withdraw })).status).toBe(403);
      const first = await county.ask('POST', path, { token: supervisor, body: withdraw });
      expect([first.status, first.body.status]).toEqual([201, 'withdrawn']);
      expect((await county.ask('POST', path, { token: supervisor, body: withdraw })).status).toBe(200);
      const other = await county.ask('POST', path, { token: supervisor, body: { ...withdraw, reason: '别的理由' } });
      expect(other.status).toBe(409);
      const after = await open(parent.id);
      expect(after.reports).toHaveLength(before.reports.length);
      expect(after.steps[0]).toMatchObject({ kind: 'withdrawn', words: '与第5项合并' });
      const open_ = ['assigned', 'acknowledged', 'in-progress', 'returned'];
      const isOpen = ({ status }: { status: string }) => open_.includes(status);
      expect(before.children.filter(isOpen).length).toBeGreaterThan(0);
      expect(after.children.filter(isOpen)).toEqual([]);
      const report = { id: newId(), percent: 100, note: '还在做' };
      const refused = await county.ask('POST', `/assignments/${parent.id}/reports`, {
        token: await county.signIn('township-officer'),
        body: report,
      });
      expect([refused.status, refused.body.message]).toEqual([409, '这项任务已撤销']);
      const again = await county.ask('POST', `/tasks/${parent.taskId}/assignments`, {
        token: supervisor,
        body: { unitIds: [parent.unitId], reason: '恢复' },
      });
      expect([again.status, again.body.created[0].id, again.body.created[0].status]).toEqual([
        201,
        parent.id,
        'assigned',
      ]);
    });
  });

  describe('moves a day (延期, rules S1)', () => {
    let line: { id: string; dueOn: string };
    const ask = (body: object, token = lead) =>
      county.ask('POST', `/assignments/${line.id}/extensions`, { token, body: { reason: '汛期道路中断', ...body } });
    const decide = (id: string, body: object, token = supervisor) =>
      county.ask('POST', `/extensions/${id}/decisions`, { token, body });

    beforeAll(async () => {
      const { body } = await county.ask('GET', '/assignments?scope=own-unit&limit=200', { token: lead });
      line = body.items.find(
        ({ dueOn, status }: { dueOn: string; status: string }) =>
          dueOn === '2026-12-31' && ['acknowledged', 'in-progress', 'assigned'].includes(status),
      );
    });

    it('asked by the unit’s lead, with a later day and a reason, once at a time', async () => {
      const officer = await county.signIn('township-officer');
      expect((await ask({ id: newId(), dueOn: '2027-01-31' }, officer)).body.message).toBe('由责任单位负责人申请延期');
      expect((await ask({ id: newId(), dueOn: line.dueOn })).body.issues[0]).toEqual({
        path: ['dueOn'],
        message: '新的时限要晚于原来的时限 2026-12-31',
      });
      expect((await ask({ id: newId(), dueOn: '2027-02-30' })).status).toBe(400);
      const body = { id: newId(), dueOn: '2027-01-31' };
      const both = await Promise.all([ask(body), ask(body)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
      expect((await ask({ ...body, dueOn: '2027-02-28' })).body.code).toBe('id-taken');
      expect((await ask({ id: newId(), dueOn: '2027-03-31' })).body.message).toContain('正在等督查员审批');
      expect((await open(line.id)).extension).toMatchObject({ id: body.id, dueOn: '2027-01-31' });
    });

    it('decided by a supervisor; then everything follows the new day, and both days are kept', async () => {
      const { body: list } = await county.ask('GET', '/extensions', { token: supervisor });
      const fromTown = list.items.filter(({ unitName }: { unitName: string }) => unitName === '青石镇');
      const [asked] = fromTown;
      expect([fromTown.length, asked.fromDueOn, asked.askedByName]).toEqual([1, '2026-12-31', '段立新']);
      // And those the demo starts with.
      expect(list.items.length).toBe(3);
      expect((await decide(asked.id, { outcome: 'granted' }, lead)).status).toBe(403);
      expect((await decide(asked.id, { outcome: 'declined', words: '' })).body.issues[0].message).toBe(
        '请填写不同意的理由',
      );
      const granted = await decide(asked.id, { outcome: 'granted', words: '同意' });
      expect([granted.status, granted.body.state]).toEqual([201, 'granted']);
      expect((await decide(asked.id, { outcome: 'granted', words: '同意' })).status).toBe(200);
      const other = await county.signIn('supervisor-open-office');
      expect((await decide(asked.id, { outcome: 'declined', words: '不同意' }, other)).status).toBe(409);
      const view = await open(line.id);
      expect([view.dueOn, view.extension]).toEqual(['2027-01-31', null]);
      expect(view.steps[0]).toMatchObject({ kind: 'extension-granted', words: '2026-12-31 → 2027-01-31：同意' });
      const { body: late } = await county.ask('GET', '/assignments?scope=own-unit&due=late&limit=200', { token: lead });
      await later(40);
      lead = await county.signIn('unit-lead');
      supervisor = await county.signIn('supervisor');
      const { body: then } = await county.ask('GET', '/assignments?scope=own-unit&due=late&limit=200', { token: lead });
      const ids = (items: { id: string }[]) => items.map(({ id }) => id);
      expect(ids(late.items)).not.toContain(line.id);
      expect(ids(then.items)).not.toContain(line.id);
      expect(then.items.length).toBeGreaterThan(late.items.length);
    });

    it('declined with a reason, the day stays; after the day it is too late to ask', async () => {
      const body = { id: newId(), dueOn: '2027-02-28' };
      expect((await ask(body)).status).toBe(201);
      const declined = await decide(body.id, { outcome: 'declined', words: '请按期完成' });
      expect([declined.status, declined.body.decisionWords]).toEqual([201, '请按期完成']);
      const view = await open(line.id);
      expect([view.dueOn, view.steps[0].kind]).toEqual(['2027-01-31', 'extension-declined']);
      await later(40);
      lead = await county.signIn('unit-lead');
      const late = await ask({ id: newId(), dueOn: '2027-03-31' });
      expect([late.status, late.body.code]).toEqual([409, 'too-late']);
    });
  });
});
