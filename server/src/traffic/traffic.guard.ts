import { HttpException, HttpStatus, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { NOTHING_LOST, TOO_FAST } from '@county/shared/http/problem';
import type { Route } from '@county/shared/http/route';
import type { SignedRequest } from '../http/current-actor.ts';
import { ROUTE } from '../http/route-key.ts';
import { Traffic } from './traffic.service.ts';

/** What a request costs, a look at something being one. */
const WRITE = 4;
const BYTES = 20;

/** Slows down whoever asks for more than people do, after the session guard has said who asks, before anybody is refused. */
@Injectable()
export class TrafficGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly traffic: Traffic,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    const { actor, ip } = context.switchToHttp().getRequest<SignedRequest>();
    const seconds = this.traffic.take(actor?.personId, ip, unitsOf(route));
    if (!seconds) return true;
    context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(seconds));
    const message = `操作太频繁，请 ${seconds} 秒后再试${NOTHING_LOST}`;
    throw new HttpException({ code: TOO_FAST, message }, HttpStatus.TOO_MANY_REQUESTS);
  }
}

function unitsOf({ method, upload, response }: Route): number {
  if (upload || typeof response === 'string') return BYTES;
  return method === 'GET' ? 1 : WRITE;
}
