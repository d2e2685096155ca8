import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@county/shared/people/actor';

export type SignedRequest = FastifyRequest & { actor?: Actor };

/** Whoever is signed in, put on the request by the session guard; undefined on public routes without a session. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedRequest>().actor,
);

/** The token of a session, good or not, that came with the request. */
export const tokenOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
