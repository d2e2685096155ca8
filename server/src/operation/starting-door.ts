import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { NOTHING_LOST, type Problem } from '@county/shared/http/problem';
import type { Health } from '@county/shared/site/site';
import { StartRefused } from '../config/start-refused.ts';
import { VERSION } from '../version.ts';

const RETRY_S = 5;
const STARTING: Health = { live: true, ready: false, state: 'starting', database: null, version: VERSION };
const BUSY: Problem = {
  code: 'busy',
  message: `系统正在启动，请稍后再试${NOTHING_LOST}`,
  reference: 'starting',
};
const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${RETRY_S}"><title>系统正在启动</title></head>
<body><h1>系统正在启动</h1><p>请稍等，好了会自动打开。</p></body></html>
`;

/**
 * Keeps the port while the tables are brought up to date, which may take long after an upgrade: whoever asks is told
 * that the server lives and is not ready yet. A port that is taken is known before anything is touched.
 */
export async function openStartingDoor(port: number, host: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const address = (request.url ?? '').split('?', 1)[0]!;
    if (address === '/api/health') return answer(response, 'application/json', JSON.stringify(STARTING));
    const wantsPage = !address.startsWith('/api') && request.headers.accept?.includes('text/html');
    return wantsPage ? answer(response, 'text/html', PAGE) : answer(response, 'application/json', JSON.stringify(BUSY));
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw whyUnheard(error, port, host);
  });
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
}

/** What to tell whoever named a port or an address that cannot be had; anything else as it is. */
export function whyUnheard(error: unknown, port: number, host: string): unknown {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new StartRefused(`端口 ${port} 已经有程序在用。请先停下它，或把 PORT 改成别的端口。`);
    case 'EACCES':
      return new StartRefused(`系统不许用端口 ${port}。请把 PORT 改成 1024 以上的端口。`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefused(`HOST ${host} 不是这台机器的地址。本机用写 127.0.0.1，对外用写 0.0.0.0。`);
    default:
      return error;
  }
}

function answer(response: ServerResponse, mediaType: string, body: string): void {
  const headers = {
    'content-type': `${mediaType}; charset=utf-8`,
    'cache-control': 'no-store',
    'retry-after': String(RETRY_S),
    connection: 'close',
  };
  response.writeHead(503, headers).end(body);
}
