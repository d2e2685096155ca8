import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { URI, type TOTP } from 'otpauth';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';

const PASSWORD = '青石板上慢慢走路十步';

const isAtWork = (status: string) => ['assigned', 'acknowledged', 'in-progress'].includes(status);

describe('one person with several posts', () => {
  let county: County;
  let administrator: string;
  let unitId: string;
  let officeId: string;

  beforeAll(async () => {
    county = await startCounty();
    administrator = await county.signIn('administrator');
    const unitOf = async (person: string): Promise<string> =>
      (await county.ask('GET', '/sessions/current', { token: await county.signIn(person) })).body.actor.unitId;
    unitId = await unitOf('unit-lead');
    officeId = await unitOf('supervisor');
  });
  afterAll(() => county.close());

  const add = (over: object, token = administrator) => {
    const person = { id: newId(), name: '王双岗', phone: '19800004001', unitId, role: 'unit-lead' };
    return county.ask('POST', '/people', { token, body: { ...person, ...over } });
  };

  it('does not complete a task as the unit’s lead and close it as a supervisor', async () => {
    const { body: person } = await add({});
    await add({ unitId: officeId, role: 'supervisor' });
    const { body: invitation } = await county.ask('POST', `/people/${person.id}/invitations`, {
      token: administrator,
      body: {},
    });
    const { body: session } = await county.ask('POST', '/invitation-acceptances', {
      body: { code: invitation.code, phone: '19800004001', password: PASSWORD },
    });
    const { token } = session;
    const ask = (method: string, path: string, body?: object) => county.ask(method, path, { token, body });
    const post = async (role: string) => {
      const { body } = await ask('GET', '/sessions/current');
      const membership = body.memberships.find((one: { role: string }) => one.role === role);
      expect((await ask('PUT', '/sessions/current/membership', { membershipId: membership.id })).status).toBe(200);
    };
    await post('unit-lead');
    // Of the plan: a finding needs its measure agreed before it can be completed.
    const { body: lines } = await ask('GET', `/assignments?limit=200&breakdownId=${(await county.planAtWork()).id}`);
    const [line, other] = lines.items.filter(
      (one: { unitId: string; status: string; breakdownKind: string }) =>
        one.unitId === unitId && one.breakdownKind === 'plan' && isAtWork(one.status),
    );
    for (const { id } of [line, other]) {
      const report = { id: newId(), percent: 100, note: '都办好了' };
      expect((await ask('POST', `/assignments/${id}/reports`, report)).status).toBe(201);
    }
    const completion = { id: newId(), summary: '已办好', proof: '公开栏照片' };
    expect((await ask('POST', `/assignments/${line.id}/completions`, completion)).status).toBe(201);
    await post('supervisor');
    for (const [kind, body] of [
      ['closings', { id: newId() }],
      ['returns', { id: newId(), reason: '再补材料' }],
    ] as const) {
      const answer = await ask('POST', `/assignments/${line.id}/${kind}`, body);
      expect([answer.status, answer.body.message]).toEqual([403, '这项任务是您本人确认办结的，要由其他督查员核验']);
    }
    const away = await ask('POST', `/assignments/${other.id}/withdrawals`, { id: newId(), reason: '不办了' });
    expect([away.status, away.body.message]).toEqual([403, '您在这个单位也有任职，要由其他人办理']);
    const lead = await county.signIn('unit-lead');
    const byLead = { ...completion, id: newId() };
    expect(
      (await county.ask('POST', `/assignments/${other.id}/completions`, { token: lead, body: byLead })).status,
    ).toBe(201);
    const own = await ask('POST', `/assignments/${other.id}/closings`, { id: newId() });
    expect(own.body.message).toBe('您在责任单位也有任职，要由其他督查员核验');
    const supervisor = await county.signIn('supervisor');
    const closed = await county.ask('POST', `/assignments/${line.id}/closings`, {
      token: supervisor,
      body: { id: newId() },
    });
    expect(closed.body.status).toBe('closed');
  });

  it('is not taken for somebody else by a wrong figure in the phone number', async () => {
    const wrong = await add({ name: '李另有其人', role: 'officer' });
    expect([wrong.status, wrong.body.message]).toEqual([400, '这个手机号登记在另一个姓名下，请核对手机号和姓名']);
    const form = new FormData();
    const rows = ['姓名,手机号,单位,角色', '王一,19800004101,石桥村,经办人', '王二,19800004101,青龙村,经办人'];
    form.append('file', new Blob([rows.join('\n')]), '名册.csv');
    const { body } = await county.ask('POST', '/rosters/previews', { token: administrator, body: form });
    expect(body.remarks).toContainEqual(
      expect.objectContaining({ row: 3, column: '手机号', message: '名册里“王一”也是这个手机号，请核对' }),
    );
    expect(body.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['added', 'refused']);
  });

  it('sent again under the same number with another name is refused', async () => {
    const id = newId();
    expect((await add({ id, phone: '19800004201', role: 'officer' })).status).toBe(201);
    expect((await add({ id, phone: '19800004201', role: 'officer' })).status).toBe(200);
    expect((await add({ id, phone: '19800004201', role: 'officer', name: '改了名' })).body.code).toBe('id-taken');
  });
});

