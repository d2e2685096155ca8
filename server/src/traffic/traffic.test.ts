import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';
import { gate } from '../../../test/support/gate.ts';
import { askMetrics, METRICS_TOKEN } from '../../../test/support/read-metrics.ts';

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

  it('who is not signed in is counted by the network, whatever address and whatever invented session', async () => {
    await start({ UNITS_PER_PERSON: '0', UNITS_PER_ADDRESS: '10', TRUST_PROXY: '1' });
    const token = await county.signIn('village-officer');
    await insideAMinute();
    const from = async (address: string, bearer?: string) => {
      const headers = { 'x-forwarded-for': address, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
      return (await fetch(`${county.url}/api/sessions/current`, { headers })).status;
    };
    const seen: number[] = [];
    for (let host = 1; host <= 6; host += 1)
      seen.push(
        await from(`2001:db8:1:2::${host}`),
        await from('2001:db8:1:2::9', `invented-session-of-nobody-${host}`),
      );
    expect(seen).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect(await from('2001:db8:1:2::1', token)).toBe(200);
    expect(await from('2001:db8:1:3::1')).toBe(401);
  });

  it('is refused public routes too, and a signed-in person behind that address is not', async () => {
    await start({ UNITS_PER_PERSON: '0', UNITS_PER_ADDRESS: '12', TRUST_PROXY: '1' });
    const token = await county.signIn('village-officer');
    await insideAMinute();
    const from = async (address: string, more: Record<string, string> = {}) =>
      (await fetch(`${county.url}/api/site`, { headers: { 'x-forwarded-for': address, ...more } })).status;
    const signedIn = { authorization: `Bearer ${token}` };
    const seen: number[] = [];
    // What a signed-in person asks for in between is not counted by the network as well.
    for (let host = 1; host <= 14; host += 1)
      seen.push(await from('2001:db8:7:2::1', signedIn), await from(`2001:db8:7:2::${host}`));
    expect(seen).toEqual([...Array<number>(24).fill(200), 200, 429, 200, 429]);
    expect(await from('2001:db8:7:3::1')).toBe(200);
  });
});

describe('a crowd', () => {
  const STAND_STILL = 4;

  /** Whoever writes a session waits until told otherwise, as behind a slow disk. */
  const holdWriters = async () => {
    const { promise: held, resolve: letGo } = gate();
    const { promise: begun, resolve: nowHeld } = gate();
    const holding = county.database.work(async (db) => {
      await db.query('UPDATE `session` SET `kind` = `kind`');
      nowHeld();
      await held;
    });
    await begun;
    return { letGo, holding };
  };

  it('beyond what is served at once is told to come again, and nothing of theirs is half done', async () => {
    await start({ REQUESTS_AT_ONCE: String(STAND_STILL), METRICS_TOKEN });
    const token = await county.signIn('village-officer');
    const { letGo, holding } = await holdWriters();
    const { memberships } = (await county.ask('GET', '/sessions/current', { token })).body;
    const write = () =>
      county.ask('PUT', '/sessions/current/membership', { token, body: { membershipId: memberships[0].id } });
    const all = Array.from({ length: STAND_STILL * 3 }, write);
    const refused = await Promise.all(await firstOf(all, STAND_STILL * 2));
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [503, 'busy']));
    expect(refused[0]!.headers.get('retry-after')).toBe('3');
    expect((await county.ask('GET', '/health')).status).toBe(200);
    expect((await askMetrics(county.url, METRICS_TOKEN)).status).toBe(200);
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

  it('of one line with many requests on it, reset before the first answer, leaves all their places', async () => {
    await start({ REQUESTS_AT_ONCE: String(STAND_STILL) });
    const token = await county.signIn('village-officer');
    const { memberships } = (await county.ask('GET', '/sessions/current', { token })).body;
    const body = { membershipId: memberships[0].id };
    const { letGo, holding } = await holdWriters();
    const look = async () => (await county.ask('GET', '/sessions/current', { token })).status;
    const { line, write } = await lineFor('/api/sessions/current/membership', token, body);
    // A look takes a place too, so that one of the writes may find none: another follows on the same line.
    const writeAndLook = () => {
      write();
      return look();
    };
    expect(await until(503, writeAndLook)).toBe(503);
    line.resetAndDestroy();
    expect(await until(200, look)).toBe(200);
    // One fewer than stand still: the last look may have been answered a moment before it leaves.
    const writes = Array.from({ length: STAND_STILL - 1 }, () =>
      county.ask('PUT', '/sessions/current/membership', { token, body }),
    );
    // Those that are refused hear of it meanwhile; the others wait.
    await times(10, () => county.ask('GET', '/health'));
    letGo();
    await holding;
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(writes.map(() => 200));
  });
});

/** Writes that are sent down one line, none waiting for the answer to the one before. */
async function lineFor(path: string, token: string, body: object): Promise<{ line: Socket; write(): void }> {
  const { hostname, port } = new URL(county.url);
  const line = connect(Number(port), hostname).on('error', () => undefined);
  await once(line, 'connect');
  const words = JSON.stringify(body);
  const head = `PUT ${path} HTTP/1.1\r\nhost: county\r\nauthorization: Bearer ${token}\r\n`;
  const request = `${head}content-type: application/json\r\ncontent-length: ${words.length}\r\n\r\n${words}`;
  return { line, write: () => void line.write(request) };
}

/** Asks again until the answer is the one waited for, at most so often; what was answered last. */
async function until(wanted: number, act: () => Promise<number>): Promise<number> {
  let answered = await act();
  for (let turn = 0; answered !== wanted && turn < 500; turn += 1) answered = await act();
  return answered;
}

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
