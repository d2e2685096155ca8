import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';
import { gate } from '../../../test/support/gate.ts';

let county: County;
afterEach(() => county.close());

const start = async (environment: Record<string, string>) => {
  county = await startCounty({ environment });
};
/** Away from a minute's end, where a count begins anew. */
const insideAMinute = async () => {
  while (Date.now() % 60_000 > 50_000) await new Promise((resolve) => setTimeout(resolve, 500));
};
const times = async (count: number, act: () => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let turn = 0; turn < count; turn += 1) answers.push(await act());
  return answers;
};

describe('somebody who asks for more than people do', () => {
  it('is told how long to wait, while their colleagues at the same address go on', async () => {
    await start({ UNITS_PER_PERSON: '40', UNITS_PER_ADDRESS: '0' });
    const [officer, lead] = [await county.signIn('village-officer'), await county.signIn('unit-lead')];
    await insideAMinute();
    const look = (token: string) => () => county.ask('GET', '/sessions/current', { token });
    const answers = await times(42, look(officer));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(40).fill(200), 429, 429]);
    const { headers, body } = answers.at(-1)!;
    expect(body).toEqual({
      code: 'too-fast',
      message: expect.stringMatching(/^操作太频繁，请 \d+ 秒后再试；已填写的内容不会丢失$/),
      reference: expect.any(String),
    });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await look(lead)()).status).toBe(200);
  });

  it('pays more for a write than for a look, and more still for a file', async () => {
    await start({ UNITS_PER_PERSON: '40', UNITS_PER_ADDRESS: '0' });
    const token = await county.signIn('village-officer');
    await insideAMinute();
    const form = new FormData();
    form.set('id', newId());
    const write = () => county.ask('POST', '/people/me/session-endings', { token, body: { others: true } });
    expect((await times(5, write)).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect((await county.ask('POST', '/files', { token, body: form })).status).toBe(400);
    expect((await write()).status).toBe(429);
  });

  it('who is not signed in is counted by the network, whatever address of it', async () => {
    await start({ UNITS_PER_PERSON: '0', UNITS_PER_ADDRESS: '10', TRUST_PROXY: '1' });
    await insideAMinute();
    const from = (address: string) =>
      fetch(`${county.url}/api/sessions/current`, { headers: { 'x-forwarded-for': address } });
    for (let host = 1; host <= 10; host += 1) expect((await from(`2001:db8:1:2::${host}`)).status).toBe(401);
  });

  it('is refused public routes too, and a signed-in person behind that address is not', async () => {
    await start({ UNITS_PER_PERSON: '0', UNITS_PER_ADDRESS: '12', TRUST_PROXY: '1' });
    const token = await county.signIn('village-officer');
    await insideAMinute();
    const from = async (address: string, more: Record<string, string> = {}) =>
      (await fetch(`${county.url}/api/complaints/none`, { headers: { 'x-forwarded-for': address, ...more } })).status;
    const seen: number[] = [];
    for (let host = 1; host <= 14; host += 1) seen.push(await from(`2001:db8:7:2::${host}`));
    expect(seen.includes(429)).toBe(seen.at(-1) === 429);
    expect(await from('2001:db8:7:2::1', { authorization: `Bearer ${token}` })).not.toBe(429);
    expect(await from('2001:db8:7:3::1')).not.toBe(429);
  });
});

describe('a crowd', () => {
  const STAND_STILL = 4;

  it('beyond what is served at once is told to come again, and nothing of theirs is half done', async () => {
    await start({ REQUESTS_AT_ONCE: String(STAND_STILL) });
    const token = await county.signIn('village-officer');
    const { promise: held, resolve: letGo } = gate();
    // Whoever writes waits for this unit of work, as behind a slow disk.
    const { promise: begun, resolve: nowHeld } = gate();
    const holding = county.database.work(async (db) => {
      await db.query('UPDATE `session` SET `kind` = `kind`');
      nowHeld();
      await held;
    });
    await begun;
    const { memberships } = (await county.ask('GET', '/sessions/current', { token })).body;
    const write = () =>
      county.ask('PUT', '/sessions/current/membership', { token, body: { membershipId: memberships[0].id } });
    const all = Array.from({ length: STAND_STILL * 3 }, write);
    const refused = await Promise.all(await firstOf(all, STAND_STILL * 2));
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [503, 'busy']));
    expect(refused[0]!.headers.get('retry-after')).toBe('3');
    expect((await county.ask('GET', '/health')).status).toBe(200);
    letGo();
    await holding;
    const statuses = (await Promise.all(all)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(STAND_STILL).fill(200), ...Array<number>(STAND_STILL * 2).fill(503)]);
    expect((await write()).status).toBe(200);
  });

  it('of senders who never finish keeps nobody out', async () => {
    await start({ REQUESTS_AT_ONCE: String(STAND_STILL) });
    const { hostname, port } = new URL(county.url);
    const slow = Array.from({ length: STAND_STILL * 3 }, () => {
      const headers = { 'content-type': 'application/json', 'content-length': '100' };
      const sender = httpRequest({ hostname, port, method: 'POST', path: '/api/sessions', headers });
      sender.on('error', () => undefined).write('{');
      return sender;
    });
    await Promise.all(slow.map((sender) => new Promise((sent) => sender.once('socket', sent))));
    expect((await county.ask('GET', '/org-units')).status).toBe(200);
    for (const sender of slow) sender.destroy();
  });

  it('that hangs up leaves its places to others', async () => {
    await start({ REQUESTS_AT_ONCE: String(STAND_STILL) });
    const impatient = Array.from({ length: STAND_STILL * 5 }, async () => {
      const stop = new AbortController();
      const asked = fetch(`${county.url}/api/org-units?limit=200`, { signal: stop.signal }).catch(() => undefined);
      stop.abort();
      await asked;
    });
    await Promise.all(impatient);
    const after = await times(STAND_STILL * 2, () => county.ask('GET', '/org-units'));
    expect(after.map(({ status }) => status)).toEqual(after.map(() => 200));
  });
});

/** Those answers that come first. */
function firstOf(asked: Promise<Answer>[], count: number): Promise<Answer[]> {
  return new Promise((resolve) => {
    const come: Answer[] = [];
    for (const one of asked)
      void one.then((answer) => {
        come.push(answer);
        if (come.length === count) resolve(come);
      });
  });
}
