import { House1764000001000 } from './1764000001000-house.ts';
import { People1764000002000 } from './1764000002000-people.ts';
import { Files1764000003000 } from './1764000003000-files.ts';
import { BreakdownWork1764000007000 } from './1764000007000-breakdown-work.ts';
import { Complaints1764000004000 } from './1764000004000-complaints.ts';
import { Extensions1764000006000 } from './1764000006000-extensions.ts';
import { ReportPeriods1764000008000 } from './1764000008000-report-periods.ts';
import { ReturnRemarks1764000009000 } from './1764000009000-return-remarks.ts';
import { AssignedOn1764000021000 } from './1764000021000-assigned-on.ts';
import { LinesAtScale1764000020000 } from './1764000020000-lines-at-scale.ts';
import { Tasks1764000005000 } from './1764000005000-tasks.ts';

/** Every change of tables, oldest first; a released one is never edited. */
export const migrations = [
  House1764000001000,
  People1764000002000,
  Files1764000003000,
  Complaints1764000004000,
  Tasks1764000005000,
  Extensions1764000006000,
  BreakdownWork1764000007000,
  ReportPeriods1764000008000,
  ReturnRemarks1764000009000,
  LinesAtScale1764000020000,
  AssignedOn1764000021000,
];
