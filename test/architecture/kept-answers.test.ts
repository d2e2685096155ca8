import { describe, expect, it } from '@jest/globals';
import type { Route } from '@county/shared/http/route';
import type * as z from '@county/shared/zod';
import { declaredRoutes } from './declared-routes.ts';

/** A field that may tell who somebody is or where they are reached. */
const MAY_TELL_OF_SOMEBODY = /(name|phone|contact|address|landmark|attendees|mail)/i;

/** Fields whose name says it: a thing, an office, or the staff member who did something in office. */
const OF_AN_OFFICE = new Set(
  `
    unitName unitNames fromUnitName toUnitName toldUnitName answeringUnitName byUnitName acceptingUnitName
    decidingUnitName townshipName villageName countyName officePhone pointName pointPhone windowName serviceName
    placeName sourceName groupName byName writtenByName reviewedByName updatedByName askedByName answeredByName
    issuedByName receivedByName draftedByName approvedByName madeByName decidedByName checkedByName changedByName
    filedByName statedByName setByName calledByName consentTakenByName bookedByName assigneeName visitorName
    standInName namedIn hasPhone contactPhone
  `
    .trim()
    .split(/\s+/),
);

const OF_THE_SERVICE = 'names of units, points, services, sessions or files, and of staff in office';
const THEIR_OWN = 'what whoever asks gave themselves';

/** Why an answer that tells of somebody may stay on the device, each decided here. */
const KEPT: Record<string, string> = {
  '/service-points/:pointId/day': 'the counter goes on without a signal; gone when the session ends',
  '/home-visit-plans/:day': 'read at the doors, where there is no signal; gone when the session ends',
  '/own-bookings': THEIR_OWN,
  '/own-event-sign-ups': THEIR_OWN,
  '/people/me/reminder-ways': THEIR_OWN,
  '/sessions/current': THEIR_OWN,
  '/bookable-services/:serviceId': OF_THE_SERVICE,
  '/bookable-services': OF_THE_SERVICE,
  '/home-visit-services': OF_THE_SERVICE,
  '/nudges/:nudgeId/units': OF_THE_SERVICE,
  '/colleagues': OF_THE_SERVICE,
  '/events/:eventId': OF_THE_SERVICE,
  '/stand-ins': OF_THE_SERVICE,
  '/telephone-list': OF_THE_SERVICE,
  '/service-guides/:guideId': OF_THE_SERVICE,
  '/service-points/:pointId': OF_THE_SERVICE,
  '/service-points/:pointId/versions': OF_THE_SERVICE,
  '/service-points': OF_THE_SERVICE,
  '/supervision-orders/:orderId': OF_THE_SERVICE,
  '/task-breakdowns/:breakdownId': OF_THE_SERVICE,
  '/task-breakdowns': OF_THE_SERVICE,
  '/task-breakdowns/previews/:previewId': OF_THE_SERVICE,
  '/task-breakdowns/:breakdownId/heat-table': OF_THE_SERVICE,
  '/tasks/:taskId/contacts': OF_THE_SERVICE,
  '/assignments/:assignmentId': OF_THE_SERVICE,
};

/** The names of all fields within a schema, at whatever depth. */
function fieldsOf(schema: z.core.$ZodType | undefined): string[] {
  if (!schema) return [];
  const { shape, element, options, innerType, valueType, left, right } = schema._zod.def as {
    shape?: Record<string, z.core.$ZodType>;
    options?: z.core.$ZodType[];
  } & Partial<Record<'element' | 'innerType' | 'valueType' | 'left' | 'right', z.core.$ZodType>>;
  return [
    ...Object.entries(shape ?? {}).flatMap(([name, part]) => [name, ...fieldsOf(part)]),
    ...[...(options ?? []), element, innerType, valueType, left, right].flatMap(fieldsOf),
  ];
}

const tellsOfSomebody = ({ response }: Route): string[] =>
  typeof response === 'string'
    ? []
    : fieldsOf(response).filter((name) => MAY_TELL_OF_SOMEBODY.test(name) && !OF_AN_OFFICE.has(name));

/** What pages keep to show without a network; what everybody may read, or opens by their own key, is no secret of others. */
const keptAnswers = declaredRoutes.filter(
  (route) => route.method === 'GET' && route.access !== 'public' && typeof route.response !== 'string',
);

describe('an answer the device keeps', () => {
  it.each(keptAnswers.filter((route) => !route.private).map((route) => [route.path, tellsOfSomebody(route)] as const))(
    '%s tells nothing of other people, or it is decided here that it stays',
    (path, fields) => {
      expect([path, KEPT[path] ? [] : fields]).toEqual([path, []]);
    },
  );

  it('is decided of no route that is not there, or tells of nobody', () => {
    const decided = keptAnswers.filter((route) => !route.private && tellsOfSomebody(route).length > 0);
    expect(Object.keys(KEPT).sort()).toEqual(decided.map(({ path }) => path).sort());
  });

  it('is none of those that are private, which are answers to a GET alone', () => {
    const marked = declaredRoutes.filter((route) => route.private);
    expect(marked.map(({ path }) => path)).toContain('/staff-bookings/:bookingId');
    expect(marked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
