import type { FastifyInstance } from 'fastify';
import { problem } from '../http/problem.filter.ts';

const AGAIN_SECONDS = '3';
/** Balancers ask it to learn whether this process is well; a crowd is no illness. */
const ALWAYS = new Set(['/api/health']);

/**
 * No more requests at once than are served in a moment: whoever comes after is told to come again, instead of waiting in
 * a queue that grows until everybody's time is over. Bodies have arrived before they are counted, so that slow senders
 * keep nobody out; uploads, which arrive while they are handled, have a count of their own.
 */
export function limitCrowd(fastify: FastifyInstance, most: number): void {
  const counts = { requests: { now: 0, most }, uploads: { now: 0, most: Math.max(1, Math.floor(most / 10)) } };
  fastify.addHook('preHandler', async (request, reply) => {
    if (ALWAYS.has(request.url)) return;
    const isUpload = request.headers['content-type']?.startsWith('multipart/') ?? false;
    const count = isUpload ? counts.uploads : counts.requests;
    if (count.now >= count.most) {
      const error = { statusCode: 503 };
      const headers = { 'retry-after': AGAIN_SECONDS, 'cache-control': 'no-store' };
      return reply
        .status(503)
        .headers(headers)
        .send(problem(error, 503, request.id));
    }
    count.now += 1;
    // Of the socket, not of the answer: whoever hangs up while waiting leaves too.
    reply.raw.once('close', () => (count.now -= 1));
  });
}
