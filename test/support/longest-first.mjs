import { statSync } from 'node:fs';

/** These take minutes; begun last, they would leave all workers but one without work. */
const BEGIN_FIRST = ['every-page.test.ts', 'reminders-killed.test.ts'];

/** The order of a run: what takes minutes, then the largest file first; the same on every machine. */
export default class LongestFirst {
  sort(tests) {
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return tests.toSorted(
      (one, other) => rank(one.path) - rank(other.path) || size.get(other.path) - size.get(one.path),
    );
  }

  /** Each run is ordered anew: what an earlier one took is not kept. */
  cacheResults() {}
}

function rank(path) {
  const place = BEGIN_FIRST.findIndex((name) => path.endsWith(`/${name}`));
  return place < 0 ? BEGIN_FIRST.length : place;
}
