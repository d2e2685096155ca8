import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { takesGzip } from '../http/public-cache.ts';

const HASHED = /[.-][0-9a-f]{8,}[.]\w+$/;
const YEAR_S = 365 * 24 * 60 * 60;

const NOT_BUILT = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>政务公开</title></head>
<body><h1>页面还没有生成</h1><p>服务已在运行，但网页文件还没有生成。请管理员运行 npm run build，然后刷新本页。</p></body></html>
`;

/** What a page shows until its scripts are there, as HTML; undefined for a page that has nothing of the kind. */
type FirstView = (address: string) => Promise<string | undefined>;

/**
 * Serves the web pages at `/`, with the compressed copies the build left beside them. The address of a page inside
 * the application gives its index; a missing file stays missing, lest a script be answered with a page.
 */
export async function servePages(app: NestFastifyApplication, folder: string, firstView: FirstView): Promise<void> {
  const root = path.resolve(folder);
  await app.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    // A service worker or a well-known file is served; nothing in the folder is a secret, but .env would be a mistake.
    dotfiles: 'ignore',
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const wanted = decodeURIComponent(request.url.split('?', 1)[0]!);
    if (/^[/]api(?:[/]|$)/.test(wanted) || wanted.split('/').includes('..')) return reply.callNotFound();
    if (wanted !== '/' && path.posix.extname(wanted)) return sendFile(reply, wanted);
    if (wanted !== '/' && !request.headers.accept?.includes('text/html')) return reply.callNotFound();
    const index = path.join(root, 'index.html');
    if (existsSync(index)) {
      const view = await firstView(request.url);
      return view ? sendWithView(request, reply, readFileSync(index, 'utf8'), view) : sendFile(reply, '/index.html');
    }
    return reply.status(503).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(NOT_BUILT);
  });
}

function sendFile(reply: FastifyReply, file: string): FastifyReply {
  reply.header('cache-control', HASHED.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
  return reply.sendFile(file.slice(1));
}

function sendWithView(request: FastifyRequest, reply: FastifyReply, index: string, view: string): FastifyReply {
  const page = Buffer.from(index.replace('<div id="app"></div>', (app) => view + app));
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', 'no-cache').header('vary', 'accept-encoding').header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  reply.type('text/html; charset=utf-8');
  return takesGzip(request.raw) ? reply.header('content-encoding', 'gzip').send(gzipSync(page)) : reply.send(page);
}
