import type { Readable } from 'node:stream';
import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiConsumes, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type * as z from '@county/shared/zod';
import type { Route } from '@county/shared/http/route';
import type { Download, Repeated } from './replies.ts';
import { ROUTE } from './route-key.ts';
import { UploadInterceptor } from './upload.ts';

type Answer<R extends Route> = R['response'] extends z.ZodType
  ? z.input<R['response']> | Repeated<z.input<R['response']>>
  : Download<Buffer | Readable>;

/** `never[]` fits whatever parameters a handler declares; each is typed there, by the same route. */
type Handler<R extends Route> = (...args: never[]) => Promise<Answer<R>> | Answer<R>;

/** Serves a shared route: path, access, reply shape and OpenAPI all come from its one definition. */
export const Endpoint = <const R extends Route>(route: R) => {
  const { response } = route;
  const status = route.method === 'POST' ? 201 : 200;
  const decorators = [
    RequestMapping({ method: RequestMethod[route.method], path: route.path }),
    SetMetadata(ROUTE, route),
    HttpCode(status),
    ApiOperation({ summary: route.summary, operationId: undefined }),
    typeof response === 'string'
      ? ApiResponse({ status, content: { [response]: { schema: { type: 'string', format: 'binary' } } } })
      : ApiResponse({ status, standardSchema: response }),
  ];
  if (route.access !== 'public') decorators.push(ApiBearerAuth());
  if (route.upload) decorators.push(UseInterceptors(UploadInterceptor), ApiConsumes('multipart/form-data'));
  return applyDecorators(...decorators) as <H extends Handler<R>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<H>,
  ) => void;
};
