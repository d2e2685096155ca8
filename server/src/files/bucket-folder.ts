import { derivedKey } from '../config/derived-key.ts';
import { secretKeys } from '../config/key-ring.ts';
import type { Settings } from '../config/settings.ts';

/** It stays where it is when the key changes: reckoned from the oldest key there is, then told by its setting. */
export const bucketFolder = (settings: Settings): string =>
  settings.S3_FOLDER ?? derivedKey(secretKeys(settings).at(-1)!, 'bucket').toString('hex').slice(0, 16);
