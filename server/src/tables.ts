import type { EntitySchema } from 'typeorm';
import { AuditEntries, AuditSeals } from './audit/audit.tables.ts';
import { CalendarDays } from './calendar/calendar.tables.ts';
import { ComplaintAttempts, Complaints } from './complaints/complaints.tables.ts';
import { FileClaims, StoredFiles } from './files/files.tables.ts';
import { OrgUnits } from './org-units/org-units.tables.ts';

/** Every table of the database; the drift test holds the migrations against them. */
export const tables: EntitySchema[] = [AuditEntries, AuditSeals, CalendarDays, ComplaintAttempts, Complaints, FileClaims, OrgUnits, StoredFiles];
