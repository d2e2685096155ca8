import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { v7 as newId } from 'uuid';
import { startOrderedCounty, type OrderedCounty, type Somebody } from '../../../test/support/ordered-county.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { SupervisionOrders } from './orders.tables.ts';

let at: OrderedCounty;
beforeAll(async () => {
  at = await startOrderedCounty();
});
afterAll(() => at.county.close());

const post = (who: Somebody, id: string, what: string, body: object) =>
  at.as(who, 'POST', `/supervision-orders/${id}/${what}`, body);
const answer = (over: object = {}) => ({ id: newId(), words: '已逐项核实，月底前补齐。', ...over });
const accepts = (answerId: string | null) => ({ id: newId(), outcome: 'accepted', answerId, words: '同意办结。' });
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
const returns = (answerId: string | null, over: object = {}) => {
  const said = { outcome: 'returned', words: '没有写明完成日期。', answerBy: '2026-12-09' };
  return { id: newId(), answerId, ...said, ...over };
};
const serials = async () => {
  const orders = await at.county.database.read((db) => db.find(SupervisionOrders, { order: { serial: 'ASC' } }));
  return orders.map(({ serial }) => serial);
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('an order from issue to acceptance', () => {
  it('is signed for, answered, returned, answered again and accepted; all of it stays and is in the line’s history', async () => {
    const issued = await at.issued();
    expect(issued).toMatchObject({ state: 'issued', toUnitName: '青石镇石桥村', issuedOn: '2026-11-25' });
    expect(issued.documentNumber).toMatch(/^政督办〔2026〕\d+号$/);
    const { id } = issued;
    const received = await post('officer', id, 'receipts', { id: newId() });
    expect([received.status, received.body.state, received.body.receivedByName]).toEqual([201, 'received', '罗小满']);
    expect((await post('officer', id, 'receipts', { id: newId() })).status).toBe(200);

    const first = answer();
    expect((await post('officer', id, 'answers', first)).body).toMatchObject({ state: 'answered', answerId: first.id });
    const back = await post('other', id, 'reviews', returns(first.id));
    expect(back.body).toMatchObject({ state: 'returned', answerBy: '2026-12-09', answerId: null });
    const second = answer({ words: '已核实，12 月 20 日完成。' });
    await post('townLead', id, 'answers', second);
    const over = await post('author', id, 'reviews', accepts(second.id));
    expect([over.status, over.body.state]).toEqual([201, 'accepted']);

    const seen = await at.read(id, 'officer');
    expect(seen.steps.map(({ kind, byName }) => `${kind} ${byName}`)).toEqual([
      'issued 周正言',
      'received 罗小满',
      'answered 罗小满',
      'returned 苏明远',
      'answered 段立新',
      'accepted 周正言',
    ]);
    expect(seen.steps.filter(({ kind }) => kind === 'answered').map(({ words }) => words)).toEqual([
      first.words,
      second.words,
    ]);
    const { steps } = await at.line(at.lines[0]!.id, 'village-officer');
    expect(steps.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'order-accepted',
      'order-answered',
      'order-returned',
      'order-answered',
      'order-issued',
    ]);
    expect(steps[4]!.words).toContain(issued.documentNumber);
    const trail = await at.county.database.read((db) => db.findBy(AuditEntries, { subjectId: id }));
    expect(new Set(trail.map(({ action }) => action))).toEqual(
      new Set(['issueOrder', 'receiveOrder', 'answerOrder', 'returnOrder', 'acceptOrder']),
    );
  });

  it('is about several lines of one unit, and says how each stands now', async () => {
    const [one, two] = at.lines;
    const { id } = await at.issued({ assignmentIds: [one!.id, two!.id] });
    await at.county.database.work((db) =>
      db.query("UPDATE `assignment` SET `status` = 'closed' WHERE `id` = ?", [two!.id]),
    );
    const seen = await at.read(id);
    expect(seen.lines.map(({ taskNumber, status }) => [taskNumber, status])).toEqual([
      [one!.task.number, 'in-progress'],
      [two!.task.number, 'closed'],
    ]);
    // The line's end is not the order's.
    expect((await post('officer', id, 'answers', answer())).status).toBe(201);
    const about = await at.as('officer', 'GET', `/supervision-orders?assignmentId=${two!.id}`);
    expect(about.body.items.map((order: { id: string }) => order.id)).toEqual([id]);
  });

  it('brings its files to those who read it, and to nobody else', async () => {
    const { id } = await at.issued();
    const form = new FormData();
    const fileId = newId();
    form.set('id', fileId);
    form.set('file', new Blob([PDF]), '台账.pdf');
    const sent = await at.as('officer', 'POST', '/files', form);
    expect(sent.status).toBe(201);
    await post('officer', id, 'answers', answer({ fileIds: [fileId] }));
    const step = (await at.read(id)).steps.find(({ kind }) => kind === 'answered')!;
    expect(step.files).toMatchObject([{ id: fileId, state: 'arrived', name: '台账.pdf' }]);
    expect((await at.as('author', 'GET', `/files/${fileId}`)).status).toBe(200);
    expect((await at.as('neighbour', 'GET', `/files/${fileId}`)).status).toBe(404);
  });
});

