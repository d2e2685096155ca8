import type { Route } from '@county/shared/http/route';
import * as audit from '@county/shared/audit/audit-entry';
import * as complaints from '@county/shared/complaints/complaint';
import * as files from '@county/shared/files/file-routes';
import * as units from '@county/shared/org-units/org-unit-routes';
import * as people from '@county/shared/people/people-routes';
import * as sessions from '@county/shared/people/session-routes';
import * as site from '@county/shared/site/site';
import * as breakdowns from '@county/shared/tasks/breakdown-routes';
import * as extensions from '@county/shared/tasks/extension-routes';
import * as overview from '@county/shared/tasks/overview-routes';
import * as tasks from '@county/shared/tasks/task-routes';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value;

/** Every route of the product; a file of routes missing here is found by the test of the API's description. */
export const declaredRoutes: Route[] = [
  audit,
  complaints,
  files,
  units,
  people,
  sessions,
  site,
  breakdowns,
  extensions,
  overview,
  tasks,
]
  .flatMap((module) => Object.values(module as Record<string, unknown>))
  .filter(isRoute);
