import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';

const PASSWORD = '青石板上慢慢走路十步';
const PHONE = '19800003001';

describe('somebody who guesses', () => {
  let county: County;

  /** Behind one balancer, which notes the sender's address last. */
  beforeAll(async () => {
    county = await startCounty({ environment: { TRUST_PROXY: '1' } });
    await newcomer(PHONE);
  });
  afterAll(() => county.close());

  const newcomer = async (phone: string): Promise<string> => {
    const lead = await county.signIn('unit-lead');
    const { body: session } = await county.ask('GET', '/sessions/current', { token: lead });
    const person = { id: newId(), name: '新来的', phone, unitId: session.actor.unitId, role: 'officer' };
    expect((await county.ask('POST', '/people', { token: lead, body: person })).status).toBe(201);
    const { body } = await county.ask('POST', `/people/${person.id}/invitations`, { token: lead, body: {} });
    const accepted = await county.ask('POST', '/invitation-acceptances', {
      body: { code: body.code, phone, password: PASSWORD },
    });
    expect(accepted.status).toBe(201);
    return accepted.body.token;
  };
  const signIn = async (password: string, forwardedFor: string, phone = PHONE): Promise<number> =>
    (
      await fetch(`${county.url}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
        body: JSON.stringify({ kind: 'password', phone, password }),
      })
    ).status;
  const later = () => county.clock.set(new Date(Date.parse(county.clock.now()) + 31 * 60_000).toISOString());

  it('sends sixteen passwords at once: five are tried, the rest are locked out, and so is the right one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => signIn(`猜的密码${index}`, '198.51.100.1')),
    );
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(11);
    expect(await signIn(PASSWORD, '198.51.100.1')).toBe(429);
    expect(await signIn(PASSWORD, '198.51.100.2')).toBe(201);
    later();
  });

  it('writes other addresses into the header: the balancer’s own word counts', async () => {
    const answers: number[] = [];
    for (let index = 0; index < 7; index += 1) answers.push(await signIn('猜的密码', `10.0.0.${index}, 198.51.100.7`));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    later();
  });

  it('comes from ever new addresses: thirty are tried, then nobody is let in for half an hour', async () => {
    const answers: number[] = [];
    for (let index = 0; index < 32; index += 1) answers.push(await signIn('猜的密码', `203.0.113.${index}`));
    expect(answers.filter((status) => status === 401)).toHaveLength(30);
    expect(answers.slice(-2)).toEqual([429, 429]);
    later();
    expect(await signIn(PASSWORD, '203.0.113.200')).toBe(201);
  });

  it('does not lock out the neighbours behind the same address', async () => {
    for (let index = 0; index < 5; index += 1) await signIn('猜的密码', '198.51.100.9', '19800003999');
    expect(await signIn(PASSWORD, '198.51.100.9')).toBe(201);
  });

  it('at an unlocked phone does not find out the password by “changing” it', async () => {
    const token = await newcomer('19800003002');
    const change = async (current: string): Promise<number> =>
      (await county.ask('PUT', '/people/me/password', { token, body: { current, next: '另外一个很长很长的密码' } }))
        .status;
    const answers: number[] = [];
    for (let index = 0; index < 6; index += 1) answers.push(await change(`猜的密码${index}`));
    expect(answers).toEqual([400, 400, 400, 400, 400, 429]);
    expect(await change(PASSWORD)).toBe(429);
  });
});

describe('the setting of the balancers', () => {
  it.each(['true', '0', 'yes', '10.0.0.0/8;1.2.3.4'])('does not take %s', async (TRUST_PROXY) => {
    await expect(startCounty({ environment: { TRUST_PROXY } })).rejects.toThrow('TRUST_PROXY');
  });

  it.each(['false', '2', '10.0.0.0/8, 192.168.1.7', '::1'])('takes %s', async (TRUST_PROXY) => {
    const county = await startCounty({ environment: { TRUST_PROXY } });
    expect((await county.ask('GET', '/health')).status).toBe(200);
    await county.close();
  });
});