describe('a step sent again', () => {
  it('by a phone that heard no answer changes nothing', async () => {
    const body = at.wording();
    const before = await serials();
    const [first, again] = [
      await at.as('author', 'POST', '/supervision-orders', body),
      await at.as('author', 'POST', '/supervision-orders', body),
    ];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(await serials()).toEqual(upTo(before.length + 1));
    const { id } = first.body;
    const said = answer();
    expect((await post('officer', id, 'answers', said)).status).toBe(201);
    expect((await post('officer', id, 'answers', said)).status).toBe(200);
    const back = returns(said.id);
    expect((await post('author', id, 'reviews', back)).status).toBe(201);
    expect((await post('author', id, 'reviews', back)).status).toBe(200);
    // The day has moved since; what was issued is still the same paper.
    expect((await at.as('author', 'POST', '/supervision-orders', body)).status).toBe(200);
    expect((await post('officer', id, 'answers', said)).status).toBe(200);
    const gone = { id: newId(), words: '情况已查明，不必再答复。' };
    expect((await post('author', id, 'withdrawals', gone)).status).toBe(201);
    expect((await post('author', id, 'withdrawals', gone)).status).toBe(200);
    expect((await at.read(id)).steps).toHaveLength(5);
  });

  it('with other words or by another person is refused', async () => {
    const body = at.wording();
    const { id } = (await at.as('author', 'POST', '/supervision-orders', body)).body;
    const other = { ...body, demand: '换了一个要求。' };
    expect(await at.as('author', 'POST', '/supervision-orders', other)).toMatchObject({ status: 409 });
    expect(await at.as('other', 'POST', '/supervision-orders', body)).toMatchObject({ body: { code: 'id-taken' } });
    const said = answer();
    await post('officer', id, 'answers', said);
    expect((await post('officer', id, 'answers', { ...said, words: '换了一种说法。' })).body.code).toBe('id-taken');
  });
});

describe('the numbers of a year', () => {
  it('run on without a gap when two are issued at once', async () => {
    const before = (await serials()).length;
    const made = await Promise.all([at.issued(), at.issued(), at.issued(), at.issued()]);
    expect(made.map(({ serial }) => serial).toSorted((a, b) => a - b)).toEqual(upTo(before + 4).slice(before));
    expect(await serials()).toEqual(upTo(before + 4));
  });

  it('lose none to an order that fails, nor to one that is withdrawn', async () => {
    const before = (await serials()).length;
    const closed = at.lines[1]!.id;
    const failed = await at.as('author', 'POST', '/supervision-orders', at.wording({ assignmentIds: [closed] }));
    expect([failed.status, failed.body.issues[0].path]).toEqual([400, ['assignmentIds']]);
    const { id, serial } = await at.issued();
    expect(serial).toBe(before + 1);
    await post('author', id, 'withdrawals', { id: newId(), words: '情况已查明，不必再答复。' });
    expect((await at.issued()).serial).toBe(before + 2);
  });
});

