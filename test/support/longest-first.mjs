import { statSync } from 'node:fs';

/** These take minutes; begun last, they would leave all workers but one without work. */
export const BEGIN_FIRST = ['every-page.test.ts', 'reminders-killed.test.ts'];

/**
 * The order of a run: what takes minutes, then the largest file first, the same on every machine. What waits for
 * servers of its own comes by turns with what keeps a core busy.
 */
export default class LongestFirst {
  sort(tests) {
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    const ordered = tests.toSorted(
      (one, other) => rank(one.path) - rank(other.path) || size.get(other.path) - size.get(one.path),
    );
    const waits = ({ context }) => context.config.displayName.name === 'durability';
    const first = ordered.filter(({ path }) => rank(path) < BEGIN_FIRST.length);
    const rest = ordered.slice(first.length);
    return [
      ...first,
      ...byTurns(
        rest.filter(waits),
        rest.filter((test) => !waits(test)),
      ),
    ];
  }

  /** Each run is ordered anew: what an earlier one took is not kept. */
  cacheResults() {}
}

function rank(path) {
  const place = BEGIN_FIRST.findIndex((name) => path.endsWith(`/${name}`));
  return place < 0 ? BEGIN_FIRST.length : place;
}

function byTurns(some, others) {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, at) => [some[at], others[at]])
    .flat()
    .filter(Boolean);
}
