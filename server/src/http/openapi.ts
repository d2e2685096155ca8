import { createRequire } from 'node:module';
import path from 'node:path';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '@county/shared/http/route';
import { statusOf } from './endpoint.ts';
import { ROUTE } from './route-key.ts';
import { zodOpenApi } from './zod-openapi.ts';

const SWAGGER_UI = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const OF_THE_UI = ['swagger-ui.css', 'swagger-ui-bundle.js'];

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>接口说明</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="description"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/begin.js"></script></body></html>
`;
const BEGIN = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#description' });\n`;

/**
 * Serves `/api/openapi.json` and `/api/docs`. What writes the description is loaded when somebody asks for it: it
 * takes 12 MiB and a tenth of the server's start.
 */
export function serveApiDescription(app: NestFastifyApplication, version: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  let description: string | undefined;
  fastify.get('/api/openapi.json', async (_request: FastifyRequest, reply: FastifyReply) => {
    description ??= JSON.stringify(await describeApi(app, version));
    return reply.type('application/json; charset=utf-8').send(description);
  });
  for (const address of ['/api/docs', '/api/docs/'])
    fastify.get(address, (_request: FastifyRequest, reply: FastifyReply) =>
      reply.type('text/html; charset=utf-8').send(PAGE),
    );
  fastify.get('/api/docs/begin.js', (_request: FastifyRequest, reply: FastifyReply) =>
    reply.type('text/javascript; charset=utf-8').send(BEGIN),
  );
  for (const file of OF_THE_UI)
    fastify.get(`/api/docs/${file}`, (_request: FastifyRequest, reply: FastifyReply) =>
      reply.sendFile(file, SWAGGER_UI),
    );
}

/** What the routes already say, written as OpenAPI. */
async function describeApi(app: NestFastifyApplication, version: string): Promise<OpenAPIObject> {
  const swagger = await import('@nestjs/swagger');
  for (const [handler, route] of handlersOf(app)) describeRoute(swagger, handler, route);
  const about = new swagger.DocumentBuilder().setTitle('县级政务公开').setVersion(version).addBearerAuth().build();
  return swagger.SwaggerModule.createDocument(app, about, {
    standardSchemaConverter: zodOpenApi,
    // A client made of the description has one function for each.
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

function* handlersOf(app: NestFastifyApplication): Generator<[handler: object, route: Route]> {
  for (const { controllers } of app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values())
      for (const { value } of Object.values(Object.getOwnPropertyDescriptors(metatype!.prototype))) {
        const route = typeof value === 'function' && (Reflect.getMetadata(ROUTE, value) as Route | undefined);
        if (route) yield [value, route];
      }
}

function describeRoute(swagger: typeof import('@nestjs/swagger'), handler: object, route: Route): void {
  const { response } = route;
  const status = statusOf(route);
  const said = [
    swagger.ApiOperation({ summary: route.summary, operationId: undefined }),
    typeof response === 'string'
      ? swagger.ApiResponse({ status, content: { [response]: { schema: { type: 'string', format: 'binary' } } } })
      : swagger.ApiResponse({ status, standardSchema: response }),
  ];
  if (route.access !== 'public') said.push(swagger.ApiBearerAuth());
  if (route.upload) said.push(swagger.ApiConsumes('multipart/form-data'));
  for (const one of said) one({}, '', { value: handler });
}
