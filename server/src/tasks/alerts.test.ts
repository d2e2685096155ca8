import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { LineAlert } from '@county/shared/tasks/line-alert';
import { startCounty, type County } from '../../../test/support/county.ts';

describe('the alerts of a plan', () => {
  let county: County;
  let supervisor: string;
  let planId: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    const { body } = await county.ask('GET', '/task-breakdowns', { token: supervisor });
    planId = body.items.find((plan: { title: string }) => plan.title.startsWith('2026年')).id;
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
