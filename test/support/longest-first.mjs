import { statSync } from 'node:fs';

/** These take minutes; begun last, they would leave all workers but one without work. */
export const BEGIN_FIRST = ['every-page.test.ts', 'reminders-killed.test.ts'];
/** Of the kinds whose files are read together, those that take longest first. */
const KINDS = ['journeys', 'mariadb', 'architecture', 'weapp', 'sqlite', 'rules'];

/**
 * The order of a run: what takes longest first, the same on every machine. What waits for servers of its own comes by
 * turns with what keeps a core busy.
 */
export default class LongestFirst {
  sort(tests) {
    const place = new Map(tests.map((test) => [test, placeOf(test)]));
    const ordered = tests.toSorted((one, other) => compare(place.get(one), place.get(other)));
    const isFirst = ({ path }) => BEGIN_FIRST.some((name) => path.endsWith(`/${name}`));
    const rest = ordered.filter((test) => !isFirst(test));
    const waits = (test) => kindOf(test) === 'durability';
    return [
      ...ordered.filter(isFirst),
      ...byTurns(
        rest.filter(waits),
        rest.filter((test) => !waits(test)),
      ),
    ];
  }

  /** Each run is ordered anew: what an earlier one took is not kept. */
  cacheResults() {}
}

const kindOf = ({ context }) => context.config.displayName.name;

/** Kinds in their order; of what is not read together, the largest file first. */
const placeOf = (test) => [KINDS.indexOf(kindOf(test)), -statSync(test.path).size];

const compare = (one, other) => one[0] - other[0] || one[1] - other[1];

function byTurns(some, others) {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, at) => [some[at], others[at]])
    .flat()
    .filter(Boolean);
}
