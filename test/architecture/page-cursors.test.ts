import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Route } from '@county/shared/http/route';
import { startCounty, type County } from '../support/county.ts';
import { declaredRoutes } from './declared-routes.ts';

const READERS = ['supervisor', 'administrator', 'unit-lead'] as const;

const reader = ({ access, path }: Route) =>
  SEEN_ONLY_BY[path] ?? (typeof access === 'string' ? READERS[0] : READERS.find((role) => access.includes(role))!);

/** What the people of the place see and nobody above them. */
const SEEN_ONLY_BY: Record<string, (typeof READERS)[number]> = { '/service-points/:pointId/bookings': 'unit-lead' };

/** What a list cannot do without. */
const ASKED: Record<string, string> = {
  '/service-points/:pointId/bookings': '&from=2026-11-25&to=2026-11-27',
};

const isPaged = ({ query }: Route): boolean => Object.hasOwn((query as { shape?: object })?.shape ?? {}, 'cursor');

/** Where a list is that the things of a path's parameter stand in. */
const LISTS: Record<string, string> = {
  breakdownId: '/task-breakdowns',
  taskId: '/public/tasks',
  guideId: '/public/service-guides',
  pointId: '/service-points',
  nudgeId: '/nudges',
  eventId: '/events',
};

describe('every list', () => {
  let county: County;
  const tokens: Record<string, string> = {};
  const paged = declaredRoutes.filter(isPaged);

  beforeAll(async () => {
    county = await startCounty();
    for (const person of READERS) tokens[person] = await county.signIn(person);
    await nudge();
  });
  afterAll(() => county.close());

  /** The demo county's story has none yet. */
  const nudge = async () => {
    const token = tokens.supervisor!;
    const { body: plans } = await county.ask('GET', '/task-breakdowns?limit=1', { token });
    const lines = { by: 'filter', breakdownId: plans.items[0].id, filter: {} };
    const sent = await county.ask('POST', '/nudges', { token, body: { id: newId(), words: '请尽快报送进展', lines } });
    expect(sent.status).toBe(201);
  };

  const withRealIds = async (path: string, token: string) => {
    let real = path;
    for (const [param] of path.matchAll(/:\w+/g)) {
      const { body } = await county.ask('GET', `${LISTS[param.slice(1)]}?limit=1`, { token });
      real = real.replace(param, body.items[0].id as string);
    }
    return real;
  };

  it.each(paged.map((route) => [route.path, route] as const))(
    '%s says so where a page is asked for that it never had, instead of looking as if it had ended',
    async (path, route) => {
      const token = tokens[reader(route)]!;
      const first = `${await withRealIds(path, token)}?limit=1${ASKED[path] ?? ''}`;
      expect((await county.ask('GET', first, { token })).status).toBe(200);
      const { status, body } = await county.ask('GET', `${first}&cursor=nowhere`, { token });
      expect([status, body.message]).toEqual([400, expect.stringContaining('翻页标记无效')]);
    },
  );
});