describe('the last administrator', () => {
  it('is neither let go nor moved by another who cannot sign in yet; one who can may follow', async () => {
    const county = await startCounty();
    const token = await county.signIn('administrator');
    const { body: me } = await county.ask('GET', '/sessions/current', { token });
    const second = {
      id: newId(),
      name: '后来的',
      phone: '19800005001',
      unitId: me.actor.unitId,
      role: 'administrator',
    };
    expect((await county.ask('POST', '/people', { token, body: second })).status).toBe(201);
    const invited = await county.ask('POST', `/people/${second.id}/invitations`, { token, body: {} });
    const accepted = await county.ask('POST', '/invitation-acceptances', {
      body: { code: invited.body.code, phone: second.phone, password: PASSWORD },
    });
    expect(accepted.body.code).toBe('second-factor-missing');
    const said = { phone: second.phone, password: PASSWORD };
    const told = await county.ask('POST', '/second-factors', { body: said });
    const totp = URI.parse(told.body.address) as TOTP;
    const oneTimeCode = totp.generate({ timestamp: Date.parse(county.clock.now()) });
    const entered = await county.ask('POST', '/sessions', { body: { kind: 'password', ...said, oneTimeCode } });
    const theirs = entered.body.token;
    // The first one is reset: now only the second can sign in, and the first may not remove them.
    const depart = (personId: string, by: string) =>
      county.ask('POST', `/people/${personId}/departures`, { token: by, body: {} });
    const move = (personId: string, by: string) =>
      county.ask('POST', `/people/${personId}/moves`, {
        token: by,
        body: { unitId: me.actor.unitId, role: 'officer' },
      });
    await county.database.work((db) =>
      db.query('UPDATE `person` SET `demoKey` = NULL WHERE `id` = ?', [me.actor.personId]),
    );
    for (const answer of [await depart(second.id, token), await move(second.id, token)])
      expect([answer.status, answer.body.message]).toEqual([409, expect.stringContaining('最后一位能登录的管理员')]);
    expect((await depart(me.actor.personId, theirs)).status).toBe(201);
    expect((await county.ask('GET', '/audit-entries', { token })).status).toBe(401);
    await county.close();
  });

  it('remains when two let each other go at the same moment', async () => {
    const county = await startCounty();
    const token = await county.signIn('administrator');
    const { body: me } = await county.ask('GET', '/sessions/current', { token });
    for (let round = 0; round < 3; round += 1) {
      const other = {
        id: newId(),
        name: '后来的',
        phone: `1980000510${round}`,
        unitId: me.actor.unitId,
        role: 'administrator',
      };
      await county.ask('POST', '/people', { token, body: other });
      const invited = await county.ask('POST', `/people/${other.id}/invitations`, { token, body: {} });
      const accepted = await county.ask('POST', '/invitation-acceptances', {
        body: { code: invited.body.code, phone: other.phone, password: PASSWORD },
      });
      const depart = (personId: string, by: string) =>
        county.ask('POST', `/people/${personId}/departures`, { token: by, body: {} });
      const answers = await Promise.all([depart(other.id, token), depart(me.actor.personId, accepted.body.token)]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 201).length).toBe(1);
      if (statuses[1] === 201) break;
    }
    await county.close();
  });
});
