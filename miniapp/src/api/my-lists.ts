import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { useCallback, useState } from 'react';
import { now } from '../platform/clock';
import { forget, keep, keptKeys, readKept } from '../platform/storage';

const LIST = 'my-list:';
const MOST_LISTS = 30;

/** 我的清单 as it lies on this device: the guide it was made from, the answers given, and what is ready. */
export interface MyList {
  guide: PublicGuide;
  /** One answer a question, as they stand in the page's address. */
  answers: string;
  /** Keys of the papers that are in the bag. */
  ticked: readonly string[];
  savedAt: string;
}

const nameOf = (guideId: string, answers: string) => `${LIST}${guideId}:${answers}`;

/** Lists kept on this device, the latest first. */
export function myLists(): MyList[] {
  return keptKeys(LIST)
    .flatMap((name) => readKept<MyList>(name) ?? [])
    .sort((one, two) => two.savedAt.localeCompare(one.savedAt));
}

export interface ListHandle {
  kept: MyList | undefined;
  /** Keeps the list as it stands; false when this device cannot. */
  save(guide: PublicGuide, ticked: readonly string[]): boolean;
  remove(): void;
}

/** The list somebody made of one guide by certain answers: the same answers make the same list. */
export function useMyList(guideId: string, answers: string): ListHandle {
  const name = nameOf(guideId, answers);
  const [state, setState] = useState(() => ({ name, kept: readKept<MyList>(name) }));
  const kept = state.name === name ? state.kept : readKept<MyList>(name);
  const save = useCallback(
    (guide: PublicGuide, ticked: readonly string[]) => {
      const list: MyList = { guide, answers, ticked, savedAt: now() };
      makeRoom(name);
      const saved = keep(name, list);
      setState({ name, kept: list });
      return saved;
    },
    [name, answers],
  );
  const remove = useCallback(() => {
    forget(name);
    setState({ name, kept: undefined });
  }, [name]);
  return { kept, save, remove };
}

/** The oldest list gives way, as on a notepad that is full. */
function makeRoom(name: string): void {
  const others = myLists().filter(({ guide, answers }) => nameOf(guide.id, answers) !== name);
  others.slice(MOST_LISTS - 1).forEach(({ guide, answers }) => forget(nameOf(guide.id, answers)));
}