describe('an order that cannot be issued', () => {
  it.each([
    ['a day in the past', { answerBy: '2026-11-24' }, 'answerBy', /答复期限不能早于今天/],
    ['no line', { assignmentIds: [] }, 'assignmentIds', /督办的任务至少/],
    ['a demand too short', { demand: '快办' }, 'demand', /督办要求至少/],
    ['no title', { title: ' ' }, 'title', /标题/],
  ])('for %s says so at its field', async (_, over, field, words) => {
    const { status, body } = await at.as('author', 'POST', '/supervision-orders', at.wording(over));
    expect([status, body.issues[0].path[0], body.message]).toEqual([400, field, expect.stringMatching(words)]);
  });

  it('names lines of one unit only, that exist', async () => {
    const others = (await at.as('stranger', 'GET', '/assignments?limit=1')).body.items;
    const foreign = await at.as('author', 'POST', '/supervision-orders', at.wording({ assignmentIds: [others[0].id] }));
    expect([foreign.status, foreign.body.message]).toEqual([400, expect.stringMatching(/^第 1 项.+不是该单位的任务/)]);
    const none = at.wording({ assignmentIds: [newId()] });
    expect((await at.as('author', 'POST', '/supervision-orders', none)).status).toBe(404);
  });

  it.each(['officer', 'townLead', 'administrator', 'resident'] as const)('by %s', async (who) =>
    expect((await at.as(who, 'POST', '/supervision-orders', at.wording())).status).toBe(403),
  );

  it('to the own office', async () => {
    const own = (await at.as('author', 'GET', '/sessions/current')).body.actor.unitId;
    expect((await at.as('author', 'POST', '/supervision-orders', at.wording({ toUnitId: own }))).status).toBe(403);
    expect((await at.as('author', 'GET', `/org-units/${own}/order-choices`)).status).toBe(403);
  });
});

