import type { StaffSignUpView } from '@county/shared/public-events/sign-up';

/** One with a place at a hearing, as they stand in the list that is being put in order. */
export interface Speaker {
  id: string;
  name: string;
  groupKey: string;
  isListed: boolean;
}

/** As it was published, those who came since at its end; before that in the order of signing up. */
export function startingOrder(
  signUps: readonly StaffSignUpView[],
  sessionKeys: readonly string[],
  isPublished: boolean,
): Speaker[] {
  return signUps
    .flatMap(({ attendees, groupKey, sessionKey }) =>
      attendees
        .filter(({ state }) => state === 'confirmed')
        .map(({ id, name, number, speakingPlace }) => ({
          one: { id, name, groupKey, isListed: !isPublished || speakingPlace !== null },
          rank: [speakingPlace ?? Number.MAX_SAFE_INTEGER, sessionKeys.indexOf(sessionKey), number] as const,
        })),
    )
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ one }) => one);
}

/** The list with one of it a place nearer to the first. */
export function forward<Item>(list: readonly Item[], at: number): Item[] {
  const [one, before] = [list[at]!, list[at - 1]!];
  return [...list.slice(0, at - 1), one, before, ...list.slice(at + 1)];
}

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((rank, at) => rank - other[at]!).find((difference) => difference !== 0) ?? 0;
