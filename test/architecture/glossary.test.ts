import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from '@county/shared/zod';
import { sharedExports } from './shared-exports.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../GLOSSARY.md'), 'utf8');

/** The third column of every row of the table, its identifiers apart. */
const identifiers = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.includes('| identifier |'))
  .flatMap((line) => [...(line.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word as string));

/** `NewX`, `XChange`, `XSummary`, `XView` and `PublicX` are explained by their rule, not by a row each. */
const DERIVED = /^(?:New|Public)[A-Z]|(?:View|Summary|Change)$/;

let shared: Map<string, unknown>;
beforeAll(async () => {
  shared = await sharedExports();
});

/** Whether `Name`, `Name.field`, `Name.field: 'value'` or `'value'` is found in `shared`. */
function isBuilt(identifier: string): boolean {
  const value = /'([^']+)'$/.exec(identifier)?.[1];
  const [name = '', field] = identifier.split(':')[0]!.replace(/'.*'/, '').split('.');
  if (!name)
    return [...shared.values()].some((schema) => schema instanceof z.ZodEnum && schema.options.includes(value!));
  if (!field) return shared.has(name);
  const schema = shared.get(name);
  if (!(schema instanceof z.ZodObject) || !(field in schema.shape)) return false;
  return value === undefined || (schema.shape as Record<string, z.ZodType>)[field]!.safeParse(value).success;
}

describe('The glossary', () => {
  it('is read at all', () => {
    expect(identifiers.length).toBeGreaterThan(40);
    expect(isBuilt("Assignment.status: 'forgotten'")).toBe(false);
    expect(isBuilt('Assignment.nothing')).toBe(false);
  });

  it('names only what is built', () => {
    expect(identifiers.filter((identifier) => !isBuilt(identifier))).toEqual([]);
  });

  it('names every domain type of `shared`', () => {
    const explained = new Set(identifiers.map((identifier) => identifier.split(/[.:]/)[0]));
    const domainTypes = [...shared].filter(
      ([name, schema]) => schema instanceof z.ZodObject && schema.meta()?.id === name && !DERIVED.test(name),
    );
    expect(domainTypes.length).toBeGreaterThan(20);
    expect(domainTypes.map(([name]) => name).filter((name) => !explained.has(name))).toEqual([]);
  });
});
