import { createHash } from 'node:crypto';
import { idTaken } from './refusal.ts';

/** What a row keeps of a request that was carried out: its id, and what it asked for in short. */
export const doneRequest = (id: string, asked: unknown): string => `${id} ${shortOf(asked)}`;

/** Whether it was carried out before; 409 where the same id asked for something else. */
export function isDoneBefore(requests: readonly string[], id: string, asked: unknown): boolean {
  const earlier = requests.find((one) => one === id || one.startsWith(`${id} `));
  if (earlier === undefined) return false;
  if (earlier !== id && earlier !== doneRequest(id, asked)) throw idTaken();
  return true;
}

const shortOf = (asked: unknown): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16);
