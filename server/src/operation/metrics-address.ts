import { createHash, timingSafeEqual } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics } from 'prom-client';
import { problem } from '../http/problem.filter.ts';
import { Measures } from '../measures/measures.service.ts';

/** From a reply that is at hand to one that makes people give up. */
const BUCKETS_S = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** What no route serves is told as one, whatever the address was. */
const NO_ROUTE = 'none';

/** `GET /metrics` in Prometheus' text format, for whoever brings the token; the process is measured only where it is set. */
export function serveMetrics(app: NestFastifyApplication, token: string): void {
  const measures = app.get(Measures);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  collectDefaultMetrics({ register: measures.registry });
  measureRequests(fastify, measures);
  const wanted = digest(`Bearer ${token}`);
  fastify.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), wanted))
      return reply
        .status(401)
        .header('www-authenticate', 'Bearer')
        .send(problem(undefined, 401, request.id));
    return reply.type(measures.registry.contentType).send(await measures.inText());
  });
}

function measureRequests(fastify: FastifyInstance, measures: Measures): void {
  const help = 'How long requests took, by route, as far as they reached the application';
  const durations = measures.histogram('county_http_request_seconds', help, ['method', 'route', 'status'], BUCKETS_S);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? NO_ROUTE : (request.routeOptions.url ?? NO_ROUTE);
    const method = route === NO_ROUTE ? NO_ROUTE : request.method;
    const status = `${Math.floor(reply.raw.statusCode / 100)}xx`;
    durations.observe({ method, route, status }, reply.elapsedTime / 1000);
    done();
  });
}

const digest = (words: string) => createHash('sha256').update(words).digest();
