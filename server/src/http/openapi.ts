import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { zodOpenApi } from './zod-openapi.ts';

/** What the routes already say, written as OpenAPI. */
function describeApi(app: INestApplication, version: string): OpenAPIObject {
  const about = new DocumentBuilder().setTitle('县级政务公开').setVersion(version).addBearerAuth().build();
  return SwaggerModule.createDocument(app, about, {
    standardSchemaConverter: zodOpenApi,
    operationIdFactory: (_controller, method) => method,
  });
}

/** Serves `/api/openapi.json` and `/api/docs`. */
export function serveApiDescription(app: INestApplication, version: string): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, version), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}
