import { buildFirst } from './build-first.ts';

/** The server and the pages it serves, for journeys in a browser. */
export default function buildPages(): void {
  buildFirst();
}
