import { Appointments1764000033000 } from './1764000033000-appointments.ts';
import { House1764000001000 } from './1764000001000-house.ts';
import { People1764000002000 } from './1764000002000-people.ts';
import { Files1764000003000 } from './1764000003000-files.ts';
import { BreakdownWork1764000007000 } from './1764000007000-breakdown-work.ts';
import { Complaints1764000004000 } from './1764000004000-complaints.ts';
import { Extensions1764000006000 } from './1764000006000-extensions.ts';
import { ReportPeriods1764000008000 } from './1764000008000-report-periods.ts';
import { ReturnRemarks1764000009000 } from './1764000009000-return-remarks.ts';
import { AssignedOn1764000021000 } from './1764000021000-assigned-on.ts';
import { Findings1764000023000 } from './1764000023000-findings.ts';
import { CalendarNotices1764000026000 } from './1764000026000-calendar-notices.ts';
import { Channels1764000028000 } from './1764000028000-channels.ts';
import { Circulars1764000024000 } from './1764000024000-circulars.ts';
import { LinesAtScale1764000020000 } from './1764000020000-lines-at-scale.ts';
import { Nudges1764000029000 } from './1764000029000-nudges.ts';
import { PeriodsBelow1764000025000 } from './1764000025000-periods-below.ts';
import { PublicEvents1764000036000 } from './1764000036000-public-events.ts';
import { AppointmentsTold1764000040000 } from './1764000040000-appointments-told.ts';
import { EventsTold1764000041000 } from './1764000041000-events-told.ts';
import { CheckInsTakenBack1764000042000 } from './1764000042000-check-ins-taken-back.ts';
import { Traffic1764000044500 } from './1764000044500-traffic.ts';
import { KeyChecks1764000044700 } from './1764000044700-key-checks.ts';
import { NothingIsNull1764000044600 } from './1764000044600-nothing-is-null.ts';
import { SecondFactors1764000044000 } from './1764000044000-second-factors.ts';
import { SharedFiles1764000043000 } from './1764000043000-shared-files.ts';
import { SessionsCounted1764000046000 } from './1764000046000-sessions-counted.ts';
import { SecondFactorGiven1764000050500 } from './1764000050500-second-factor-given.ts';
import { AuditByAct1764000051000 } from './1764000051000-audit-by-act.ts';
import { Reminders1764000027000 } from './1764000027000-reminders.ts';
import { ServiceMap1764000031000 } from './1764000031000-service-map.ts';
import { HomeVisits1764000034000 } from './1764000034000-home-visits.ts';
import { BookingsKept1764000035000 } from './1764000035000-bookings-kept.ts';
import { PointSheets1764000031500 } from './1764000031500-point-sheets.ts';
import { ServiceGuides1764000032000 } from './1764000032000-service-guides.ts';
import { SignInGates1764000030100 } from './1764000030100-sign-in-gates.ts';
import { SupervisionOrders1764000030000 } from './1764000030000-supervision-orders.ts';
import { TaskQuestions1764000022000 } from './1764000022000-task-questions.ts';
import { Tasks1764000005000 } from './1764000005000-tasks.ts';
import { WaitingItems1764000029100 } from './1764000029100-waiting-items.ts';

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
  TaskQuestions1764000022000,
  Findings1764000023000,
  Circulars1764000024000,
  PeriodsBelow1764000025000,
  CalendarNotices1764000026000,
  Reminders1764000027000,
  Channels1764000028000,
  Nudges1764000029000,
  WaitingItems1764000029100,
  SupervisionOrders1764000030000,
  SignInGates1764000030100,
  ServiceMap1764000031000,
  PointSheets1764000031500,
  ServiceGuides1764000032000,
  Appointments1764000033000,
  HomeVisits1764000034000,
  BookingsKept1764000035000,
  PublicEvents1764000036000,
  AppointmentsTold1764000040000,
  EventsTold1764000041000,
  CheckInsTakenBack1764000042000,
  SharedFiles1764000043000,
  SecondFactors1764000044000,
  Traffic1764000044500,
  NothingIsNull1764000044600,
  KeyChecks1764000044700,
  SessionsCounted1764000046000,
  SecondFactorGiven1764000050500,
  AuditByAct1764000051000,
];
