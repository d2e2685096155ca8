import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from '@county/shared/tasks/overview/timeline';
import { startCounty, type County } from '../../../../test/support/county.ts';

describe('a task’s time line', () => {
  let county: County;
  let supervisor: string;
  let taskId: string;

  const all = async (token: string, limit: number): Promise<TimelineEntry[]> => {
    const items: TimelineEntry[] = [];
    for (let cursor = ''; ;) {
      const path = `/tasks/${taskId}/timeline?limit=${limit}${cursor}`;
      const { status, body } = await county.ask('GET', path, { token });
      expect(status).toBe(200);
      items.push(...body.items);
      if (!body.next) return items;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
    const officer = await county.signIn('village-officer');
    const { body } = await county.ask('GET', '/assignments?limit=200', { token: officer });
    taskId = body.items.find((line: { parentId: string | null }) => line.parentId).taskId;
  });
  afterAll(() => county.close());

  it('holds every report and step of every unit once, the newest first, over any pages', async () => {
    const entries = await all(supervisor, 200);
    expect(entries.length).toBeGreaterThan(10);
    const order = entries.map(({ at, id }) => `${at}${id}`);
    expect(order).toEqual(order.toSorted().toReversed());
    expect((await all(supervisor, 7)).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect(kinds.has('reported') && kinds.size > 1).toBe(true);
  });

  it('shows an officer the own unit’s entries alone', async () => {
    const entries = await all(await county.signIn('village-officer'), 200);
    expect([...new Set(entries.map(({ unitName }) => unitName))]).toEqual(['青石镇石桥村']);
  });

  it('names whom to ring, to all staff', async () => {
    const ask = (token?: string) => county.ask('GET', `/tasks/${taskId}/contacts?limit=200`, { token });
    const { body } = await ask(await county.signIn('village-officer'));
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.every((unit: { name: string; officePhone: string | null }) => unit.name)).toBe(true);
    expect((await ask()).status).toBe(401);
  });
});
