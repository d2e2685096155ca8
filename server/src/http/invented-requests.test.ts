import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import type { Route } from '@county/shared/http/route';
import { declaredRoutes } from '../../../test/architecture/declared-routes.ts';
import { startCounty, type Answer, type County } from '../../../test/support/county.ts';
import { invented, spoilt } from '../../../test/support/invented-input.ts';

/** Printed with a failure, so that the same requests can be sent again. */
const SEED = 20261125;
const RUNS = 6;

/** They end the session that asks, or wait for a password to be hashed. */
const LEFT_OUT = new Set(['DELETE /sessions/current', 'POST /people/me/closings']);

const ASKERS = ['supervisor', 'unit-lead', 'administrator', 'village-officer'] as const;
const ROLES = {
  supervisor: 'supervisor',
  'unit-lead': 'unit-lead',
  administrator: 'administrator',
  'village-officer': 'officer',
} as const;

/** Programs, broken lines and people who try send what no page of ours would: it is refused in words, or it is taken. */
describe('requests made up from what a route describes', () => {
  let county: County;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    county = await startCounty();
    for (const person of ASKERS) tokens.set(person, await county.signIn(person));
  });
  afterAll(() => county.close());

  const asker = ({ access }: Route) =>
    typeof access === 'string' ? 'village-officer' : ASKERS.find((person) => access.includes(ROLES[person]))!;

  const understood = (name: string, { status, body }: Answer, sent: unknown): void => {
    const given = `${name} ${JSON.stringify(sent)?.slice(0, 600)}`;
    expect([given, status < 500 || status === 503]).toEqual([given, true]);
    if (status < 400) return;
    expect([given, body.message, body.reference]).toEqual([
      given,
      expect.stringMatching(/[一-鿿]/),
      expect.stringMatching(/^[\w-]{20,}$/),
    ]);
  };

  const taken = declaredRoutes.filter(({ method, path }) => !LEFT_OUT.has(`${method} ${path}`));

  it.each(
    taken
      .filter(({ body, upload }) => body && !upload)
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s', async (name, route) => {
    const token = tokens.get(asker(route));
    const bodies = invented(route.body!, () => undefined);
    const sent = fc.oneof(bodies, bodies.chain(spoilt), bodies.chain(spoilt));
    await fc.assert(
      fc.asyncProperty(sent, async (body) => {
        const path = route.path.replace(/:\w+/g, newId());
        understood(name, await county.ask(route.method, path, { token, body }), body);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });

  it.each(taken.filter(({ query }) => query).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s by its query',
    async (name, route) => {
      const token = tokens.get(asker(route));
      const queries = invented(route.query!, () => undefined);
      await fc.assert(
        fc.asyncProperty(fc.oneof(queries, queries.chain(spoilt)), async (query) => {
          const given = Object.entries((query ?? {}) as object).map(([key, value]) => [
            key,
            typeof value === 'string' ? value.slice(0, 2_000) : JSON.stringify(value),
          ]);
          const path = `${route.path.replace(/:\w+/g, newId())}?${new URLSearchParams(given)}`;
          understood(name, await county.ask(route.method, path, { token }), given);
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      );
    },
  );

  it.each([
    'null',
    '[]',
    '""',
    '1',
    '{"__proto__":{"role":"administrator"}}',
    '{"constructor":{"prototype":1}}',
    '\u0000',
  ])('a body of %j anywhere', async (text) => {
    for (const { method, path, body, upload } of taken) {
      if (!body || upload) continue;
      const reply = await fetch(`${county.url}/api${path.replace(/:\w+/g, newId())}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get('supervisor')}` },
        body: text,
      });
      const answer = { status: reply.status, headers: reply.headers, body: await reply.json() };
      understood(`${method} ${path}`, answer, text);
    }
  });
});
