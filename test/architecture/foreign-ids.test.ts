import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import type { Route } from '@county/shared/http/route';
import type * as z from '@county/shared/zod';
import { tables } from '../../server/src/tables.ts';
import { startCounty, type County } from '../support/county.ts';
import { invented } from '../support/invented-input.ts';
import { declaredRoutes } from './declared-routes.ts';

/** In which table the things are that a parameter names; where it depends on the path, by what the path begins with. */
const THINGS: Record<string, string | Record<string, string>> = {
  answerId: 'task_answer',
  assignmentId: 'assignment',
  bookingId: 'booking',
  breakdownId: 'task_breakdown',
  cardId: 'elder_card',
  circularId: 'circular',
  deliveryId: 'delivery',
  eventId: 'public_event',
  extensionId: 'extension',
  guideId: 'service_guide',
  handbookId: 'handbook',
  itemId: 'event_plan_item',
  measureId: 'rectification_measure',
  orderId: 'supervision_order',
  personId: 'person',
  pointId: 'service_point',
  publicLineId: 'public_line',
  questionId: { '/event-questions': 'event_question', '/task-questions': 'task_question' },
  requestId: 'home_visit_request',
  serviceId: { '/bookable-services': 'bookable_service', '/home-visit-services': 'home_visit_service' },
  signUpId: 'event_sign_up',
  taskId: 'task',
  unitId: 'org_unit',
  visitId: 'home_visit',
};

/** Of what the invented county has none; each feature's own test asks for a stranger's. */
const NONE_THERE = new Set([
  'nudgeId',
  'standInId',
  'correctionId',
  'reportId',
  'complaintId',
  'previewId',
  'objectionId',
]);

/** What is written by whoever asks for anything, and by the server's look for reminders every half-minute. */
const NOT_BY_THEM = new Set([
  'audit_entry',
  'audit_seal',
  'session',
  'sign_in_failure',
  'sign_in_gate',
  'tick_lease',
  'delivery',
]);

/** Ways of asking whose subject is no thing of somebody's. */
const NO_THING = new Set(['day', 'year', 'key', 'month']);

/** What everybody in an office may read, whichever unit it is about: the plan, and when a counter has time. */
const FOR_EVERY_OFFICE = new Set([
  'GET /bookable-services/:serviceId/times',
  'GET /task-breakdowns/:breakdownId',
  'GET /task-breakdowns/:breakdownId/breakdown.docx',
  'GET /task-breakdowns/:breakdownId/breakdown.xlsx',
  'GET /task-breakdowns/:breakdownId/heat-table',
  'GET /task-breakdowns/:breakdownId/heat-table.xlsx',
  'GET /task-breakdowns/:breakdownId/ledger',
  'GET /task-breakdowns/:breakdownId/ledger.xlsx',
  'GET /task-breakdowns/:breakdownId/reminder-settings',
  'GET /tasks/:taskId',
  'GET /tasks/:taskId/contacts',
  'GET /tasks/:taskId/timeline',
  'GET /assignments/:assignmentId',
  // A page opened says so; of who is not the unit's own it takes no note.
  'POST /assignments/:assignmentId/acknowledgements',
]);

/** Forms too wide to be filled by chance: their own features' tests send them as strangers. */
const WIDE_FORMS = new Set([
  'POST /bookable-services/:serviceId/changes',
  'POST /home-visit-services/:serviceId/changes',
  'POST /events/:eventId/changes',
]);

/** What must agree within, or cannot be left out of a list. */
const MADE_BY_HAND: Record<string, unknown> = {
  'POST /events/:eventId/draws': { id: newId(), seed: '20261125', repeated: '20261125' },
};
const QUERIES: Record<string, string> = {
  'GET /service-points/:pointId/bookings': '?from=2026-11-25&to=2026-11-27',
};

const STRANGERS = ['officer', 'unit-lead'] as const;
const TRIES = 12;
const THINGS_EACH = 5;
const TICK_SECRET = 'sixteen letters or more';

const pick = (things: readonly string[], turn: number): string => things[turn % things.length]!;
const named = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
const isFor = ({ access }: Route, role: (typeof STRANGERS)[number]): boolean =>
  access === 'signed-in' || (access !== 'public' && access.includes(role));

/**
 * A unit that was founded today has nothing in the county: whatever its people name is somebody else's. They ask by
 * every route that takes an id, with bodies of the right form.
 */
