import type { WritingState } from '@county/shared/writings/writing-rules';
import { instant, integer, json, largeJson, nullable, primaryId, reference, text } from './table.ts';

/** What is being written, of words for everybody, and how they stand with the public. */
export interface WritingRow<Content = unknown> {
  id: string;
  unitId: string;
  state: WritingState;
  revision: number;
  content: Content;
  /** Fingerprint of how it was first sent, by which a repeat is known however it changed since. */
  addedAs: string;
  lastChangeId: string;
  authorIds: string[];
  writtenBy: string;
  writtenByName: string;
  writtenAt: string;
  /** The last to do anything to it, be it a change, a review or a check. */
  savedBy: string;
  savedByName: string;
  savedAt: string;
  declineReason: string | null;
  publishedVersion: number | null;
  publishedAt: string | null;
  withdrawnReason: string | null;
  withdrawnAt: string | null;
}

export const writing = () => ({
  id: primaryId(),
  unitId: reference(),
  state: text(20),
  revision: integer(),
  content: largeJson(),
  addedAs: text(64),
  lastChangeId: reference(),
  authorIds: json(),
  writtenBy: reference(),
  writtenByName: text(60),
  writtenAt: instant(),
  savedBy: reference(),
  savedByName: text(60),
  savedAt: instant(),
  declineReason: nullable(text(500)),
  publishedVersion: nullable(integer()),
  publishedAt: nullable(instant()),
  withdrawnReason: nullable(text(200)),
  withdrawnAt: nullable(instant()),
});

/** What was public, as it was let out: inserted once, never changed. It held until the next one, or a withdrawal. */
export interface VersionRow<Content = unknown> {
  id: string;
  writingId: string;
  version: number;
  unitId: string;
  content: Content;
  /** Labels of what differs from the version before. */
  changed: string[];
  initials: string;
  publishedAt: string;
  writtenByName: string;
  reviewedBy: string;
  reviewedByName: string;
  secrecyCheck: string;
  personalDataCheck: string;
  personalDataScan: string;
  /** When and why the version before had been taken back, if it had. */
  afterWithdrawalAt: string | null;
  afterWithdrawalReason: string | null;
}

export const version = () => ({
  id: primaryId(),
  writingId: reference(),
  version: integer(),
  unitId: reference(),
  content: largeJson(),
  changed: json(),
  initials: text(80),
  publishedAt: instant(),
  writtenByName: text(60),
  reviewedBy: reference(),
  reviewedByName: text(60),
  secrecyCheck: text(300),
  personalDataCheck: text(300),
  personalDataScan: text(300),
  afterWithdrawalAt: nullable(instant()),
  afterWithdrawalReason: nullable(text(200)),
});
