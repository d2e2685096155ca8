import type { Settings } from '../config/settings.ts';
import { DiskStorage } from './disk-storage.ts';
import type { FileStorage } from './file-storage.ts';

/** The storage the settings name. What speaks S3 takes long to load, so only who has a bucket loads it. */
export async function fileStorageOf(settings: Settings): Promise<FileStorage> {
  if (!settings.S3_BUCKET) return new DiskStorage(settings.DATA_DIR);
  const { BucketStorage } = await import('./bucket-storage.ts');
  return new BucketStorage(settings);
}
