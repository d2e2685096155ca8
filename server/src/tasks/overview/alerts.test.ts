import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { LineAlert } from '@county/shared/tasks/overview/line-alert';
import { startCounty, type County } from '../../../../test/support/county.ts';

describe('the alerts of a plan', () => {
  let county: County;
  let supervisor: string;
  let planId: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    planId = (await county.planAtWork()).id;
  });
  afterAll(() => county.close());

  const alerts = async (query = ''): Promise<LineAlert[]> => {
    const items: LineAlert[] = [];
    for (let cursor = ''; ;) {
      const path = `/task-breakdowns/${planId}/alerts?${query}${cursor}`;
      const { body } = await county.ask('GET', path, { token: supervisor });
      items.push(...body.items);
      if (!body.next) return items;
      cursor = `&cursor=${body.next}`;
    }
  };

  it('stand by task number and due day, the same over any pages', async () => {
    const all = await alerts();
    expect(all.length).toBeGreaterThan(0);
    const order = all.map(({ task, dueOn, id }) => `${String(task.number).padStart(3, '0')} ${dueOn ?? ''} ${id}`);
    expect(order).toEqual(order.toSorted());
    expect((await alerts('limit=5')).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('say “falling” as soon as a lower percent is filed, with both figures', async () => {
    const officer = await county.signIn('department-officer');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    const line = body.items.find(
      (item: { breakdownId: string; percent: number | null; status: string }) =>
        item.breakdownId === planId && (item.percent ?? 0) > 5 && item.status === 'in-progress',
    );
    const findings = async () => (await alerts()).find(({ id }) => id === line.id)?.findings ?? [];
    expect((await findings()).map(({ kind }) => kind)).not.toContain('falling');
    const report = { id: newId(), percent: line.percent - 5, note: '清点后重新计算。', lowerReason: '先前多算了' };
    const filed = await county.ask('POST', `/assignments/${line.id}/reports`, { token: officer, body: report });
    expect(filed.status).toBe(201);
    expect(await findings()).toContainEqual({
      kind: 'falling',
      words: `最近一次报 ${line.percent - 5}%，上一次报 ${line.percent}%`,
    });
  });

  it('say “silent” from the day a line was handed down, not from the beginning of the plan', async () => {
    const lead = await county.signIn('unit-lead');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: lead });
    const parent = body.items.find(
      (line: { breakdownId: string; handDown: object | null; dueOn: string | null; status: string }) =>
        line.breakdownId === planId && !line.handDown && line.status !== 'closed' && line.status !== 'completed',
    );
    const under = await county.ask('GET', `/org-units?parentId=${parent.unitId}&limit=200`);
    // The plan was given out on 25 November; this line three weeks later.
    county.clock.set('2026-12-16T01:00:00.000Z');
    const handDown = { id: newId(), unitIds: [under.body.items[0].id], dueOn: parent.dueOn, words: '请抓紧' };
    const handed = await county.ask('POST', `/assignments/${parent.id}/hand-downs`, {
      token: await county.signIn('unit-lead'),
      body: handDown,
    });
    expect(handed.status).toBe(201);
    const [{ id }] = handed.body.created;
    const silentOn = async (instant: string) => {
      county.clock.set(instant);
      supervisor = await county.signIn('supervisor');
      const found = (await alerts(`underUnitId=${parent.unitId}`)).find((alert) => alert.id === id);
      return found?.findings.find(({ kind }) => kind === 'silent')?.words;
    };
    // 20 working days later; the holidays of 2027 are not announced yet.
    expect(await silentOn('2027-01-12T01:00:00.000Z')).toBeUndefined();
    expect(await silentOn('2027-01-13T01:00:00.000Z')).toBe('交办后 20 个工作日没有填报（暂按双休计算，待放假通知）');
    county.clock.set('2026-11-25T01:00:00.000Z');
    supervisor = await county.signIn('supervisor');
  });

  it('of a township are of its villages, for overseers alone', async () => {
    const { body } = await county.ask('GET', `/org-units?text=${encodeURIComponent('青石镇')}&limit=200`);
    const names = new Set<string>();
    const under = await county.ask('GET', `/org-units?parentId=${body.items[0].id}&limit=200`);
    for (const { name } of under.body.items as { name: string }[]) names.add(name);
    const found = await alerts(`underUnitId=${body.items[0].id}`);
    expect(found.every(({ unitName }) => names.has(unitName))).toBe(true);
    const lead = await county.signIn('unit-lead');
    expect((await county.ask('GET', `/task-breakdowns/${planId}/alerts`, { token: lead })).status).toBe(403);
    const wrong = await county.ask('GET', `/task-breakdowns/${planId}/alerts?cursor=x`, { token: supervisor });
    expect(wrong.status).toBe(400);
  });
});
