import type { EntitySchema } from 'typeorm';
import { AuditEntries, AuditSeals } from './audit/audit.tables.ts';
import { CalendarDays } from './calendar/calendar.tables.ts';
import { OrgUnits } from './org-units/org-units.tables.ts';

/** Every table of the database; the drift test holds the migrations against them. */
export const tables: EntitySchema[] = [AuditEntries, AuditSeals, CalendarDays, OrgUnits];
