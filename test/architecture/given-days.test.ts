import { describe, expect, it } from '@jest/globals';
import * as z from '@county/shared/zod';
import { declaredRoutes } from './declared-routes.ts';

/** Every schema of a day within a schema, with its place. */
function daysWithin(schema: z.core.$ZodType | undefined, place: string): [string, z.ZodISODate][] {
  if (!schema) return [];
  if (schema instanceof z.ZodISODate) return [[place, schema]];
  const {
    shape,
    element,
    options,
    innerType,
    in: input,
  } = schema._zod.def as {
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    options?: z.core.$ZodType[];
    innerType?: z.core.$ZodType;
    in?: z.core.$ZodType;
  };
  return [
    ...Object.entries(shape ?? {}).flatMap(([key, part]) => daysWithin(part, `${place}.${key}`)),
    ...(options ?? []).flatMap((option) => daysWithin(option, place)),
    ...[element, innerType, input].flatMap((part) => daysWithin(part, place)),
  ];
}

const days = declaredRoutes.flatMap(({ method, path, body, query }) => [
  ...daysWithin(body, `${method} ${path} body`),
  ...daysWithin(query, `${method} ${path} query`),
]);

describe('a day somebody sends', () => {
  it('is asked for by some routes', () => expect(days.length).toBeGreaterThan(2));

  it.each(days)('%s lies where plans can lie', (_place, schema) => {
    expect(schema.safeParse('2026-06-30').success).toBe(true);
    for (const day of ['0000-01-01', '1999-12-31', '2101-01-01', '9999-12-31'])
      expect([day, schema.safeParse(day).success]).toEqual([day, false]);
  });
});
