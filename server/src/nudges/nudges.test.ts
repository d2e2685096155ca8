import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { NudgedUnit, NudgePreview, NudgeView } from '@county/shared/nudges/nudge';
import { leftOutInWords } from '@county/shared/nudges/nudge-rules';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { startRemindedCounty, type RemindedCounty } from '../../../test/support/reminded-county.ts';
import type { Answer } from '../../../test/support/county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { Memberships } from '../people/people.tables.ts';

let at: RemindedCounty;
let planId: string;
let unitIds: Map<string, string>;
let day = 0;

beforeAll(async () => {
  at = await startRemindedCounty();
  planId = (await at.county.planAtWork()).id;
  const { body } = await at.county.ask('GET', '/org-units?limit=200', { token: await at.county.signIn('supervisor') });
  unitIds = new Map(body.items.map(({ id, name }: { id: string; name: string }) => [name, id]));
});
afterAll(() => at.county.close());
// A line is nudged once a day: each test has a day of its own.
beforeEach(() =>
  at.at(new Date(Date.parse('2026-11-26') + 86_400_000 * (day += 1)).toISOString().slice(0, 10), '09:12'),
);

const ask = async (person: string, method: string, path: string, body?: object): Promise<Answer> =>
  at.county.ask(method, path, { token: await at.county.signIn(person), body });
const ledger = async (query: string): Promise<LedgerLine[]> =>
  (await ask('supervisor', 'GET', `/task-breakdowns/${planId}/ledger?limit=200&${query}`)).body.items;
const isOpen = ({ status }: LedgerLine) => !['completed', 'closed', 'withdrawn'].includes(status);
const linesOf = async (unitName: string) => ledger(`unitId=${unitIds.get(unitName)}&withHandedDown=yes`);
const openOf = async (unitName: string) => (await linesOf(unitName)).filter(isOpen);
const selected = (...lines: { id: string }[]) => ({ by: 'selection', assignmentIds: lines.map(({ id }) => id) });
const filtered = (filter: object) => ({ by: 'filter', breakdownId: planId, filter });
const nudge = (lines: object, words = '请今天下班前填报进展') => ({ id: newId(), words, lines });
const send = (body: object, person = 'supervisor') => ask(person, 'POST', '/nudges', body);
const preview = (lines: object, person = 'supervisor') => ask(person, 'POST', '/nudges/previews', { lines });
const unitsOf = async (id: string, person = 'supervisor'): Promise<NudgedUnit[]> =>
  (await ask(person, 'GET', `/nudges/${id}/units?limit=200`)).body.items;
const told = async (person: string, words: string) =>
  (await at.inbox(person)).filter((reminder) => reminder.words.endsWith(words));

