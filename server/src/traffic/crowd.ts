import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { problem } from '../http/problem.filter.ts';

const AGAIN_SECONDS = '3';
/**
 * Balancers ask the one to learn whether this process is well, and a crowd is no illness; whoever watches the server wants
 * the figures of the other most just then.
 */
const ALWAYS = new Set(['/api/health', '/metrics']);

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
    whenLeft(request.raw.socket, reply.raw, () => (count.now -= 1));
  });
}

/**
 * Calls once, when the answer has been sent or whoever asked has hung up. Of several requests sent down one line without
 * waiting, Node tells the first answer alone that the line is gone; the others learn it of the socket.
 */
function whenLeft(socket: Socket, response: ServerResponse, leave: () => void): void {
  const left = () => {
    socket.off('close', left);
    response.off('close', left);
    leave();
  };
  // As many as there are requests on the line: no leak.
  socket.setMaxListeners(0);
  socket.once('close', left);
  response.once('close', left);
}
