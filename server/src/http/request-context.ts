import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** What is known of the request being served, for the audit trail. */
export interface RequestContext {
  requestId: string;
  address: string;
}

const contexts = new AsyncLocalStorage<RequestContext>();

/** The request being served, or undefined outside one (a start, a tick). */
export const currentRequest = (): RequestContext | undefined => contexts.getStore();

export function rememberRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    contexts.run({ requestId: request.id, address: request.ip }, done);
  });
  // Until then it is carried along with every promise there is.
  fastify.addHook('onClose', (_fastify, done) => {
    contexts.disable();
    done();
  });
}
