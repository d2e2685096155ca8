import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import SwaggerParser from '@apidevtools/swagger-parser';
import { startCounty, type County } from '../support/county.ts';
import { declaredRoutes } from './declared-routes.ts';

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
    expect(paths.sort()).toEqual(declaredRoutes.map(({ method, path }) => line(method, path)).sort());
    await SwaggerParser.validate(body);
    const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      (methods) => Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('does not demand in a request what has a default', async () => {
    const { body } = await county.ask('GET', '/openapi.json');
    expect(body.components.schemas.NewProgressReportInput.required).toEqual(['id', 'percent', 'note']);
  });

  it('is shown as a page, whose scripts and looks come from this server', async () => {
    const page = (await county.ask('GET', '/docs')).body.toString();
    const parts = [...page.matchAll(/(?:src|href)="\/api(\/docs\/[^"]+)"/g)].map(([, part]) => part as string);
    const kinds = await Promise.all(
      parts.map(async (part) => {
        const { status, headers } = await county.ask('GET', part);
        return `${status} ${headers.get('content-type')?.split(';')[0]}`;
      }),
    );
    expect(kinds).toEqual(['200 text/css', '200 application/javascript', '200 text/javascript']);
    expect((await county.ask('GET', '/docs/package.json')).status).toBe(404);
  });
});
