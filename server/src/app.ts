import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.ts';
import { Clock } from './clock/clock.ts';
import type { Settings } from './config/settings.ts';
import { openDataSource } from './database/data-source.ts';
import { serveApiDescription } from './http/openapi.ts';
import { problem } from './http/problem.filter.ts';
import { PublicCache } from './http/public-cache.ts';
import { rememberRequests } from './http/request-context.ts';
import { secureHeaders } from './http/secure-headers.ts';
import { StructuredLog } from './http/structured-log.ts';
import { serveMetrics } from './operation/metrics-address.ts';
import { FirstViews } from './service-map/first-views/first-views.service.ts';
import { servePages } from './site/pages.ts';
import { limitCrowd } from './traffic/crowd.ts';
import { VERSION } from './version.ts';

const BODY_LIMIT = 512 * 1024;

/** Whoever sends a letter at a time holds no connection for long; a photo over a weak signal may take its two minutes. */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
};

/** The whole server, ready to listen. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const source = await openDataSource({ dataDir: settings.DATA_DIR, url: settings.DATABASE_URL });
  const clock = new Clock(settings.NOW);
  const publicCache = new PublicCache(clock);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted(settings.TRUST_PROXY),
    serverFactory: frontDoor(publicCache),
    genReqId: () => randomUUID(),
    // An address that cannot be read never reaches a handler, nor the filter behind it.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void reply.status(400).send(problem(error, 400, request.id)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, clock, source, publicCache),
    adapter,
    {
      logger: new StructuredLog(settings.LOG_LEVEL),
      // Whoever started it is told why it does not begin, in words.
      abortOnError: false,
    },
  );
  app.setGlobalPrefix('api');
  await app.register(multipart);
  const fastify = app.getHttpAdapter().getInstance();
  secureHeaders(fastify, settings);
  rememberRequests(fastify);
  limitCrowd(fastify, settings.REQUESTS_AT_ONCE);
  // The phone corrects its own clock by this header.
  fastify.addHook('onSend', async (_request, reply) => void reply.header('date', new Date(clock.now()).toUTCString()));
  fastify.addHook('onSend', async ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') publicCache.forgetOnes();
  });
  if (settings.METRICS_TOKEN) serveMetrics(app, settings.METRICS_TOKEN);
  serveApiDescription(app, VERSION);
  const firstViews = app.get(FirstViews, { strict: false });
  await servePages(app, settings.PAGES_DIR, (address) => firstViews.of(address));
  return app;
}

/** A number is how many balancers stand in front: the address the outermost of them saw is the sender's. */
const trusted = (proxies: Settings['TRUST_PROXY']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;

/**
 * Node's server in front of the application: replies that are at hand leave at once. WeChat's `wx.request` has no
 * PATCH: it sends POST and names the method in a header.
 */
const frontDoor = (publicCache: PublicCache) => (handle: RequestListener) =>
  createServer(PATIENCE, (request, response) => {
    if (publicCache.answers(request, response)) return;
    if (request.method === 'POST' && request.headers['x-http-method-override'] === 'PATCH') request.method = 'PATCH';
    handle(request, response);
  });
