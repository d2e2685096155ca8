import type { EntitySchema } from 'typeorm';
import { BookableServices, BookingCells, BookingGates, Bookings } from './appointments/appointments.tables.ts';
import {
  ElderCards,
  HomeVisitRequests,
  HomeVisits,
  HomeVisitServices,
  HomeVisitSteps,
} from './appointments/home-visits/home-visits.tables.ts';
import { AuditEntries, AuditSeals } from './audit/audit.tables.ts';
import { CalendarChanges, CalendarDays } from './calendar/calendar.tables.ts';
import {
  ChannelPaces,
  LostWechatAccounts,
  MailAddresses,
  MailCodes,
  StoppedTemplates,
  WechatConsents,
  WechatCredits,
} from './channels/channels.tables.ts';
import { CircularItems, CircularReceipts, Circulars, Objections } from './circulars/circulars.tables.ts';
import { Complaints } from './complaints/complaints.tables.ts';
import { FileClaims, StoredFiles } from './files/files.tables.ts';
import { NudgedLines, Nudges } from './nudges/nudges.tables.ts';
import { OrgUnits } from './org-units/org-units.tables.ts';
import {
  Invitations,
  KeyChecks,
  Memberships,
  People,
  RosterPreviews,
  SecondFactors,
  Sessions,
  SignInFailures,
  SignInGates,
} from './people/people.tables.ts';
import {
  EventPlanItems,
  EventQuestions,
  EventRecords,
  EventRecordVersions,
} from './public-events/event-outcomes.tables.ts';
import { Attendees, EventPools, Events, EventVersions, SignUps } from './public-events/public-events.tables.ts';
import { Deliveries, Reminders, StandIns, TickLeases } from './reminders/reminders.tables.ts';
import {
  GuideStamps,
  HandbookVersions,
  Handbooks,
  ServiceGuideVersions,
  ServiceGuides,
} from './service-guides/service-guides.tables.ts';
import {
  MapOutlines,
  PointChecks,
  PointCorrections,
  PointServices,
  PointVersions,
  ServicePoints,
} from './service-map/service-map.tables.ts';
import { PointCodePictures, PointCodes } from './service-map/codes/codes.tables.ts';
import { PointSheets } from './service-map/sheets/sheets.tables.ts';
import { OrderedLineRows, OrderNumberings, OrderSteps, SupervisionOrders } from './supervision-orders/orders.tables.ts';
import { QuestionSteps, TaskAnswers, TaskQuestions } from './task-questions/task-questions.tables.ts';
import { Rechecks, RectificationMeasures } from './tasks/findings/findings.tables.ts';
import { PlanReminding } from './tasks/due-reminders/due-reminders.tables.ts';
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
import { FilingAttempts, TrafficCounts } from './traffic/traffic.tables.ts';
import { WechatTokens } from './wechat/wechat.tables.ts';

/** Every table of the database; the drift test holds the migrations against them. */
export const tables: EntitySchema[] = [
  Assignments,
  AssignmentSteps,
  Attendees,
  AuditEntries,
  AuditSeals,
  BookableServices,
  BookingCells,
  BookingGates,
  Bookings,
  BreakdownPreviews,
  CalendarChanges,
  CalendarDays,
  ChannelPaces,
  CircularItems,
  CircularReceipts,
  Circulars,
  FilingAttempts,
  Complaints,
  Deliveries,
  ElderCards,
  EventPlanItems,
  EventPools,
  EventQuestions,
  EventRecords,
  EventRecordVersions,
  Events,
  EventVersions,
  Extensions,
  FileClaims,
  GuideStamps,
  HandbookVersions,
  Handbooks,
  HomeVisitRequests,
  HomeVisits,
  HomeVisitServices,
  HomeVisitSteps,
  Invitations,
  KeyChecks,
  LostWechatAccounts,
  MailAddresses,
  MailCodes,
  MapOutlines,
  Memberships,
  NudgedLines,
  Nudges,
  Objections,
  OrderedLineRows,
  OrderNumberings,
  OrderSteps,
  OrgUnits,
  People,
  PlanReminding,
  PointChecks,
  PointCodePictures,
  PointCodes,
  PointCorrections,
  PointServices,
  PointSheets,
  PointVersions,
  ProgressReports,
  PublicLines,
  QuestionSteps,
  Rechecks,
  RectificationMeasures,
  RememberedHeads,
  Reminders,
  RosterPreviews,
  SecondFactors,
  ServiceGuides,
  ServiceGuideVersions,
  ServicePoints,
  Sessions,
  SignInFailures,
  SignInGates,
  SignUps,
  StandIns,
  StoppedTemplates,
  StoredFiles,
  SupervisionOrders,
  TaskAnswers,
  TaskBreakdowns,
  TaskQuestions,
  Tasks,
  TickLeases,
  TrafficCounts,
  WaitingReports,
  WechatConsents,
  WechatCredits,
  WechatTokens,
];
