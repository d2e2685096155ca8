import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Role } from '@county/shared/people/role';
import { startCounty, type County } from '../support/county.ts';
import { declaredRoutes } from './declared-routes.ts';

const SOMEBODY: Record<Role, string> = {
  resident: 'resident',
  officer: 'village-officer',
  'unit-lead': 'unit-lead',
  supervisor: 'supervisor',
  administrator: 'administrator',
};

/** Calls that end the session or the demo person's own sign-in would spoil the calls after them. */
const ENDS_THE_SESSION = new Set(['DELETE /sessions/current']);

describe('every route', () => {
  let county: County;
  const tokens = new Map<Role, string>();
  let before: { id: string }[] = [];

  beforeAll(async () => {
    county = await startCounty();
    for (const [role, person] of Object.entries(SOMEBODY)) tokens.set(role as Role, await county.signIn(person));
    before = await trail();
  });
  afterAll(() => county.close());

  const trail = () => county.database.read((db) => db.query<{ id: string }[]>('SELECT * FROM audit_entry ORDER BY id'));

  const ask = (method: string, path: string, id: string, token?: string) =>
    county.ask(method, path.replace(/:\w+/g, id), { token, ...(method === 'GET' ? {} : { body: {} }) });

  it.each(declaredRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s lets in whom it names, and nobody else',
    async (name, { method, path, access }) => {
      const unsigned = await ask(method, path, newId());
      expect(unsigned.body?.code === 'not-signed-in').toBe(access !== 'public');
      for (const [role, token] of tokens) {
        if (ENDS_THE_SESSION.has(name)) continue;
        const { status, body } = await ask(method, path, newId(), token);
        const named = access === 'public' || access === 'signed-in' || access.includes(role);
        expect([role, status < 500 || status === 503]).toEqual([role, true]);
        if (!named) expect([role, status, body.code]).toEqual([role, 403, 'not-allowed']);
        if (named) expect([role, status === 401]).toEqual([role, false]);
      }
    },
  );

  it.each(
    declaredRoutes.filter(({ params }) => params).map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s refuses an id that is none, in words', async (_name, { method, path, access }) => {
    const role = typeof access === 'string' ? 'supervisor' : access[0]!;
    const { status, body } = await ask(method, path, 'no-such-id', tokens.get(role));
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    expect(body.message).toMatch(/[一-鿿]/);
  });

  it('leaves the audit trail as it was, but for what it adds', async () => {
    const after = new Map((await trail()).map((entry) => [entry.id, entry]));
    expect(before.length).toBeGreaterThan(0);
    expect(before.map(({ id }) => after.get(id))).toEqual(before);
    const ofTrail = declaredRoutes.filter(({ path }) => path.includes('audit'));
    expect(ofTrail.map(({ method }) => method)).toEqual(ofTrail.map(() => 'GET'));
  });
});
