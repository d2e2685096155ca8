import { House1764000001000 } from './1764000001000-house.ts';

/** Every change of tables, oldest first; a released one is never edited. */
export const migrations = [House1764000001000];
