import { now } from '../platform/clock';
import { forget, keep, keptKeys, readKept } from '../platform/storage';
import { SAVED_ANSWER } from './session';

// WeChat keeps 10 MB in all; these are only the last answers, for a village without signal.
const MOST_ANSWERS = 40;
const LONGEST_ANSWER = 200_000;

export interface SavedAnswer<T> {
  reply: T;
  savedAt: string;
}

export function savedAnswer<T>(name: string): SavedAnswer<T> | undefined {
  return readKept<SavedAnswer<T>>(SAVED_ANSWER + name);
}

/** Keeps an answer to show without a network; the oldest gives way. */
export function saveAnswer(name: string, reply: unknown): void {
  if (JSON.stringify(reply).length > LONGEST_ANSWER) return;
  const key = SAVED_ANSWER + name;
  const others = keptKeys(SAVED_ANSWER).filter((other) => other !== key);
  if (others.length >= MOST_ANSWERS) {
    others
      .map((other) => ({ other, savedAt: readKept<SavedAnswer<unknown>>(other)?.savedAt ?? '' }))
      .sort((one, two) => one.savedAt.localeCompare(two.savedAt))
      .slice(0, others.length - MOST_ANSWERS + 1)
      .forEach(({ other }) => forget(other));
  }
  keep(key, { reply, savedAt: now() } satisfies SavedAnswer<unknown>);
}
