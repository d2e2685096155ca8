import { demoPeople } from '@county/seeds/people/demo-people';

/** Who each person of the demo is, in one sentence, by their key. */
export const DEMO_ABOUTS: ReadonlyMap<string, string> = new Map(demoPeople.map(({ key, about }) => [key, about]));
