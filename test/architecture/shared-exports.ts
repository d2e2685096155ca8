import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../shared/src');

/** Everything `shared` exports, by name. */
export async function sharedExports(): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'zod.ts')) {
    const exported = (await import(path.join(folder, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) all.set(name, value);
  }
  return all;
}
