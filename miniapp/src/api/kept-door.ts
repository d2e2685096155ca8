import { addDays } from '@county/shared/calendar/day';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import type { DoorEntry } from '@county/shared/public-events/sign-up';
import { today } from '../platform/clock';
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

const MOST_DAYS_AFTER = 3;

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

/** Whoever signs out takes the names of a door along, and days later they go by themselves. Called once. */
export function forgetDoorsOnSignOut(): void {
  const { current: signedIn } = useSession.getState();
  if (signedIn) writing = writing.then(() => dropOldDoors(signedIn.actor.personId));
  useSession.subscribe(({ current }, before) => {
    const personId = before.current?.actor.personId;
    if (personId && personId !== current?.actor.personId) writing = writing.then(() => forgetLarge(NAME));
  });
}

async function dropOldDoors(personId: string): Promise<void> {
  const kept = await readLarge<KeptDoors>(NAME);
  const doors = await doorsOf(personId);
  if (kept && doors.length < kept.doors.length) await keepLarge(NAME, { personId, doors } satisfies KeptDoors);
}

async function doorsOf(personId: string): Promise<KeptDoor[]> {
  const kept = await readLarge<KeptDoors>(NAME);
  // Later than this the server takes no word of who came: nobody needs the names here any longer.
  const since = addDays(today(), -MOST_DAYS_AFTER);
  return kept?.personId === personId ? kept.doors.filter(({ event }) => event.lastDay >= since) : [];
}
