import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What WeChat answers to a code, or how it fails to. */
export type WechatAnswer =
  { openid: string } | { errcode: number; errmsg?: string } | 'broken JSON' | 'server error' | 'no answer';

export interface WechatStandIn {
  /** For the setting WECHAT_API_BASE. */
  url: string;
  /** Says what a code is good for; a code nobody gave out is 40029, as at WeChat. */
  gives(code: string, answer: WechatAnswer): void;
  /** Queries received, the oldest first. */
  asked: URLSearchParams[];
  close(): Promise<void>;
}

/** In place of api.weixin.qq.com, which no test can reach: a code is good once, as WeChat documents it. */
export async function startWechatStandIn(): Promise<WechatStandIn> {
  const answers = new Map<string, WechatAnswer>();
  const used = new Set<string>();
  const asked: URLSearchParams[] = [];

  const answerTo = ({ url = '' }: IncomingMessage): WechatAnswer => {
    const { pathname, searchParams } = new URL(url, 'http://wechat');
    if (pathname !== '/sns/jscode2session') return 'server error';
    asked.push(searchParams);
    const code = searchParams.get('js_code') ?? '';
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    const answer = answers.get(code) ?? { errcode: 40029, errmsg: 'invalid code' };
    if (typeof answer === 'object' && 'openid' in answer) used.add(code);
    return answer;
  };

  const server = createServer((request, response) => {
    const answer = answerTo(request);
    if (answer === 'no answer') return request.socket.destroy();
    const body = answer === 'broken JSON' ? '{"openid":' : JSON.stringify(bodyOf(answer));
    response.writeHead(answer === 'server error' ? 500 : 200, { 'content-type': 'text/plain' });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    gives: (code, answer) => void answers.set(code, answer),
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const SESSION_KEY = 'c2Vzc2lvbiBrZXkgb2YgdGhlIHN0YW5kLWlu';

function bodyOf(answer: Exclude<WechatAnswer, 'broken JSON' | 'no answer'>): object {
  if (answer === 'server error') return { errcode: 500 };
  return 'openid' in answer ? { ...answer, session_key: SESSION_KEY } : answer;
}
