import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { AuditKind, auditActionInWords, auditActionsOf } from '@county/shared/audit/audit-acts';
import type { AuditEntry, AuditEntryView } from '@county/shared/audit/audit-entry';
import { startCounty, type County } from '../../../test/support/county.ts';
import { AuditEntries } from './audit.tables.ts';

/** The last instant of October and the first of November, in Shanghai. */
const [BEFORE, FIRST] = ['2026-10-31T15:59:59.999Z', '2026-10-31T16:00:00.000Z'];
const NOBODY = { personId: null, unitId: null, subjectId: null, outcome: 'done', detail: null, address: null } as const;

describe('the audit trail as administrators read it', () => {
  let county: County;
  let administrator: string;

  beforeAll(async () => {
    county = await startCounty();
    administrator = await county.signIn('administrator');
    for (const person of ['village-officer', 'unit-lead', 'village-officer']) await county.signIn(person);
  });
  afterAll(() => county.close());

  const read = async (query: string): Promise<{ items: AuditEntryView[]; next: string | null }> => {
    const { status, body } = await county.ask('GET', `/audit-entries?${query}`, { token: administrator });
    expect([status, body]).toEqual([200, expect.objectContaining({ items: expect.any(Array) })]);
    return body;
  };
  const walk = async (query: string, limit: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await read(`${query}&limit=${limit}${cursor}`);
      expect(items.length).toBeLessThanOrEqual(limit);
      ids.push(...items.map(({ id }) => id));
      if (next === null) return ids;
      cursor = `&cursor=${next}`;
    }
  };
  const add = (entry: Pick<AuditEntry, 'at' | 'action' | 'subjectKind'> & Partial<AuditEntry>) =>
    county.database.work((db) => db.insert(AuditEntries, { ...NOBODY, id: newId(), requestId: null, ...entry }));

  it('is nobody else’s, and nobody’s without signing in', async () => {
    for (const person of ['resident', 'village-officer', 'unit-lead', 'supervisor', 'supervision-lead'])
      expect((await county.ask('GET', '/audit-entries', { token: await county.signIn(person) })).status).toBe(403);
    expect((await county.ask('GET', '/audit-entries')).status).toBe(401);
  });

  it('comes whole by pages of any length, the newest first, whatever is asked for', async () => {
    for (const query of ['action=signIn', 'kind=account', `name=${encodeURIComponent('罗小满')}`, 'month=2026-11']) {
      const { items } = await read(`${query}&limit=200`);
      const ids = items.map(({ id }) => id);
      const inOrder = items.toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1));
      expect(inOrder.map(({ id }) => id)).toEqual(ids);
      // Each look is written down, and is newer than what is being read.
      for (const limit of [1, 3]) expect((await walk(query, limit)).filter((id) => ids.includes(id))).toEqual(ids);
    }
  });

  it('is chosen by month, and a month begins at midnight in Shanghai', async () => {
    await add({ at: BEFORE, action: 'rotateKey', subjectKind: 'settings' });
    await add({ at: FIRST, action: 'rotateKey', subjectKind: 'settings' });
    const times = async (query: string) => (await read(`action=rotateKey&${query}`)).items.map(({ at }) => at);
    expect(await times('month=2026-10')).toEqual([BEFORE]);
    expect(await times('month=2026-11')).toEqual([FIRST]);
    expect(await times('')).toEqual([FIRST, BEFORE]);
    expect(await times('month=2026-12')).toEqual([]);
  });

  it('is chosen by kind and by name, together too; what is typed is taken as it stands', async () => {
    const of = async (query: string) => (await read(query)).items;
    const names = async (query: string) => [...new Set((await of(query)).map(({ personName }) => personName))];
    const called = (name: string) => `name=${encodeURIComponent(name)}`;
    expect(await names(called('小满'))).toEqual(['罗小满']);
    expect(await names(`${called('罗小满')}&kind=account`)).toEqual(['罗小满']);
    expect(await of(`${called('罗小满')}&kind=tasks&month=2026-12`)).toEqual([]);
    for (const nobody of ['没有这个人', '%', '_']) expect(await of(called(nobody))).toEqual([]);
    for (const kind of AuditKind.options)
      for (const { action } of await of(`kind=${kind}&limit=200`)) expect(auditActionsOf(kind)).toContain(action);
  });

  it('names the person something was done to', async () => {
    const lead = await county.signIn('unit-lead');
    const { unitId } = (await county.ask('GET', '/sessions/current', { token: lead })).body.actor;
    const person = { id: newId(), name: '何新来', phone: '19800007001', unitId, role: 'officer' };
    expect((await county.ask('POST', '/people', { token: lead, body: person })).status).toBe(201);
    const { items } = await read('action=addPerson');
    expect(items[0]).toMatchObject({ personName: '段立新', unitName: '青石镇', subjectName: '何新来' });
  });

  it.each([
    ['supervision-order', 'SELECT id, documentNumber AS name FROM supervision_order LIMIT 1'],
    ['task-breakdown', 'SELECT id, title AS name FROM task_breakdown LIMIT 1'],
    ['service-point', 'SELECT id, name FROM service_point LIMIT 1'],
    ['booking', 'SELECT id, code AS name FROM booking WHERE code IS NOT NULL LIMIT 1'],
    [
      'assignment',
      "SELECT a.id, t.mainTask AS name FROM assignment a JOIN task t ON t.id = a.taskId WHERE t.mainTask <> '' LIMIT 1",
    ],
    ['public-event', "SELECT id, JSON_EXTRACT(content, '$.title') AS name FROM public_event LIMIT 1"],
  ])('names the %s something was done to', async (subjectKind, sql) => {
    const [row] = await county.database.read((db) => db.query<{ id: string; name: string }[]>(sql));
    const { id, name } = row!;
    await add({ at: '2027-01-05T00:00:00.000Z', action: 'fileProgressReport', subjectKind, subjectId: id });
    const { items } = await read('month=2027-01');
    const { subjectName } = items.find(({ subjectId }) => subjectId === id)!;
    expect(name.replaceAll('"', '').startsWith(subjectName!.replace(/…$/, ''))).toBe(true);
    expect(subjectName!.length).toBeGreaterThan(1);
  });

  it('has each look at it, with what was looked for and no name', async () => {
    await read(`month=2026-11&kind=people&name=${encodeURIComponent('罗小满')}`);
    const { items } = await read('action=readAudit&limit=1');
    expect(items[0]).toMatchObject({ personName: '韩守成', detail: '2026-11，人员和单位，按姓名查' });
  });

  it('says what is wrong with a month, a kind or a page mark', async () => {
    for (const [query, words] of [
      ['month=2026-13', '月份要写成 2026-11 这样'],
      ['kind=all', '操作种类'],
      ['cursor=x', '翻页标记无效'],
    ] as const) {
      const { status, body } = await county.ask('GET', `/audit-entries?${query}`, { token: administrator });
      expect([status, body.message]).toEqual([400, expect.stringContaining(words)]);
    }
  });

  it('has words for every act, and one kind for each', () => {
    const actions = AuditKind.options.flatMap(auditActionsOf);
    expect(new Set(actions).size).toBe(actions.length);
    for (const action of actions) expect(auditActionInWords(action)).toMatch(/^[\u4e00-\u9fff、]{2,16}$/);
  });
});
