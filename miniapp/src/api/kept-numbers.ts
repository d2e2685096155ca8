import { forget, keep, readKept } from '../platform/storage';

const MOST = 20;

/** Numbers of what was sent from this device without signing in: whoever holds one may read the answer. */
export interface KeptNumbers {
  /** The newest first. */
  all(): string[];
  remember(id: string): void;
  /** For a device that others use too. */
  forgetAll(): void;
}

const keptUnder = (key: string): KeptNumbers => {
  const all = () => readKept<string[]>(key) ?? [];
  return {
    all,
    remember: (id) => void keep(key, [id, ...all().filter((one) => one !== id)].slice(0, MOST)),
    forgetAll: () => forget(key),
  };
};

export const complaintsFiledHere = keptUnder('complaints-filed-here');
export const questionsAskedHere = keptUnder('questions-asked-here');
export const visitsAskedHere = keptUnder('home-visits-asked-here');
export const correctionsReportedHere = keptUnder('corrections-reported-here');
