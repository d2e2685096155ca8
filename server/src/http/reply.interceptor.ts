import type { Readable } from 'node:stream';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Route } from '@county/shared/http/route';
import { ROUTE } from './route-key.ts';
import { Download, HARMLESS, Repeated } from './replies.ts';

/** Checks every reply whole against its route: nothing undeclared leaves, and a mismatch is our own 500. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    const http = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answer) => shape(route, answer, http)));
  }
}

function shape(route: Route, answer: unknown, http: FastifyReply): unknown {
  if (http.sent) return undefined; // the handler has written the whole reply itself
  if (answer instanceof Download) return send(answer, http);
  if (typeof route.response === 'string') throw new Error(`${route.path} must answer with a Download`);
  http.header('cache-control', 'no-store');
  if (answer instanceof Repeated) {
    http.status(200);
    return route.response.parse(answer.reply);
  }
  return route.response.parse(answer);
}

function send(
  { bytes, mediaType, disposition, isPublic }: Download<Buffer | Readable>,
  http: FastifyReply,
): Buffer | Readable {
  http.header('content-type', mediaType);
  http.header('cache-control', isPublic ? 'public, max-age=86400' : 'private, no-store');
  http.headers(HARMLESS);
  http.header('content-disposition', disposition);
  return bytes;
}
