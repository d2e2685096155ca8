import type { Route } from '@county/shared/http/route';
import * as appointments from '@county/shared/appointments/appointment-routes';
import * as bookingDesk from '@county/shared/appointments/booking-desk-routes';
import * as homeVisits from '@county/shared/appointments/home-visits/home-visit-routes';
import * as visitPlans from '@county/shared/appointments/home-visits/visit-plan-routes';
import * as audit from '@county/shared/audit/audit-entry';
import * as calendar from '@county/shared/calendar-keeping/calendar-routes';
import * as channels from '@county/shared/channels/channel-routes';
import * as circulars from '@county/shared/circulars/circular-routes';
import * as complaints from '@county/shared/complaints/complaint';
import * as files from '@county/shared/files/file-routes';
import * as nudges from '@county/shared/nudges/nudge-routes';
import * as operation from '@county/shared/operation/operation';
import * as units from '@county/shared/org-units/org-unit-routes';
import * as ownData from '@county/shared/people/own-data';
import * as people from '@county/shared/people/people-routes';
import * as secondFactors from '@county/shared/people/second-factor';
import * as sessions from '@county/shared/people/session-routes';
import * as eventDay from '@county/shared/public-events/event-day-routes';
import * as eventDesk from '@county/shared/public-events/event-desk-routes';
import * as eventRecords from '@county/shared/public-events/event-record-routes';
import * as publicEvents from '@county/shared/public-events/public-event-routes';
import * as signUps from '@county/shared/public-events/sign-up-routes';
import * as reminders from '@county/shared/reminders/reminder-routes';
import * as handbooks from '@county/shared/service-guides/handbook-routes';
import * as guides from '@county/shared/service-guides/service-guide-routes';
import * as pointCodes from '@county/shared/service-map/point-code-routes';
import * as pointSheets from '@county/shared/service-map/point-sheet-routes';
import * as printedMaps from '@county/shared/service-map/printed-map-routes';
import * as serviceMap from '@county/shared/service-map/service-map-routes';
import * as site from '@county/shared/site/site';
import * as orders from '@county/shared/supervision-orders/order-routes';
import * as questions from '@county/shared/task-questions/task-question-routes';
import * as breakdowns from '@county/shared/tasks/breakdowns/breakdown-routes';
import * as breakdownPreviews from '@county/shared/tasks/breakdowns/preview-routes';
import * as dueReminders from '@county/shared/tasks/due-reminders/due-reminder-routes';
import * as extensions from '@county/shared/tasks/lines/extension-routes';
import * as findings from '@county/shared/tasks/findings/finding-routes';
import * as overview from '@county/shared/tasks/overview/overview-routes';
import * as tasks from '@county/shared/tasks/task-routes';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value;

/** Every route of the product; a file of routes missing here is found by the test of the API's description. */
export const declaredRoutes: Route[] = [
  appointments,
  bookingDesk,
  homeVisits,
  visitPlans,
  audit,
  calendar,
  channels,
  circulars,
  complaints,
  files,
  nudges,
  operation,
  units,
  ownData,
  people,
  secondFactors,
  sessions,
  eventDay,
  eventDesk,
  eventRecords,
  publicEvents,
  signUps,
  reminders,
  handbooks,
  guides,
  pointCodes,
  pointSheets,
  printedMaps,
  serviceMap,
  site,
  orders,
  questions,
  breakdowns,
  breakdownPreviews,
  dueReminders,
  extensions,
  findings,
  overview,
  tasks,
]
  .flatMap((module) => Object.values(module as Record<string, unknown>))
  .filter(isRoute);
