import type { FileOwnerKind, StoredFile } from '@county/shared/files/stored-file';
import { instant, integer, primaryId, reference, table, text } from '../database/table.ts';

export interface StoredFileRow extends StoredFile {
  /** Of the bytes as they were sent, before a photo was re-encoded: tells a repeat from another file. */
  sentSha256: string;
  /** Where the bytes lie in the storage; what was copied for another record lies there once. */
  storageKey: string;
}

export const StoredFiles = table<StoredFileRow>(
  'stored_file',
  {
    id: primaryId(),
    name: text(200),
    mediaType: text(100),
    size: integer(),
    sha256: text(64),
    sentSha256: text(64),
    storageKey: text(120),
    uploadedBy: reference(),
    uploadedAt: instant(),
  },
  {
    indices: [
      { name: 'stored_file_uploaded', columns: ['uploadedAt', 'id'] },
      { name: 'stored_file_key', columns: ['storageKey'] },
    ],
  },
);

/** Which record names a file. The claim may stand before the file has arrived, or after. */
export interface FileClaim {
  fileId: string;
  ownerKind: FileOwnerKind;
  ownerId: string;
  /** The order in which the record names its files. */
  position: number;
  claimedBy: string;
  claimedAt: string;
}

export const FileClaims = table<FileClaim>(
  'file_claim',
  {
    fileId: primaryId(),
    ownerKind: text(30),
    ownerId: reference(),
    position: integer(),
    claimedBy: reference(),
    claimedAt: instant(),
  },
  { indices: [{ name: 'file_claim_owner', columns: ['ownerKind', 'ownerId', 'position'] }] },
);
