import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@county/shared/http/route';
import { ROLE_LABELS, type Role } from '@county/shared/people/role';
import type { SignedRequest } from '../http/current-actor.ts';
import { ROUTE } from '../http/route-key.ts';
import { SessionsService } from './sessions.service.ts';

/** Puts the actor on the request and lets in whom the route names; a handler without a route is denied. */
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
    const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const actor = token ? await this.sessions.actorOf(token) : undefined;
    if (actor) request.actor = actor;
    if (route.access === 'public') return true;
    if (!actor)
      throw new UnauthorizedException({
        code: 'not-signed-in',
        message: token ? '登录已过期，请重新登录；已填写的内容不会丢失' : '请先登录',
      });
    if (route.access !== 'signed-in' && !route.access.includes(actor.role)) throw notYours(route.access);
    return true;
  }
}

function notYours(roles: readonly Role[]): ForbiddenException {
  const names = roles.map((role) => ROLE_LABELS[role]).join('、');
  return new ForbiddenException({ code: 'not-allowed', message: `这项操作由${names}进行` });
}