describe('a nudge of one line', () => {
  it('reaches the unit’s people once, leads to the line, and stands in its history and the audit', async () => {
    const [line] = await openOf('青石镇石桥村');
    const body = nudge(selected(line!), '请把第一季度的材料补上');
    const sent = await send(body);
    expect([sent.status, sent.body.lineCount, sent.body.leftOut]).toEqual([201, 1, []]);
    const again = await send(body);
    expect([again.status, again.body]).toEqual([200, sent.body]);
    await at.tick();
    expect(await told('village-officer', body.words)).toMatchObject([
      {
        what: line!.task.mainTask,
        words: '县政府督查室周正言催办：请把第一季度的材料补上',
        link: `/pages/tasks/line/index?id=${line!.id}`,
        stands: true,
        dueOn: line!.dueOn,
      },
    ]);
    const steps = (await at.line(line!.id, 'village-officer')).steps.filter(({ kind }) => kind === 'nudged');
    expect(steps).toMatchObject([{ words: body.words, byName: '周正言' }]);
    const trail = await at.county.database.read((db) => db.findBy(AuditEntries, { subjectId: body.id }));
    expect(trail.map(({ action, detail }) => [action, detail])).toEqual([['sendNudge', '1 lines']]);
  });

  it('is refused under an id that another nudge has, or another person', async () => {
    const [line] = await openOf('青石镇石桥村');
    const body = nudge(selected(line!));
    expect((await send(body)).status).toBe(201);
    expect(await send({ ...body, words: '另外的话' })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    expect(await send(body, 'supervisor-open-office')).toMatchObject({ status: 409, body: { code: 'id-taken' } });
  });

  it('is refused once anybody has nudged it that day, even two at the same moment', async () => {
    const [line] = await openOf('青石镇');
    const both = await Promise.all([
      send(nudge(selected(line!))),
      send(nudge(selected(line!)), 'supervisor-open-office'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const third = await send(nudge(selected(line!)));
    expect(third.body.message).toMatch(/^没有可以催办的任务：1 项今天 9:12 (周正言|苏明远)已催办过，没有再催$/);
    expect((await preview(selected(line!))).body.message).toBe(third.body.message);
  });

  it('is refused where it is done, unknown, or empty of words', async () => {
    const done = (await ledger('state=closed')).find(({ unitName }) => unitName !== '县政府督查室');
    const refused = await send(nudge(selected(done!)));
    expect([refused.status, refused.body.message]).toEqual([409, '没有可以催办的任务：1 项已办结，没有催办']);
    expect((await send(nudge(selected({ id: newId() })))).status).toBe(404);
    const short = await send(nudge(selected(done!), '快'));
    expect([short.status, short.body.issues[0].path]).toEqual([400, ['words']]);
  });

  it('stands no longer once the work is done', async () => {
    const [line] = await openOf('青石镇');
    const body = nudge(selected(line!), '请办结');
    await send(body);
    await at.tick();
    expect(await told('township-officer', '请办结')).toMatchObject([{ stands: true }]);
    await ask('township-officer', 'POST', `/assignments/${line!.id}/reports`, {
      id: newId(),
      percent: 100,
      note: '已完成',
      lowerReason: null,
    });
    const completion = { id: newId(), summary: '全部完成', proof: '青政发〔2026〕9号' };
    expect((await ask('unit-lead', 'POST', `/assignments/${line!.id}/completions`, completion)).status).toBe(201);
    expect(await told('township-officer', '请办结')).toMatchObject([{ stands: false }]);
  });
});

describe('a unit in which nobody works here yet', () => {
  it('is named before, has its leads above told, and is rung, which its lines’ histories keep', async () => {
    const unitId = unitIds.get('青石镇青龙村')!;
    await at.county.database.work((db) => db.update(Memberships, { unitId }, { until: '2026-11-01' }));
    const lines = await openOf('青石镇青龙村');
    const own = await openOf('青石镇');
    const choice = selected(...lines, own[0]!);
    expect((await preview(choice)).body.unitsToRing).toMatchObject([
      { name: '青石镇青龙村', toldUnitName: '青石镇', officePhone: expect.any(String) },
    ]);
    const { id } = (await send(nudge(choice, '请转告村里'))).body;
    await at.tick();
    expect(await told('unit-lead', '请转告村里')).toMatchObject([
      { what: `${lines.length + 1} 项任务`, link: `/pages/nudges/nudge/index?id=${id}` },
    ]);
    expect(await told('township-officer', '请转告村里')).toMatchObject([
      { what: own[0]!.task.mainTask, link: `/pages/tasks/line/index?id=${own[0]!.id}` },
    ]);
    const units = new Map((await unitsOf(id)).map((unit) => [unit.name, unit]));
    expect(units.get('青石镇青龙村')).toMatchObject({ toldUnitName: '青石镇', people: [{ personName: '段立新' }] });
    expect(
      units
        .get('青石镇')!
        .people.map(({ personName }) => personName)
        .toSorted(),
    ).toEqual(['段立新', '秦向阳']);

    const entry = (await at.toRing('supervisor')).find(
      ({ personName, reminders }) => personName === '段立新' && reminders.some(({ link }) => link.endsWith(id)),
    )!;
    const call = { id: newId(), words: '下午到村里去催' };
    expect((await ask('supervisor', 'POST', `/deliveries/${entry.deliveryId}/calls`, call)).status).toBe(201);
    for (const { id: lineId } of [lines[0]!, own[0]!]) {
      const [rung] = (await at.line(lineId, 'supervisor')).steps.filter(({ kind }) => kind === 'rung');
      expect(rung).toMatchObject({ words: '已电话通知段立新：下午到村里去催', byName: '周正言' });
    }
    const [lead] = (await unitsOf(id)).find(({ name }) => name === '青石镇青龙村')!.people;
    expect(lead).toMatchObject({ deliveryId: entry.deliveryId, calledByName: '周正言' });
    await at.county.database.work((db) => db.update(Memberships, { unitId }, { until: null }));
  });
});

describe('a nudge by a filter of the ledger', () => {
  it('says before what it reaches, then does, and tells what was left out', async () => {
    const filter = { unitId: unitIds.get('青石镇') };
    const lines = await linesOf('青石镇');
    const open = lines.filter(isOpen);
    const [first] = open;
    await send(nudge(selected(first!)));
    const { status, body } = await preview(filtered(filter));
    expect(status).toBe(201);
    const seen = body as NudgePreview;
    expect(seen).toMatchObject({ lineCount: open.length - 1, unitCount: 1, personCount: 2, unitsToRing: [] });
    expect(seen.leftOut.map(leftOutInWords)).toEqual([
      `${lines.length - open.length} 项已办结，没有催办`,
      '1 项今天 9:12 周正言已催办过，没有再催',
    ]);
    const sent = await send(nudge(filtered(filter), '请逐项填报'));
    expect(sent.body).toMatchObject({ lineCount: seen.lineCount, leftOut: seen.leftOut });
    await at.tick();
    // One message, however many lines.
    expect(await told('township-officer', '请逐项填报')).toMatchObject([
      { what: `${open.length - 1} 项任务`, link: `/pages/nudges/nudge/index?id=${sent.body.id}`, dueOn: null },
    ]);
  });

  it('leaves out the supervisor’s own unit, and is refused where nothing matches', async () => {
    const own = filtered({ unitId: unitIds.get('县政府信息公开办') });
    const refused = await preview(own, 'supervisor-open-office');
    expect([refused.status, refused.body.message]).toEqual([
      403,
      expect.stringMatching(/是本单位的任务，要由其他单位/),
    ]);
    expect((await preview(own)).status).toBe(201);
    const none = await preview(filtered({ text: '这样的任务没有' }));
    expect([none.status, none.body.message]).toEqual([409, '没有符合条件的任务，请放宽筛选条件']);
    const unknown = await preview({ by: 'filter', breakdownId: newId(), filter: {} });
    expect(unknown.status).toBe(404);
  });

  it('shows each unit its own lines alone, and how people were reached to whoever sent it', async () => {
    const sent = (await send(nudge(filtered({ withHandedDown: 'yes' })))).body as NudgeView;
    await at.tick();
    const units = await unitsOf(sent.id);
    expect(units.length).toBeGreaterThan(20);
    const village = units.find(({ name }) => name === '青石镇石桥村')!;
    expect(village.people).toMatchObject([
      { personName: '罗小满', unitName: '青石镇石桥村', state: 'inbox', channel: null, isRead: false },
    ]);
    expect(Object.keys(village.people[0]!)).not.toContain('cause');
    const numbers = village.lines.map(({ taskNumber }) => taskNumber);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

    const seen = (await ask('village-officer', 'GET', `/nudges/${sent.id}`)).body as NudgeView;
    expect(seen).toMatchObject({ lineCount: village.lines.length, showsReached: false, leftOut: [] });
    expect(await unitsOf(sent.id, 'village-officer')).toEqual([{ ...village, people: [] }]);
    const ofTown = await unitsOf(sent.id, 'unit-lead');
    expect(ofTown.every(({ name }) => name.startsWith('青石镇'))).toBe(true);

    const { items } = (await ask('village-officer', 'GET', '/nudges')).body;
    expect(items[0]).toMatchObject({ id: sent.id, lineCount: village.lines.length, unitName: '青石镇石桥村' });
    const ofPlan = async (id: string) => (await ask('supervisor', 'GET', `/nudges?limit=1&breakdownId=${id}`)).body;
    expect([(await ofPlan(planId)).items[0].id, (await ofPlan(newId())).items]).toEqual([sent.id, []]);
    const all = (await ask('supervisor-open-office', 'GET', '/nudges?limit=1')).body;
    expect(all.items).toMatchObject([
      { id: sent.id, lineCount: sent.lineCount, unitCount: units.length, unitName: null },
    ]);
    const next = (await ask('supervisor-open-office', 'GET', `/nudges?limit=1&cursor=${all.next}`)).body;
    expect(next.items[0].id).not.toBe(sent.id);
    expect(
      (await ask('supervisor-open-office', 'GET', '/nudges?part=own')).body.items.map(
        ({ byName }: { byName: string }) => byName,
      ),
    ).not.toContain('周正言');
    const firstPage = (await ask('supervisor', 'GET', `/nudges/${sent.id}/units?limit=5`)).body;
    const secondPage = (await ask('supervisor', 'GET', `/nudges/${sent.id}/units?limit=5&cursor=${firstPage.next}`))
      .body;
    expect([...firstPage.items, ...secondPage.items]).toEqual(units.slice(0, 10));
  });

  it('is not there for units it was not about', async () => {
    const [line] = await openOf('青石镇石桥村');
    const { id } = (await send(nudge(selected(line!)))).body;
    for (const path of [`/nudges/${id}`, `/nudges/${id}/units`])
      for (const person of ['other-township-officer', 'second-village-officer', 'department-lead'])
        expect([person, (await ask(person, 'GET', path)).status]).toEqual([person, 404]);
    expect((await ask('unit-lead', 'GET', `/nudges/${id}`)).status).toBe(200);
    expect((await ask('supervisor', 'GET', `/nudges/${newId()}/units`)).status).toBe(404);
  });
});

describe('a unit’s lead', () => {
  it('nudges those to whom the unit has handed down, and nobody else', async () => {
    const [below] = await openOf('青石镇石桥村');
    const [own] = await openOf('青石镇');
    const others = await openOf('白杨镇');
    expect(below!.parentId).not.toBeNull();
    const sent = await send(nudge(selected(below!, own!, others[0]!)), 'unit-lead');
    expect([sent.status, sent.body.lineCount]).toEqual([201, 1]);
    expect(sent.body.leftOut.map(leftOutInWords)).toEqual(['2 项不是本单位分解下去的，没有催办']);
    const refused = await send(nudge(selected(own!)), 'unit-lead');
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
    expect((await send(nudge(selected(below!)), 'village-officer')).status).toBe(403);
    expect((await unitsOf(sent.body.id, 'unit-lead'))[0]!.people).toHaveLength(1);
    expect((await ask('unit-lead', 'GET', '/nudges?part=own')).body.items).toMatchObject([{ id: sent.body.id }]);
  });

  it('chooses by a filter among what the lead’s units have handed down alone', async () => {
    const { status, body } = await preview(filtered({ withHandedDown: 'yes' }), 'unit-lead');
    expect(status).toBe(201);
    expect(body.leftOut.map(({ why }: { why: string }) => why)).not.toContain('not-handed-down');
    const elsewhere = await preview(filtered({}), 'unit-lead');
    expect([elsewhere.status, elsewhere.body.message]).toEqual([
      409,
      '没有符合条件、由本单位分解下去的任务，请打开“含分解到村”，或放宽筛选条件',
    ]);
  });
});

it('more than a thousand lines at once are refused, with what to do', async () => {
  const [line] = await openOf('青石镇');
  await at.county.database.work(async (db) => {
    const [{ taskId }] = await db.query('SELECT `taskId` FROM `assignment` WHERE `id` = ?', [line!.id]);
    for (let serial = 0; serial < 1001; serial += 1)
      await db.query(
        "INSERT INTO `assignment` (`id`, `taskId`, `breakdownId`, `unitId`, `part`, `status`) VALUES (?, ?, ?, ?, 'responsible', 'assigned')",
        [newId(), taskId, planId, newId()],
      );
  });
  const refused = await preview(filtered({}));
  expect([refused.status, refused.body.message]).toEqual([
    409,
    expect.stringMatching(/一次最多催办 1000 项；请先按单位/),
  ]);
  const tooMany = Array.from({ length: 1001 }, () => ({ id: newId() }));
  expect((await preview(selected(...tooMany))).status).toBe(400);
});
