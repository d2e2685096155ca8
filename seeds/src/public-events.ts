import { comingEvents } from '../public-events/coming-events.ts';
import type { EventSeed } from '../public-events/event-seed.ts';
import { heldEvents } from '../public-events/held-events.ts';

export type { EventSeed, OutcomeSeed } from '../public-events/event-seed.ts';
export { near } from '../service-map/point-facts.ts';

/** A year of events in the invented county, those gone by first. */
export const eventSeeds: readonly EventSeed[] = [...heldEvents, ...comingEvents];
