import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Page } from '@county/shared/http/page';
import type { Colleague } from '@county/shared/people/person';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { ReminderView, StandInView, TelephoneEntry } from '@county/shared/reminders/reminder';
import { startRemindedCounty, type RemindedCounty } from '../../../test/support/reminded-county.ts';

/** Ten and three working days before the last day of 2026, on which most of the plan is due. */
const TEN_BEFORE = '2026-12-17';
const THREE_BEFORE = '2026-12-28';

const get = async (at: RemindedCounty, person: string, path: string) =>
  at.county.ask('GET', path, { token: await at.county.signIn(person) });
const post = async (at: RemindedCounty, person: string, path: string, body: object) =>
  at.county.ask('POST', path, { token: await at.county.signIn(person), body });

/** A county whose people have been reminded once. */
async function startTold(): Promise<RemindedCounty> {
  const at = await startRemindedCounty();
  await at.tick();
  at.at(TEN_BEFORE);
  await at.tick();
  return at;
}

describe('the inbox', () => {
  let at: RemindedCounty;
  beforeAll(async () => (at = await startTold()));
  afterAll(() => at.county.close());

  const unread = async (person: string) =>
    (await get(at, person, '/reminders?limit=200&unread=true')).body.items as ReminderView[];

  it('is one’s own, page by page, each reminder once', async () => {
    const all = await at.inbox('unit-lead');
    expect(all.length).toBeGreaterThan(2);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/reminders?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const { items, next }: Page<ReminderView> = (await get(at, 'unit-lead', path)).body;
      seen.push(...items.map(({ id }) => id));
      cursor = next;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    expect((await at.inbox('resident')).length).toBe(0);
    expect((await at.county.ask('GET', '/reminders')).status).toBe(401);
  });

  it('marks what was opened as read, once, and passes over other people’s', async () => {
    const [first] = await at.inbox('unit-lead');
    const [others] = await at.inbox('department-officer');
    const ids = [first!.id, others!.id, newId()];
    expect((await post(at, 'unit-lead', '/reminders/readings', { ids })).body).toEqual({ done: true });
    const readAt = (await at.inbox('unit-lead'))[0]!.readAt;
    expect(readAt).not.toBeNull();
    at.at(TEN_BEFORE, '10:00');
    await post(at, 'unit-lead', '/reminders/readings', { ids });
    expect((await at.inbox('unit-lead'))[0]!.readAt).toBe(readAt);
    expect((await unread('unit-lead')).map(({ id }) => id)).not.toContain(first!.id);
    expect((await unread('department-officer')).map(({ id }) => id)).toContain(others!.id);
  });

  it('is marked read as far as the person has seen it, no further', async () => {
    const before = await at.inbox('unit-lead');
    const until = before[0]!.shownAt;
    at.at(THREE_BEFORE);
    await at.tick();
    const fresh = (await at.inbox('unit-lead')).filter(({ shownAt }) => shownAt > until);
    expect(fresh.length).toBeGreaterThan(0);
    const othersUnread = await unread('department-officer');
    expect((await post(at, 'unit-lead', '/reminders/readings/all', { until })).status).toBe(201);
    expect((await unread('unit-lead')).map(({ id }) => id)).toEqual(fresh.map(({ id }) => id));
    expect(await unread('department-officer')).toEqual(othersUnread);
    const wrong = await post(at, 'unit-lead', '/reminders/readings/all', { until: 'today' });
    expect([wrong.status, wrong.body.issues[0].path]).toEqual([400, ['until']]);
  });

  it('stands among what waits for its person, until it is read', async () => {
    const waiting = async () => (await get(at, 'unit-lead', '/waiting-items')).body.items;
    const count = (await unread('unit-lead')).length;
    expect(await waiting()).toContainEqual({
      kind: 'reminders',
      count,
      words: `${count} 条提醒未读`,
      link: '/pages/reminders/inbox/index',
    });
    await post(at, 'unit-lead', '/reminders/readings/all', { until: at.county.clock.now() });
    expect((await waiting()).filter(({ kind }: { kind: string }) => kind === 'reminders')).toEqual([]);
  });
});

