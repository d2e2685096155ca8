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
import { tokenOf, type SignedRequest } from './current-actor.ts';
import { ROUTE } from './route-key.ts';

/** Lets in whom the route names; a handler without a route is denied. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return false;
    if (route.access === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const { actor } = request;
    if (!actor)
      throw new UnauthorizedException({
        code: 'not-signed-in',
        message: tokenOf(request) ? '登录已过期，请重新登录；已填写的内容不会丢失' : '请先登录',
      });
    if (route.access !== 'signed-in' && !route.access.includes(actor.role)) throw notYours(route.access);
    return true;
  }
}

function notYours(roles: readonly Role[]): ForbiddenException {
  const names = roles.map((role) => ROLE_LABELS[role]).join('、');
  return new ForbiddenException({ code: 'not-allowed', message: `这项操作由${names}进行` });
}
