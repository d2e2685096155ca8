import fc from 'fast-check';
import * as z from '@county/shared/zod';

interface Shape {
  type?: string;
  $ref?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  prefixItems?: Shape[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
  $defs?: Record<string, Shape>;
}

/** A real id for a field of this name, where the asker knows one. */
export type KnownIds = (field: string) => string | undefined;

const TEXTS = ['请核对办理情况', '已按要求完成', '12345', '城关镇', '2026年11月'] as const;
const FORMATS: Record<string, readonly string[]> = {
  date: ['2026-12-01', '2026-12-15', '2027-01-08'],
  'date-time': ['2026-12-01T01:00:00.000Z', '2026-11-25T01:00:00.000Z'],
  uri: ['https://example.gov.cn/'],
  email: ['somebody@example.gov.cn'],
};

/** Inputs of the form the schema describes; what it asks for beyond the form has to be tried. */
export function invented(schema: z.ZodType, knownIds: KnownIds): fc.Arbitrary<unknown> {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const of = (shape: Shape, field: string): fc.Arbitrary<unknown> => {
    if (shape.$ref) return of(whole.$defs?.[shape.$ref.split('/').at(-1)!] ?? {}, field);
    if ('const' in shape) return fc.constant(shape.const);
    if (shape.enum) return fc.constantFrom(...shape.enum);
    const choices = shape.anyOf ?? shape.oneOf;
    if (choices) return fc.oneof(...choices.map((choice) => of(choice, field)));
    if (shape.allOf)
      return fc
        .tuple(...shape.allOf.map((part) => of(part, field)))
        .map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
    if (shape.type === 'object') return object(shape);
    if (shape.type === 'array') return list(shape, field);
    return scalar(shape, field, knownIds);
  };
  const object = ({ properties = {}, required = [] }: Shape) =>
    fc.record(Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, of(shape, name)])), {
      requiredKeys: required,
    });
  const list = ({ items = {}, prefixItems, minItems = 0, maxItems = 3 }: Shape, field: string) =>
    prefixItems
      ? fc.tuple(...prefixItems.map((item) => of(item, field)))
      : fc.array(of(items, field.replace(/s$/, '')), {
          minLength: minItems,
          maxLength: Math.min(maxItems, minItems + 2),
        });
  return of(whole, '');
}

function scalar(shape: Shape, field: string, knownIds: KnownIds): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: shape.minimum ?? 0, max: Math.min(shape.maximum ?? 100, (shape.minimum ?? 0) + 100) });
    case 'number':
      return fc.double({ min: shape.minimum ?? 0, max: shape.maximum ?? 100, noNaN: true });
    case 'null':
      return fc.constant(null);
    case 'string':
      return string(shape, field, knownIds);
    default:
      return fc.constantFrom<unknown>(null, '请核对', 1);
  }
}

function string(shape: Shape, field: string, knownIds: KnownIds): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 200, format, pattern } = shape;
  if (format === 'uuid') {
    const known = knownIds(field);
    return known ? fc.constant(known) : fc.uuid({ version: 7 });
  }
  if (format && FORMATS[format]) return fc.constantFrom(...FORMATS[format]);
  if (pattern && /phone/i.test(field)) return fc.constant('19800001234');
  if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  return fc
    .constantFrom(...TEXTS)
    .map((text) => text.repeat(Math.ceil((minLength || 1) / text.length)).slice(0, maxLength));
}

/** What no form of ours sends in place of a value. */
export const HOSTILE: readonly unknown[] = [
  null,
  '',
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[[]]],
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '%_%',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '2026-11-25T99:99:99Z',
  '01a21825-d47c-7848-a736-556fa7957485',
  'x'.repeat(20_000),
  { $ne: null },
  { __proto__: { access: 'public' } },
];

/** The input with one value somewhere within replaced by what no form sends. */
export function spoilt(input: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(input);
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...HOSTILE))
    .map(([place, value]) => replaced(input, place, value));
}

function placesIn(value: unknown, place: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [place];
  return [place, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...place, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as never)
    : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}
