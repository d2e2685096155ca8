import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@county/shared/http/route';
import { tokenOf, type SignedRequest } from '../http/current-actor.ts';
import { ROUTE } from '../http/route-key.ts';
import { SessionsService } from './sessions.service.ts';

/** Puts the actor on the request; whether the route lets them in is asked once the request has been counted. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return false;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const token = tokenOf(request);
    const actor = token ? await this.sessions.actorOf(token) : undefined;
    if (actor) request.actor = actor;
    return true;
  }
}
