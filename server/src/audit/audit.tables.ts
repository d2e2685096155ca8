import { createHash } from 'node:crypto';
import type { AuditEntry } from '@county/shared/audit/audit-entry';
import { instant, integer, nullable, primaryId, reference, table, text } from '../database/table.ts';

export const AuditEntries = table<AuditEntry>(
  'audit_entry',
  {
    id: primaryId(),
    at: instant(),
    personId: nullable(reference()),
    unitId: nullable(reference()),
    action: text(60),
    subjectKind: text(40),
    subjectId: nullable(text(60)),
    outcome: text(10),
    detail: nullable(text(500)),
    address: nullable(text(60)),
    requestId: nullable(text(60)),
  },
  {
    indices: [
      { name: 'audit_entry_at', columns: ['at', 'id'] },
      { name: 'audit_entry_person', columns: ['personId', 'at'] },
      { name: 'audit_entry_action', columns: ['action', 'at'] },
    ],
  },
);

/** A hash over a run of entries and the seal before it: a changed or removed entry no longer fits. */
export interface AuditSeal {
  id: string;
  position: number;
  firstEntryId: string;
  lastEntryId: string;
  entryCount: number;
  hash: string;
  sealedAt: string;
}

export const AuditSeals = table<AuditSeal>(
  'audit_seal',
  {
    id: primaryId(),
    position: integer(),
    firstEntryId: reference(),
    lastEntryId: reference(),
    entryCount: integer(),
    hash: text(64),
    sealedAt: instant(),
  },
  { indices: [{ name: 'audit_seal_position', columns: ['position'], unique: true }] },
);

/** The hash of a seal, from the one before it and its entries in their order. */
export function sealOf(previous: string, entries: readonly AuditEntry[]): string {
  const hash = createHash('sha256').update(previous);
  for (const entry of entries) hash.update(JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash.digest('hex');
}