describe('who can only be reached by telephone', () => {
  let at: RemindedCounty;
  beforeAll(async () => (at = await startTold()));
  afterAll(() => at.county.close());

  it('is seen by a supervisor for the county, by a lead for the own units, by an officer not at all', async () => {
    const everybody = await at.toRing('supervisor');
    const own = await at.toRing('unit-lead');
    expect(own.length).toBeGreaterThan(0);
    expect(everybody.length).toBeGreaterThan(own.length);
    // The villages under a township are its lead's to ring as well.
    for (const { unitName } of own) expect(unitName).toMatch(/^青石镇/);
    const others = everybody.filter(
      ({ unitName, personName }) => unitName?.startsWith('青石镇') && personName !== '段立新',
    );
    expect(own.map(({ deliveryId }) => deliveryId)).toEqual(others.map(({ deliveryId }) => deliveryId));
    const namesOf = (entries: TelephoneEntry[]) =>
      new Set(entries.map(({ personName }) => personName).filter((name) => !['周正言', '韩守成'].includes(name)));
    expect(namesOf(await at.toRing('administrator'))).toEqual(namesOf(everybody));
    expect(own.map(({ personName }) => personName)).not.toContain('段立新');
    expect((await get(at, 'village-officer', '/telephone-list')).status).toBe(403);
    // What can wait stands in the inboxes and is rung about to nobody.
    const told = (await at.inbox('village-officer')).map(({ link }) => link);
    expect(told).toContainEqual(expect.stringMatching(/^[/]pages[/]service-map[/]check/));
    expect(JSON.stringify(everybody)).not.toContain('/pages/service-map/');
  });

  it('says about what, and why no channel was of use', async () => {
    const [entry] = await at.toRing('unit-lead');
    expect(entry).toMatchObject({ state: 'inbox', reason: expect.stringContaining('没有可用的微信提醒次数') });
    expect(entry!.reminders.map(({ words }) => words)).toContain('12月7日 周一到期，已逾期 8 个工作日');
  });

  it('can be narrowed to what presses: what is due, not what lies ahead', async () => {
    const all = await at.toRing('supervisor');
    const pressing: TelephoneEntry[] = (await get(at, 'supervisor', '/telephone-list?limit=200&pressing=true')).body
      .items;
    expect(pressing.length).toBeGreaterThan(0);
    expect(pressing.length).toBeLessThan(all.length);
    const ids = new Set(pressing.map(({ deliveryId }) => deliveryId));
    for (const { deliveryId, reminders } of all) {
      const isAllAhead = reminders.every(({ words }) => words.includes('（12月31日 周四）'));
      expect([reminders, ids.has(deliveryId)]).toEqual([reminders, !isAllAhead]);
    }
  });

  it('goes page by page, each once', async () => {
    const all = await at.toRing('supervisor');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/telephone-list?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const { items, next }: Page<TelephoneEntry> = (await get(at, 'supervisor', path)).body;
      seen.push(...items.map(({ deliveryId }) => deliveryId));
      cursor = next;
    }
    expect(seen).toEqual(all.map(({ deliveryId }) => deliveryId));
  });

  it('is rung once; the same call told twice counts once, and the task’s history has it', async () => {
    const [entry] = await at.toRing('unit-lead');
    const path = `/deliveries/${entry!.deliveryId}/calls`;
    const call = { id: newId(), words: '已告知本人' };
    const answers = await Promise.all([post(at, 'unit-lead', path, call), post(at, 'unit-lead', path, call)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    const again = await post(at, 'supervisor', path, { id: newId() });
    expect([again.status, again.body.message]).toEqual([409, '段立新已经电话通知过了（2026-12-17）']);
    expect((await at.toRing('supervisor')).map(({ deliveryId }) => deliveryId)).not.toContain(entry!.deliveryId);
    const lineId = entry!.reminders[0]!.link.split('=')[1]!;
    const rung = (await at.line(lineId, 'unit-lead')).steps.filter(({ kind }) => kind === 'rung');
    expect(rung.map(({ words, byName }) => [words, byName])).toEqual([
      [`已电话通知${entry!.personName}：已告知本人`, '段立新'],
    ]);
  });

  it('is nobody of another unit, and nobody who is not on the list', async () => {
    const foreign = (await at.toRing('supervisor')).find(({ unitName }) => !unitName?.startsWith('青石镇'))!;
    const ring = async (id: string) =>
      (await post(at, 'unit-lead', `/deliveries/${id}/calls`, { id: newId(), words: null })).status;
    expect([await ring(foreign.deliveryId), await ring(newId())]).toEqual([404, 404]);
    const tooLong = await post(at, 'supervisor', `/deliveries/${foreign.deliveryId}/calls`, {
      id: newId(),
      words: '长'.repeat(201),
    });
    expect([tooLong.status, tooLong.body.issues[0].path]).toEqual([400, ['words']]);
  });

  it('leaves the list once the person has looked', async () => {
    const before = await at.toRing('supervisor');
    const ids = (await at.inbox('department-officer')).map(({ id }) => id);
    const ofOfficer = before.filter(({ reminders }) => reminders.some(({ id }) => ids.includes(id)));
    expect(ofOfficer.length).toBeGreaterThan(0);
    await post(at, 'department-officer', '/reminders/readings', { ids });
    const after = (await at.toRing('supervisor')).map(({ deliveryId }) => deliveryId);
    for (const { deliveryId } of ofOfficer) expect(after).not.toContain(deliveryId);
  });
});

describe('a stand-in', () => {
  let at: RemindedCounty;
  let people: Colleague[];
  const lead = () => people.find(({ name }) => name === '段立新')!;
  const officer = () => people.find(({ name }) => name === '秦向阳')!;
  beforeAll(async () => {
    at = await startRemindedCounty();
    await at.tick();
    people = (await get(at, 'unit-lead', '/colleagues')).body.items;
  });
  afterAll(() => at.county.close());

  const unitId = async () => {
    const units = (await get(at, 'unit-lead', '/org-units?limit=200')).body.items as { id: string; name: string }[];
    return units.find(({ name }) => name === '青石镇')!.id;
  };
  const away = async (changes: object = {}) => ({
    id: newId(),
    personId: officer().personId,
    standInId: lead().personId,
    unitId: await unitId(),
    from: '2026-12-14',
    until: '2026-12-18',
    ...changes,
  });
  const list = async () => (await get(at, 'township-officer', '/stand-ins')).body.items as StandInView[];

  it('is chosen among the colleagues, who are told by name alone', async () => {
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['段立新', '秦向阳']));
    expect(Object.keys(people[0]!).toSorted()).toEqual(['name', 'personId', 'role']);
    const villagers: Colleague[] = (await get(at, 'village-officer', '/colleagues')).body.items;
    expect(villagers.map(({ name }) => name)).not.toContain('秦向阳');
    expect((await get(at, 'resident', '/colleagues')).status).toBe(403);
  });

  it('is of the same unit, not oneself, and on days to come', async () => {
    const [villager]: Colleague[] = (await get(at, 'village-officer', '/colleagues')).body.items;
    const refused = async (changes: object, person = 'township-officer') => {
      const { status, body } = await post(at, person, '/stand-ins', await away(changes));
      return [status, body.issues?.[0]?.path[0]];
    };
    expect(await refused({ standInId: villager!.personId })).toEqual([400, 'standInId']);
    expect(await refused({ standInId: officer().personId })).toEqual([400, 'standInId']);
    expect(await refused({ from: '2026-11-02', until: '2026-11-06' })).toEqual([400, 'until']);
    expect(await refused({ until: '2026-12-11' })).toEqual([400, 'until']);
    expect(await refused({}, 'village-officer')).toEqual([403, undefined]);
    expect(await refused({}, 'department-lead')).toEqual([403, undefined]);
    expect(await refused({ unitId: newId() })).toEqual([403, undefined]);
  });

  it('is set once, by oneself or the unit’s lead, and not for days already taken', async () => {
    const wanted = await away();
    expect((await post(at, 'township-officer', '/stand-ins', wanted)).status).toBe(201);
    expect((await post(at, 'township-officer', '/stand-ins', wanted)).status).toBe(200);
    const other = await post(at, 'township-officer', '/stand-ins', { ...wanted, until: '2026-12-19' });
    expect([other.status, other.body.code]).toEqual([409, 'id-taken']);
    const overlapping = await post(
      at,
      'unit-lead',
      '/stand-ins',
      await away({ from: '2026-12-18', until: '2026-12-25' }),
    );
    expect([overlapping.status, overlapping.body.issues[0].path]).toEqual([400, ['from']]);
    expect(await list()).toMatchObject([{ personName: '秦向阳', standInName: '段立新', setByName: '秦向阳' }]);
  });

  it('gets the reminders of those days as well, and whoever is away is not rung', async () => {
    at.at(TEN_BEFORE);
    await at.tick();
    // What came before somebody left has been told to themselves.
    const links = (reminders: ReminderView[]) =>
      new Set(reminders.filter(({ shownAt }) => shanghaiDay(shownAt) === TEN_BEFORE).map(({ link }) => link));
    const ofOfficer = links(await at.inbox('township-officer'));
    expect(ofOfficer.size).toBeGreaterThan(0);
    expect(links(await at.inbox('unit-lead'))).toEqual(ofOfficer);
    const names = (await at.toRing('supervisor')).map(({ personName }) => personName);
    expect(names).toContain('段立新');
    expect(names).not.toContain('秦向阳');
  });

  it('is ended by those who may set one, and is gone', async () => {
    const [one] = await list();
    const end = async (person: string) =>
      (await at.county.ask('DELETE', `/stand-ins/${one!.id}`, { token: await at.county.signIn(person) })).status;
    expect(await end('department-lead')).toBe(404);
    expect(await end('unit-lead')).toBe(200);
    expect(await end('unit-lead')).toBe(404);
    expect(await list()).toEqual([]);
  });
});
