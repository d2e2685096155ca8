import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP, URI } from 'otpauth';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { SecondFactors } from './people.tables.ts';

const PASSWORD = '青石板上慢慢走路十步';

describe("an administrator's second factor", () => {
  let county: County;
  let token: string;
  let unitId: string;

  beforeAll(async () => {
    county = await startCounty();
    token = await county.signIn('administrator');
    unitId = (await county.ask('GET', '/sessions/current', { token })).body.actor.unitId;
  });
  afterAll(() => county.close());

  const later = (seconds: number) =>
    county.clock.set(new Date(Date.parse(county.clock.now()) + seconds * 1000).toISOString());
  const post = (path: string, body: object, as?: string) => county.ask('POST', path, { body, token: as });
  const signIn = (phone: string, oneTimeCode?: string, password = PASSWORD) =>
    post('/sessions', { kind: 'password', phone, password, ...(oneTimeCode ? { oneTimeCode } : {}) });
  const begin = (phone: string, password = PASSWORD) => post('/second-factors', { phone, password });
  const current = async (as: string) => (await county.ask('GET', '/sessions/current', { token: as })).status;

  /** Somebody added and invited, who set a password. */
  const newcomer = async (phone: string, role = 'administrator') => {
    const { body } = await post('/people', { id: newId(), name: '管系统的', phone, unitId, role }, token);
    const { code } = (await post(`/people/${body.id}/invitations`, { reset: false }, token)).body;
    return {
      id: body.id as string,
      accepted: await post('/invitation-acceptances', { code, phone, password: PASSWORD }),
    };
  };
  /** What the app on the telephone shows, `seconds` from now by its own clock. */
  const shown = (address: string, seconds = 0) =>
    (URI.parse(address) as TOTP).generate({ timestamp: Date.parse(county.clock.now()) + seconds * 1000 });
  const withFactor = async (phone: string) => {
    const { id } = await newcomer(phone);
    const { address } = (await begin(phone)).body;
    const started = await signIn(phone, shown(address));
    later(60);
    return { id, address: address as string, token: started.body.token as string };
  };

  it('is asked for before somebody becomes administrator in a session that began before the post', async () => {
    const { id, accepted } = await newcomer('19800002031', 'unit-lead');
    const begun = accepted.body.token as string;
    const another = { id: newId(), name: '管系统的', phone: '19800002031', unitId, role: 'administrator' };
    expect((await post('/people', another, token)).body.id).toBe(id);
    const membership = async (as: string, role: string) =>
      (await county.ask('GET', '/sessions/current', { token: as })).body.memberships.find(
        (one: { role: string }) => one.role === role,
      ).id as string;
    const switchTo = async (as: string, role: string) =>
      county.ask('PUT', '/sessions/current/membership', {
        token: as,
        body: { membershipId: await membership(as, role) },
      });

    const refused = await switchTo(begun, 'administrator');
    expect([refused.status, refused.body.message]).toEqual([403, '用管理员身份要动态验证码，请退出登录，再登录一次']);
    expect((await county.ask('GET', '/operation', { token: begun })).status).toBe(403);

    const { address } = (await begin('19800002031')).body;
    const started = (await signIn('19800002031', shown(address))).body.token as string;
    for (const role of ['unit-lead', 'administrator', 'unit-lead'])
      expect([role, (await switchTo(started, role)).status]).toEqual([role, 200]);
  });

  it('is set up before the first session, in an app that reads the picture', async () => {
    const { accepted } = await newcomer('19800002001');
    expect([accepted.status, accepted.body.code]).toEqual([403, 'second-factor-missing']);
    const refused = await signIn('19800002001');
    expect([refused.status, refused.body.code, refused.body.token]).toEqual([403, 'second-factor-missing', undefined]);
    const { secret, address } = (await begin('19800002001')).body;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(decodeURIComponent(address)).toMatch(/^otpauth:\/\/totp\/示例县政务公开:管系统的\?/);
    const code = shown(address);
    const { status, body } = await signIn('19800002001', `${code.slice(0, 3)} ${code.slice(3)}`);
    expect([status, body.actor.role]).toEqual([201, 'administrator']);
  });

  it('is asked for at each sign-in, and only there', async () => {
    const { address } = await withFactor('19800002002');
    const asked = await signIn('19800002002');
    expect([asked.status, asked.body.code]).toEqual([403, 'second-factor-wanted']);
    expect((await signIn('19800002002', shown(address))).status).toBe(201);
    expect((await newcomer('19800002003', 'officer')).accepted.status).toBe(201);
    expect((await signIn('19800002003')).status).toBe(201);
  });

  it('lies in the database encrypted', async () => {
    const { id, address } = await withFactor('19800002004');
    const row = await county.database.read((db) => db.findOneByOrFail(SecondFactors, { personId: id }));
    expect(row.secret).not.toContain((URI.parse(address) as TOTP).secret.base32);
  });

  it.each([
    ['19800002021', 'half a minute early', 30, 201],
    ['19800002022', 'half a minute late', -30, 201],
    ['19800002023', 'a minute and a half early', 90, 400],
    ['19800002024', 'a minute and a half late', -90, 400],
  ])('takes or not what %s shows, whose clock is %s', async (phone, _, seconds, status) => {
    const { address } = await withFactor(phone);
    later(600);
    expect((await signIn(phone, shown(address, seconds))).status).toBe(status);
  });

  it('takes a code once, also when it is sent twice at the same moment', async () => {
    const { address } = await withFactor('19800002005');
    const code = shown(address);
    const answers = await Promise.all([1, 2, 3].map(() => signIn('19800002005', code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    const again = await signIn('19800002005', code);
    expect([again.status, again.body.issues[0].path]).toEqual([400, ['oneTimeCode']]);
  });

  it('locks after five wrong codes though the password is right each time', async () => {
    const { address } = await withFactor('19800002006');
    for (let guess = 0; guess < 5; guess += 1) {
      const wrong = String((Number(shown(address)) + 1 + guess) % 1_000_000).padStart(6, '0');
      expect((await signIn('19800002006', wrong)).status).toBe(400);
      expect((await signIn('19800002006')).body.code).toBe('second-factor-wanted');
    }
    const locked = await signIn('19800002006', shown(address));
    expect([locked.status, locked.body.message]).toEqual([429, expect.stringContaining('另一位管理员')]);
    later(31 * 60);
    expect((await signIn('19800002006', shown(address))).status).toBe(201);
  });

  it('says nothing of itself to who has not the password', async () => {
    await withFactor('19800002007');
    const wrong = [
      await signIn('19800002007', undefined, 'falsch-falsch'),
      await signIn('19800002007', '123456', 'falsch-falsch'),
      await begin('19800002007', 'falsch-falsch'),
      await begin('19800009999', 'falsch-falsch'),
    ];
    expect(wrong.map(({ status, body }) => [status, body.code])).toEqual(wrong.map(() => [401, 'wrong-password']));
  });

  it('is not given out again once it holds, nor to who needs none', async () => {
    await withFactor('19800002008');
    const again = await begin('19800002008');
    expect([again.status, again.body.code]).toEqual([403, 'second-factor-wanted']);
    await newcomer('19800002009', 'officer');
    expect((await begin('19800002009')).status).toBe(403);
  });

  it('is changed for another telephone with a code of the old one, which ends the other sessions', async () => {
    const { address, token: own } = await withFactor('19800002010');
    const other = (await signIn('19800002010', shown(address))).body.token;
    later(60);
    expect((await post('/second-factor-removals', { code: '000000' }, own)).status).toBe(400);
    expect((await post('/second-factor-removals', { code: shown(address) }, own)).status).toBe(201);
    expect([await current(own), await current(other)]).toEqual([200, 401]);
    expect((await signIn('19800002010')).body.code).toBe('second-factor-missing');
  });

  it('of a lost telephone is reset by another administrator', async () => {
    const { id } = await withFactor('19800002011');
    const { code } = (await post(`/people/${id}/invitations`, { reset: true }, token)).body;
    const accepted = await post('/invitation-acceptances', { code, phone: '19800002011', password: PASSWORD });
    expect(accepted.body.code).toBe('second-factor-missing');
    expect((await begin('19800002011')).status).toBe(201);
  });

  it('is wanted of an officer from the day they become an administrator', async () => {
    const { id, accepted } = await newcomer('19800002012', 'officer');
    await post(`/people/${id}/moves`, { unitId, role: 'administrator' }, token);
    expect(await current(accepted.body.token)).toBe(401);
    expect((await signIn('19800002012')).body.code).toBe('second-factor-missing');
  });
});

describe('where somebody is signed in', () => {
  let county: County;
  beforeAll(async () => {
    county = await startCounty();
  });
  afterAll(() => county.close());

  it('is told, and ended elsewhere by one tap, of the own sessions alone', async () => {
    const [here, there, stranger] = [
      await county.signIn('village-officer'),
      await county.signIn('village-officer'),
      await county.signIn('unit-lead'),
    ];
    const listed = await county.ask('GET', '/people/me/sessions', { token: here });
    expect(listed.body.items.map((one: { isThis: boolean }) => one.isThis).sort()).toEqual([false, true]);
    const empty = await county.ask('POST', '/people/me/session-endings', { token: here, body: {} });
    expect(empty.status).toBe(400);
    const ended = await county.ask('POST', '/people/me/session-endings', { token: here, body: { others: true } });
    expect(ended.status).toBe(201);
    const statuses = await Promise.all(
      [here, there, stranger].map(async (token) => (await county.ask('GET', '/sessions/current', { token })).status),
    );
    expect(statuses).toEqual([200, 401, 200]);
    expect((await county.ask('GET', '/people/me/sessions', { token: here })).body.items).toHaveLength(1);
  });
});