describe('somebody with nothing of their own', () => {
  let county: County;
  let before: Record<string, string>;
  const tokens = new Map<string, string>();
  const ids = new Map<string, string[]>();

  beforeAll(async () => {
    county = await startCounty({ environment: { TICK_SECRET } });
    for (const table of tables.map(({ options }) => options.name)) {
      const rows = await county.database.read((db) => db.query(`SELECT * FROM \`${table}\` LIMIT 400`));
      const all = (rows as { id?: string }[]).flatMap(({ id }) => (id ? [id] : []));
      ids.set(
        table,
        [0, 0.5, 0.99].flatMap((part) => all[Math.floor(all.length * part)] ?? []),
      );
    }
    for (const table of ['rectification_measure', 'recheck']) {
      const rows = await county.database.read((db) => db.query(`SELECT \`assignmentId\` FROM \`${table}\` LIMIT 1`));
      ids.get('assignment')!.push(...(rows as { assignmentId: string }[]).map(({ assignmentId }) => assignmentId));
    }
    const administrator = await county.signIn('administrator');
    const { body: units } = await county.ask('GET', '/org-units?kind=department&limit=1');
    const unit = { id: newId(), name: '新设的办公室', kind: 'department', parentId: units.items[0].parentId };
    const founded = await county.ask('POST', '/org-units', {
      token: administrator,
      body: { ...unit, aliases: [], traits: [], officePhone: null, contactName: null },
    });
    if (founded.status !== 201) throw new Error(JSON.stringify(founded.body));
    for (const [index, role] of STRANGERS.entries()) {
      const phone = `1980000900${index}`;
      const person = { id: newId(), name: `新来的${index}`, phone, unitId: unit.id, role };
      await county.ask('POST', '/people', { token: administrator, body: person });
      const { body } = await county.ask('POST', `/people/${person.id}/invitations`, { token: administrator, body: {} });
      const accepted = await county.ask('POST', '/invitation-acceptances', {
        body: { code: body.code, phone, password: '青石板上慢慢走路十步' },
      });
      tokens.set(role, accepted.body.token);
    }
    // What is due goes out now, and not while they ask.
    const ticked = await county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
    if (ticked.status >= 300) throw new Error(JSON.stringify(ticked.body));
    before = await everything();
  });
  afterAll(() => county.close());

  /** Everything that is stored, by table, but for the traces of asking. */
  const everything = async (): Promise<Record<string, string>> => {
    const stored: Record<string, string> = {};
    for (const name of tables.map(({ options }) => options.name!)) {
      if (NOT_BY_THEM.has(name)) continue;
      const rows = await county.database.read((db) => db.query(`SELECT * FROM \`${name}\` ORDER BY 1, 2`));
      stored[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    }
    return stored;
  };

  const thingsOf = (name: string, path: string): string[] => {
    const table = THINGS[name];
    if (table === undefined) throw new Error(`THINGS says nothing of :${name}`);
    if (typeof table === 'string') return ids.get(table)!;
    return ids.get(Object.entries(table).find(([begins]) => path.startsWith(begins))![1])!;
  };

  const bodyOf = (schema: z.ZodType | undefined, seed: number): unknown => {
    if (!schema) return {};
    const known = (field: string) => {
      if (field === 'id') return newId();
      const table = THINGS[field];
      return typeof table === 'string' ? ids.get(table)?.[seed % 3] : undefined;
    };
    const tried = fc.sample(invented(schema, known), { numRuns: 60, seed });
    return tried.find((body) => schema.safeParse(body).success) ?? tried[0];
  };

  const walked = declaredRoutes.filter(
    (route) =>
      STRANGERS.some((role) => isFor(route, role)) &&
      named(route).length > 0 &&
      !named(route).some((name) => NONE_THERE.has(name) || NO_THING.has(name)),
  );

  it('is asked for of enough routes', () => expect(walked.length).toBeGreaterThan(90));

  it.each(walked.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s gives them nothing and changes nothing',
    async (name, route) => {
      const statuses = new Set<number>();
      for (const role of STRANGERS.filter((one) => isFor(route, one)))
        for (let turn = 0; turn < (route.method === 'GET' ? THINGS_EACH : TRIES); turn += 1) {
          const path = route.path.replace(/:(\w+)/g, (_, param: string) => pick(thingsOf(param, route.path), turn));
          const body = route.method === 'GET' ? undefined : (MADE_BY_HAND[name] ?? bodyOf(route.body, turn));
          const reply = await county.ask(route.method, path + (QUERIES[name] ?? ''), { token: tokens.get(role), body });
          statuses.add(reply.status);
        }
      expect(await everything()).toEqual(before);
      if (FOR_EVERY_OFFICE.has(name)) return;
      expect([...statuses].filter((status) => ![400, 403, 404, 409].includes(status))).toEqual([]);
      expect(statuses.has(403) || statuses.has(404)).toBe(!WIDE_FORMS.has(name));
    },
  );

  it('reads of a line what the plan says, and nothing the unit wrote', async () => {
    for (const id of ids.get('assignment')!) {
      const { body } = await county.ask('GET', `/assignments/${id}`, { token: tokens.get('officer') });
      expect([body.reports, body.steps]).toEqual([[], []]);
    }
  });
});
