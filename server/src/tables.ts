import type { EntitySchema } from 'typeorm';
import { AuditEntries, AuditSeals } from './audit/audit.tables.ts';
import { CalendarDays } from './calendar/calendar.tables.ts';
import { ComplaintAttempts, Complaints } from './complaints/complaints.tables.ts';
import { FileClaims, StoredFiles } from './files/files.tables.ts';
import { OrgUnits } from './org-units/org-units.tables.ts';
import { Invitations, Memberships, People, RosterPreviews, Sessions, SignInFailures } from './people/people.tables.ts';
import {
  Assignments,
  AssignmentSteps,
  BreakdownPreviews,
  Extensions,
  ProgressReports,
  PublicLines,
  RememberedHeads,
  TaskBreakdowns,
  Tasks,
  WaitingReports,
} from './tasks/tasks.tables.ts';

/** Every table of the database; the drift test holds the migrations against them. */
export const tables: EntitySchema[] = [
  Assignments,
  AssignmentSteps,
  AuditEntries,
  AuditSeals,
  BreakdownPreviews,
  CalendarDays,
  ComplaintAttempts,
  Complaints,
  Extensions,
  FileClaims,
  Invitations,
  Memberships,
  OrgUnits,
  People,
  ProgressReports,
  PublicLines,
  RememberedHeads,
  RosterPreviews,
  Sessions,
  SignInFailures,
  StoredFiles,
  TaskBreakdowns,
  Tasks,
  WaitingReports,
];