describe('who sees an order, and who may do what', () => {
  it('the unit, the lead above and supervisors; nobody else', async () => {
    const { id } = await at.issued();
    const seen = (who: Somebody) => at.as(who, 'GET', `/supervision-orders/${id}`);
    for (const who of ['officer', 'townLead', 'author', 'other', 'administrator'] as const)
      expect((await seen(who)).status).toBe(200);
    for (const who of ['neighbour', 'townOfficer', 'stranger'] as const) expect((await seen(who)).status).toBe(404);
    expect((await seen('resident')).status).toBe(403);
    expect((await post('neighbour', id, 'answers', answer())).status).toBe(404);
    expect((await post('neighbour', id, 'receipts', { id: newId() })).status).toBe(404);
    expect((await post('author', id, 'answers', answer())).status).toBe(403);
    expect((await post('townLead', id, 'receipts', { id: newId() })).status).toBe(403);
    expect((await post('other', id, 'withdrawals', { id: newId(), words: '不是我们下达的。' })).status).toBe(403);
    const lists = async (who: Somebody) =>
      (await at.as(who, 'GET', '/supervision-orders?limit=200')).body.items.map((one: { id: string }) => one.id);
    expect(await lists('officer')).toContain(id);
    expect(await lists('townLead')).toContain(id);
    expect(await lists('neighbour')).not.toContain(id);
    expect((await at.as('author', 'GET', `/supervision-orders/${newId()}`)).status).toBe(404);
  });

  it('nobody reviews what they wrote or what their own unit answers', async () => {
    const { id, answerId } = await at.answered();
    await at.county.database.work((db) =>
      db.query(
        'UPDATE `supervision_order_step` SET `by` = (SELECT `id` FROM `person` WHERE `demoKey` = ?) WHERE `id` = ?',
        [at.keyOf.other, answerId],
      ),
    );
    const own = await post('other', id, 'reviews', accepts(answerId));
    expect([own.status, own.body.message]).toEqual([403, '这是您本人作的答复，要由其他督查员审核']);
    expect((await post('townLead', id, 'reviews', accepts(answerId))).status).toBe(403);
    expect((await post('author', id, 'reviews', accepts(answerId))).status).toBe(201);
  });

  it('an answer is reviewed once, and only the one that was read', async () => {
    const { id, answerId } = await at.answered();
    expect((await post('author', id, 'reviews', accepts(newId()))).status).toBe(409);
    const past = await post('author', id, 'reviews', returns(answerId, { answerBy: '2026-11-01' }));
    expect([past.status, past.body.issues[0].path]).toEqual([400, ['answerBy']]);
    const [one, two] = await Promise.all([
      post('author', id, 'reviews', accepts(answerId)),
      post('other', id, 'reviews', returns(answerId)),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([201, 409]);
  });

  it('after its end nothing is answered, reviewed or withdrawn', async () => {
    const { id, answerId } = await at.answered();
    await post('author', id, 'reviews', accepts(answerId));
    const late = await post('officer', id, 'answers', answer());
    expect([late.status, late.body.message]).toEqual([409, '督办单已经办结，不能再答复']);
    expect((await post('author', id, 'withdrawals', { id: newId(), words: '想撤回已办结的。' })).status).toBe(409);
    const gone = await at.issued();
    await post('author', gone.id, 'withdrawals', { id: newId(), words: '情况已查明，不必再答复。' });
    expect((await post('officer', gone.id, 'answers', answer())).status).toBe(409);
    expect((await post('officer', gone.id, 'receipts', { id: newId() })).status).toBe(409);
  });
});

describe('lists and papers', () => {
  it('come by place, page by page', async () => {
    const all = (await at.as('author', 'GET', '/supervision-orders?limit=200')).body.items;
    const first = (await at.as('author', 'GET', '/supervision-orders?limit=3')).body;
    const second = (await at.as('author', 'GET', `/supervision-orders?limit=3&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 6));
    for (const [place, states] of [
      ['to-receive', ['issued']],
      ['to-answer', ['received', 'returned']],
      ['to-review', ['answered']],
      ['settled', ['accepted', 'withdrawn']],
    ] as const) {
      const { items } = (await at.as('author', 'GET', `/supervision-orders?limit=200&place=${place}`)).body;
      expect(items.length).toBeGreaterThan(0);
      for (const { state } of items) expect(states).toContain(state);
    }
  });

  it('a supervisor chooses among the unit’s lines, the one come from first; the usual day is five working days on', async () => {
    const chosen = at.lines[2]!.id;
    const { body } = await at.as('author', 'GET', `/org-units/${at.villageId}/order-choices?assignmentId=${chosen}`);
    expect(body).toMatchObject({ toUnitName: '青石镇石桥村', answerBy: '2026-12-02', isWhole: true });
    expect(body.lines[0].assignmentId).toBe(chosen);
    expect(body.lines.map((line: { assignmentId: string }) => line.assignmentId)).not.toContain(at.lines[1]!.id);
  });

  it('the Word file holds what was ordered, and with its answers what was said', async () => {
    const { id, answerId, documentNumber } = await at.answered();
    await post('author', id, 'reviews', accepts(answerId));
    const wordsOf = async (query: string) => {
      const { status, body } = await at.as('officer', 'GET', `/supervision-orders/${id}/document${query}`);
      expect(status).toBe(200);
      return (await JSZip.loadAsync(body)).file('word/document.xml')!.async('string');
    };
    const plain = await wordsOf('');
    expect(plain).toContain(documentNumber);
    expect(plain).toContain('请于2026年12月2日前书面答复。');
    expect(plain).not.toContain('月底前补齐');
    const whole = await wordsOf('?answer=true');
    expect(whole).toContain('已逐项核实，月底前补齐。');
    expect(whole).toContain('同意办结。');
  });
});
