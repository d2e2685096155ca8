import { metresBetween, type Place } from '../../service-map/position.ts';

/** A stop of a day: a village, its name, and where it lies if that is known. */
export interface Stop {
  villageId: string;
  villageName: string;
  place: Place | null;
}

/**
 * The stops village by village, each time the nearest one not yet seen, from the unit's own place. Villages of which no
 * place is known come last, by name. Stops of one village keep the order in which they were given.
 */
export function routeOrder<One extends Stop>(stops: readonly One[], start: Place | null): One[] {
  const villages = new Map<string, One[]>();
  for (const stop of stops) villages.set(stop.villageId, [...(villages.get(stop.villageId) ?? []), stop]);
  const byName = [...villages.values()].sort(([one], [other]) => comparedByName(one!, other!));
  const left = byName.filter(([stop]) => stop!.place);
  const ordered: One[][] = [];
  for (let here = start; left.length;) {
    const at = here ? nearest(left, here) : 0;
    const [next] = left.splice(at, 1);
    ordered.push(next!);
    here = next![0]!.place;
  }
  return [...ordered, ...byName.filter(([stop]) => !stop!.place)].flat();
}

function nearest(villages: readonly (readonly Stop[])[], here: Place): number {
  let best = 0;
  for (let at = 1; at < villages.length; at += 1)
    if (metresBetween(here, villages[at]![0]!.place!) < metresBetween(here, villages[best]![0]!.place!)) best = at;
  return best;
}

/** By code points: the same on every engine, and stable. */
function comparedByName(one: Stop, other: Stop): number {
  const [a, b] = [`${one.villageName} ${one.villageId}`, `${other.villageName} ${other.villageId}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
