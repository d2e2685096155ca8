import type { Readable } from 'node:stream';
import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata, UseInterceptors } from '@nestjs/common';
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
  const decorators = [
    RequestMapping({ method: RequestMethod[route.method], path: route.path }),
    SetMetadata(ROUTE, route),
    HttpCode(statusOf(route)),
  ];
  if (route.upload) decorators.push(UseInterceptors(UploadInterceptor));
  return applyDecorators(...decorators) as <H extends Handler<R>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<H>,
  ) => void;
};

/** What a route answers with when all is well. */
export const statusOf = ({ method }: Route) => (method === 'POST' ? 201 : 200);
