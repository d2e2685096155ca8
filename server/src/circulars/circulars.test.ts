import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { County } from '../../../test/support/county.ts';
import { item, startLateCounty, wording, type LateCounty } from '../../../test/support/late-county.ts';
import { proposedWords } from '@county/shared/circulars/circular-rules';
import { Memberships, People } from '../people/people.tables.ts';
import { AuditEntries } from '../audit/audit.tables.ts';

let county: County;
let { planId, tokens, unitIds, candidates, lateLineOf, post, read, drafted, submitted } = {} as LateCounty;

beforeAll(async () => {
  const late = await startLateCounty();
  ({ county, planId, tokens, unitIds, candidates, lateLineOf, post, read, drafted, submitted } = late);
});

afterAll(() => county.close());

describe('the lines a circular may name', () => {
  it('are late by fifteen working days, by due day, page by page', async () => {
    const all = await candidates('?limit=200');
    expect(all.items.length).toBeGreaterThan(20);
    for (const line of all.items) expect(line.daysLate).toBeGreaterThan(14);
    // 2027 has no holiday notice yet.
    expect(all.items.every(({ isProvisional }) => isProvisional)).toBe(true);
    const first = await candidates('?limit=7');
    const second = await candidates(`?limit=7&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 14));
    expect((await candidates('?workingDays=250')).items.every(({ dueOn }) => dueOn < '2026-12-01')).toBe(true);
    const own = await candidates(`?unitId=${unitIds.get('青石镇石桥村')}`);
    expect(new Set(own.items.map(({ unitName }) => unitName))).toEqual(new Set(['青石镇石桥村']));
  });

  it('are for supervisors', async () => {
    for (const token of [tokens.head, tokens.townLead, tokens.villager])
      expect((await county.ask('GET', `/task-breakdowns/${planId}/circular-candidates`, { token })).status).toBe(403);
    const missing = await county.ask('GET', `/task-breakdowns/${newId()}/circular-candidates`, {
      token: tokens.author,
    });
    expect(missing.status).toBe(404);
  });
});

describe('a draft', () => {
  it('is made once however often it is sent; another wording under its number is refused', async () => {
    const line = await lateLineOf('青石镇');
    const body = { id: newId(), breakdownId: planId, ...wording([item(line)]) };
    const first = await post('/circulars', tokens.author, body);
    expect([first.status, first.body.state, first.body.version]).toEqual([201, 'draft', 1]);
    expect(first.body.items[0].facts).toMatchObject({ unitName: '青石镇', dueOn: '2027-07-05', daysLate: 63 });
    const again = await post('/circulars', tokens.author, body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await post('/circulars', tokens.author, { ...body, title: '另一份通报' })).toMatchObject({ status: 409 });
    expect(await post('/circulars', tokens.other, body)).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    // Its items are its own: another circular may not take their numbers over.
    const thief = { ...body, id: newId() };
    expect(await post('/circulars', tokens.author, thief)).toMatchObject({ status: 409 });
  });

  it('says at which place a line cannot be named', async () => {
    const { items } = (
      await county.ask('GET', `/task-breakdowns/${planId}/ledger?state=closed`, { token: tokens.author })
    ).body;
    const inTime = items.find(
      ({ completedOn, dueOn }: { completedOn: string; dueOn: string }) => dueOn && completedOn <= dueOn,
    );
    const late = await lateLineOf('青石镇');
    const body = { id: newId(), breakdownId: planId, ...wording([item(late), item({ assignmentId: inTime.id })]) };
    const { status, body: problem } = await post('/circulars', tokens.author, body);
    expect([status, problem.message]).toEqual([400, expect.stringMatching(/^第 2 项（.+）：这项任务没有逾期/)]);
    expect((await county.ask('GET', `/circulars/${body.id}`, { token: tokens.author })).status).toBe(404);
  });

  it.each([
    ['no line', { items: 'none' }, /通报事项至少/],
    ['no title', { title: ' ' }, /标题/],
    ['words too long', { closing: '长'.repeat(2001) }, /工作要求最多 2000/],
    ['a line twice', { items: 'twice' }, /同一项任务只列一次/],
  ])('with %s is refused in words', async (_, over, words) => {
    const line = await lateLineOf('青石镇');
    const { items = 'one', ...other } = over as { items?: string };
    const said = items === 'twice' ? [item(line), item(line)] : items === 'one' ? [item(line)] : [];
    const body = { id: newId(), breakdownId: planId, ...wording(said, other) };
    const { status, body: problem } = await post('/circulars', tokens.author, body);
    expect([status, problem.message]).toEqual([400, expect.stringMatching(words)]);
  });

  it('of another plan’s line, or of none, is not made', async () => {
    const stranger = { id: newId(), breakdownId: planId, ...wording([item({ assignmentId: newId() })]) };
    expect((await post('/circulars', tokens.author, stranger)).status).toBe(404);
  });

  it('is changed by its office alone, and never over a wording one has not seen', async () => {
    const line = await lateLineOf('青石镇');
    const { id, version } = await drafted([line]);
    const change = (token: string, seen: number, title: string) =>
      county.ask('PUT', `/circulars/${id}`, {
        token,
        body: { ...wording([item(line)], { title }), version: seen },
      });
    expect((await change(tokens.other, version, '别的单位改的标题')).status).toBe(403);
    expect((await change(tokens.head, version, '负责人改的标题')).status).toBe(403);
    const changed = await change(tokens.author, version, '改过一次的标题');
    expect([changed.status, changed.body.version, changed.body.title]).toEqual([200, 2, '改过一次的标题']);
    const stale = await change(tokens.author, version, '没看到改动的标题');
    expect([stale.status, stale.body.message]).toEqual([409, expect.stringMatching(/刚被别人改过/)]);
  });

  it('is nobody’s to see but the office’s and the overseers’', async () => {
    const { id } = await drafted([await lateLineOf('青石镇')], { readers: 'all-units' });
    for (const token of [tokens.townLead, tokens.villager, tokens.departmentLead])
      expect((await county.ask('GET', `/circulars/${id}`, { token })).status).toBe(404);
    for (const token of [tokens.author, tokens.other, tokens.head])
      expect((await county.ask('GET', `/circulars/${id}`, { token })).status).toBe(200);
    expect((await county.ask('GET', `/circulars/${id}`, { token: tokens.resident })).status).toBe(403);
    const listed = (await county.ask('GET', '/circulars', { token: tokens.townLead })).body;
    expect(listed.items.map((one: { id: string }) => one.id)).not.toContain(id);
  });
});

describe('the head’s approval', () => {
  it('issues it once, under a number of its own, and stands in each line’s history', async () => {
    const line = await lateLineOf('青石镇');
    const { id, version } = await submitted([line]);
    const decision = { outcome: 'issued', version, documentNumber: '青政督〔2027〕88号' };
    for (const token of [tokens.author, tokens.other, tokens.townLead])
      expect([403, 404]).toContain((await post(`/circulars/${id}/decisions`, token, decision)).status);
    const first = await post(`/circulars/${id}/decisions`, tokens.head, decision);
    expect([first.status, first.body.state, first.body.issuedOn, first.body.approvedByName]).toEqual([
      201,
      'issued',
      '2027-09-06',
      '邹克勤',
    ]);
    const again = await post(`/circulars/${id}/decisions`, tokens.head, decision);
    expect([again.status, again.body.state]).toEqual([200, 'issued']);
    const { body: page } = await county.ask('GET', `/assignments/${line.assignmentId}`, { token: tokens.townLead });
    const steps = page.steps.filter(({ kind }: { kind: string }) => kind === 'circular-issued');
    expect(steps).toHaveLength(1);
    expect(steps[0].words).toMatch(/青政督〔2027〕88号《关于部分任务逾期情况的通报》/);
    const trail = await county.database.read((db) => db.findBy(AuditEntries, { subjectId: id }));
    expect(trail.map(({ action }) => action)).toEqual(['draftCircular', 'submitCircular', 'decideCircular']);

    const other = await submitted([await lateLineOf('青石镇', 1)]);
    const taken = await post(`/circulars/${other.id}/decisions`, tokens.head, { ...decision, version: other.version });
    expect([taken.status, taken.body.issues[0].path]).toEqual([400, ['documentNumber']]);
    const named = await candidates('?limit=200');
    expect(named.items.find(({ assignmentId }) => assignmentId === line.assignmentId)?.namedIn).toBe(
      '青政督〔2027〕88号',
    );
  });

  it('is not given to what is no longer so', async () => {
    const line = await lateLineOf('县行政审批局');
    const { id, version } = await submitted([line]);
    await county.database.work((db) =>
      db.query("UPDATE `assignment` SET `dueOn` = '2027-12-31' WHERE `id` = ?", [line.assignmentId]),
    );
    expect((await read(id, tokens.head)).items[0]!.changed).toBe('时限已改为 2027-12-31');
    const decision = { outcome: 'issued', version, documentNumber: '青政督〔2027〕90号' };
    const refusal = await post(`/circulars/${id}/decisions`, tokens.head, decision);
    expect([refusal.status, refusal.body.message]).toEqual([
      409,
      expect.stringMatching(/^第 1 项（县行政审批局）提交后有变化：时限已改为 2027-12-31。请退回起草人/),
    ]);
    const back = await post(`/circulars/${id}/decisions`, tokens.head, {
      outcome: 'returned',
      version,
      words: '第一项已延期，请去掉',
    });
    expect([back.status, back.body.state, back.body.returnWords]).toEqual([201, 'draft', '第一项已延期，请去掉']);
    const resubmitted = await post(`/circulars/${id}/submissions`, tokens.author, { version: back.body.version });
    expect([resubmitted.status, resubmitted.body.message]).toEqual([400, expect.stringMatching(/第 1 项.*没有逾期/)]);
  });

  it('may follow after the head has given it back once; the number says which number', async () => {
    const { id, version } = await submitted([await lateLineOf('青石镇', 1)]);
    const decide = (seen: number, over: object) =>
      post(`/circulars/${id}/decisions`, tokens.head, { outcome: 'issued', version: seen, ...over });
    const back = await decide(version, { outcome: 'returned', words: '请写明整改期限' });
    expect(back.body.state).toBe('draft');
    const again = await post(`/circulars/${id}/submissions`, tokens.author, { version: back.body.version });
    const blank = await decide(again.body.version, { documentNumber: '〔2027〕号' });
    expect([blank.status, blank.body.message]).toEqual([400, expect.stringMatching(/写到第几号/)]);
    expect((await decide(again.body.version, { documentNumber: '青政督〔2027〕77号' })).status).toBe(201);
  });

  it('tells the head what was reported since; words nobody has put in his own way are brought up to the day', async () => {
    const line = await lateLineOf('青石镇石桥村');
    const body = { id: newId(), breakdownId: planId, ...wording([item(line, proposedWords(line))]) };
    const { body: made } = await post('/circulars', tokens.author, body);
    const sent = await post(`/circulars/${body.id}/submissions`, tokens.author, { version: made.version });
    const officer = await county.signIn('village-officer');
    const report = { id: newId(), percent: 98, note: '只差验收', lowerReason: '重新核实' };
    expect((await post(`/assignments/${line.assignmentId}/reports`, officer, report)).status).toBe(201);
    expect((await read(body.id, tokens.head)).items[0]!.changed).toBe('已填报到 98%');
    const taken = await post(`/circulars/${body.id}/withdrawals`, tokens.author, { version: sent.body.version });
    const again = await post(`/circulars/${body.id}/submissions`, tokens.author, { version: taken.body.version });
    expect(again.body.items[0].words).toMatch(/目前进度98%/);
  });

  it('is not asked for where nobody could give it', async () => {
    const { id, version } = await drafted([await lateLineOf('青石镇', 1)]);
    const setLead = (until: string | null) =>
      county.database.work(async (db) => {
        const { id: personId } = await db.findOneByOrFail(People, { demoKey: 'supervision-lead' });
        await db.update(Memberships, { personId, role: 'unit-lead' }, { until });
      });
    await setLead('2027-09-01');
    const refusal = await post(`/circulars/${id}/submissions`, tokens.author, { version });
    expect([refusal.status, refusal.body.message]).toEqual([409, expect.stringMatching(/还没有设负责人/)]);
    await setLead(null);
    expect((await post(`/circulars/${id}/submissions`, tokens.author, { version })).status).toBe(201);
  });

  it('is not asked of what was given up meanwhile, and a draft somebody changed is not given up', async () => {
    const line = await lateLineOf('青石镇', 1);
    const { id, version } = await drafted([line]);
    const change = { ...wording([item(line)]), version };
    expect((await county.ask('PUT', `/circulars/${id}`, { token: tokens.author, body: change })).status).toBe(200);
    expect((await post(`/circulars/${id}/withdrawals`, tokens.author, { version })).status).toBe(409);
    const gone = await post(`/circulars/${id}/withdrawals`, tokens.author, { version: version + 1 });
    expect([gone.status, gone.body.state]).toEqual([201, 'withdrawn']);
    expect((await post(`/circulars/${id}/submissions`, tokens.author, { version: version + 2 })).status).toBe(409);
  });

  it('is not given by a head who has a post in a unit it names', async () => {
    const { id, version } = await submitted([await lateLineOf('青石镇', 1)]);
    const postId = newId();
    await county.database.work(async (db) => {
      const { id: personId } = await db.findOneByOrFail(People, { demoKey: 'supervision-lead' });
      const post = { id: postId, personId, role: 'officer' as const, from: '2020-01-01', until: null };
      await db.insert(Memberships, { ...post, unitId: unitIds.get('青石镇')! });
    });
    const decision = { outcome: 'issued', version, documentNumber: '青政督〔2027〕78号' };
    const refusal = await post(`/circulars/${id}/decisions`, tokens.head, decision);
    expect([refusal.status, refusal.body.message]).toEqual([403, '您在这个单位也有任职，要由其他人办理']);
    await county.database.work((db) => db.delete(Memberships, { id: postId }));
  });

  it('is for the wording the head has seen; what was taken back cannot be signed', async () => {
    const { id, version } = await submitted([await lateLineOf('青石镇', 1)]);
    const back = await post(`/circulars/${id}/withdrawals`, tokens.author, { version });
    expect([back.status, back.body.state]).toEqual([201, 'draft']);
    // Sent again by a phone that heard no answer: a draft stays a draft.
    const again = await post(`/circulars/${id}/withdrawals`, tokens.author, { version });
    expect([again.status, again.body.state]).toEqual([200, 'draft']);
    const decision = { outcome: 'issued', version, documentNumber: '青政督〔2027〕91号' };
    expect((await post(`/circulars/${id}/decisions`, tokens.head, decision)).status).toBe(409);
    const second = await post(`/circulars/${id}/submissions`, tokens.author, { version: back.body.version });
    expect((await post(`/circulars/${id}/decisions`, tokens.head, decision)).status).toBe(409);
    expect(second.body.version).toBe(version + 2);
    const dropped = await post(`/circulars/${id}/withdrawals`, tokens.author, { version: second.body.version });
    const gone = await post(`/circulars/${id}/withdrawals`, tokens.author, { version: dropped.body.version });
    expect(gone.body.state).toBe('withdrawn');
    const listed = (await county.ask('GET', '/circulars?limit=200', { token: tokens.author })).body;
    expect(listed.items.map((one: { id: string }) => one.id)).not.toContain(id);
  });
});
