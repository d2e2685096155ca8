import type { PublicEvent } from '@county/shared/public-events/event-record';
import type { DoorEntry } from '@county/shared/public-events/sign-up';
import { forgetLarge, keepLarge, readLarge } from '../platform/large-storage';
import { useSession } from './session';

/** The list of one event's door as the server last told it, for a hall without a signal. */
export interface KeptDoor {
  event: PublicEvent;
  entries: DoorEntry[];
  savedAt: string;
}

interface KeptDoors {
  personId: string;
  /** The one used last comes first. */
  doors: KeptDoor[];
}

const NAME = 'event-doors';
/** Somebody serves a few doors at a time; the names at earlier ones are nobody's need any longer. */
const MOST_DOORS = 4;

let writing: Promise<unknown> = Promise.resolve();

/** Keeps a door's list for the one who fetched it; false when the device is full or forbids it. */
export function keepDoor(personId: string, door: KeptDoor): Promise<boolean> {
  const next = writing.then(async () => {
    const others = (await doorsOf(personId)).filter(({ event }) => event.id !== door.event.id);
    const doors = [door, ...others].slice(0, MOST_DOORS);
    return keepLarge(NAME, { personId, doors } satisfies KeptDoors);
  });
  writing = next;
  return next;
}

/** The list of a door that this person fetched on this device. */
export async function keptDoor(personId: string, eventId: string): Promise<KeptDoor | undefined> {
  return (await doorsOf(personId)).find(({ event }) => event.id === eventId);
}

/** Whoever signs out takes the names of a door along: the next one at this device does not find them. */
export function forgetDoorsOnSignOut(): void {
  useSession.subscribe(({ current }, before) => {
    const personId = before.current?.actor.personId;
    if (personId && personId !== current?.actor.personId) writing = writing.then(() => forgetLarge(NAME));
  });
}

async function doorsOf(personId: string): Promise<KeptDoor[]> {
  const kept = await readLarge<KeptDoors>(NAME);
  return kept?.personId === personId ? kept.doors : [];
}
