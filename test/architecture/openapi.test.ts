import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import SwaggerParser from '@apidevtools/swagger-parser';
import type { Route } from '@county/shared/http/route';
import * as audit from '@county/shared/audit/audit-entry';
import * as complaints from '@county/shared/complaints/complaint';
import * as files from '@county/shared/files/file-routes';
import * as units from '@county/shared/org-units/org-unit-routes';
import * as people from '@county/shared/people/people-routes';
import * as sessions from '@county/shared/people/session-routes';
import * as site from '@county/shared/site/site';
import * as breakdowns from '@county/shared/tasks/breakdown-routes';
import * as tasks from '@county/shared/tasks/task-routes';
import { startCounty, type County } from '../support/county.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value;

const declared = [audit, complaints, files, units, people, sessions, site, breakdowns, tasks]
  .flatMap((module) => Object.values(module as Record<string, unknown>))
  .filter(isRoute);

const line = (method: string, path: string) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`;

describe('the description of the API', () => {
  let county: County;
  beforeAll(async () => void (county = await startCounty()));
  afterAll(() => county.close());

  it('is valid OpenAPI, of just the routes that are declared', async () => {
    const { body } = await county.ask('GET', '/openapi.json');
    const paths = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => line(method, path.replace(/^\/api/, ''))),
    );
    expect(paths.sort()).toEqual(declared.map(({ method, path }) => line(method, path)).sort());
    await SwaggerParser.validate(body);
  });

  it('does not demand in a request what has a default', async () => {
    const { body } = await county.ask('GET', '/openapi.json');
    expect(body.components.schemas.NewProgressReportInput.required).toEqual(['id', 'percent', 'note']);
  });
});
