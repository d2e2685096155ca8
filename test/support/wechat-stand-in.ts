import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProgrammeCodes } from './wechat/programme-codes.ts';
import { Subscriptions } from './wechat/subscriptions.ts';
import { Tokens } from './wechat/tokens.ts';

/** What WeChat answers to a code, or how it fails to. */
export type WechatAnswer =
  { openid: string } | { errcode: number; errmsg?: string } | 'broken JSON' | 'server error' | 'no answer';

/** How WeChat treats one request for once. `taken, then …` is served first. */
export type Treatment =
  | { errcode: number }
  | 'broken JSON'
  | 'server error'
  | 'no answer'
  | 'taken, then no answer'
  | 'taken, then server error'
  | 'taken, then broken JSON'
  /** Turned away at the gate, with no word of WeChat's. */
  | { status: number }
  | { slowMs: number }
  /** Served when the test says so. */
  | { until: Promise<unknown> };

type Door = 'token' | 'send' | 'code';

export interface WechatStandIn {
  /** For the setting WECHAT_API_BASE. */
  url: string;
  /** Says what a code is good for; a code nobody gave out is 40029, as at WeChat. */
  gives(code: string, answer: WechatAnswer): void;
  /** Queries of sign-ins received, the oldest first. */
  asked: URLSearchParams[];
  tokens: Tokens;
  subscriptions: Subscriptions;
  codes: ProgrammeCodes;
  /** How the next requests are treated, each once; for one account, or for whoever comes. */
  treats(door: Door, treatments: Treatment[], openid?: string): void;
  /** How many requests came to a door, served or not. */
  received: Record<Door, number>;
  close(): Promise<void>;
}

export interface WechatStandInOptions {
  /** What time it is at WeChat. */
  now?: () => number;
  port?: number;
  secret?: string;
}

/** In place of api.weixin.qq.com, which no test can reach: answers as WeChat documents it. */
export async function startWechatStandIn(options: WechatStandInOptions = {}): Promise<WechatStandIn> {
  const { now = Date.now, port = 0, secret } = options;
  const answers = new Map<string, WechatAnswer>();
  const used = new Set<string>();
  const asked: URLSearchParams[] = [];
  const tokens = new Tokens(now);
  const subscriptions = new Subscriptions(now);
  const waiting: { door: Door; openid: string | undefined; treatment: Treatment }[] = [];
  const received = { token: 0, send: 0, code: 0 };
  const codes = new ProgrammeCodes();

  const signIn = (query: URLSearchParams): WechatAnswer => {
    asked.push(query);
    const code = query.get('js_code') ?? '';
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    const answer = answers.get(code) ?? { errcode: 40029, errmsg: 'invalid code' };
    if (typeof answer === 'object' && 'openid' in answer) used.add(code);
    return answer;
  };
  const treatmentOf = (door: Door, openid?: string): Treatment | undefined => {
    const at = waiting.findIndex((one) => one.door === door && (one.openid === undefined || one.openid === openid));
    return at < 0 ? undefined : waiting.splice(at, 1)[0]!.treatment;
  };
  const giveToken = (wanted: Record<string, unknown>): object => {
    if (secret !== undefined && wanted.secret !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    return tokens.give(wanted.force_refresh === true);
  };
  const send = (query: URLSearchParams, message: object): object => {
    const errcode = tokens.faultOf(query.get('access_token') ?? '') ?? subscriptions.take(message);
    return { errcode, errmsg: errcode ? 'refused' : 'ok', ...(errcode ? {} : { msgid: subscriptions.taken.length }) };
  };
  /** One request as it is treated: served now or not at all, and answered so or not. */
  const serve = async (response: ServerResponse, treatment: Treatment | undefined, serving: () => object) => {
    if (typeof treatment === 'object' && 'errcode' in treatment) return answer(response, treatment);
    if (typeof treatment === 'object' && 'status' in treatment) return turnAway(response, treatment.status);
    if (typeof treatment === 'object' && 'until' in treatment) await treatment.until;
    else if (typeof treatment === 'object') await new Promise((resolve) => setTimeout(resolve, treatment.slowMs));
    const isServed = typeof treatment !== 'string' || treatment.startsWith('taken');
    const answered = isServed ? serving() : {};
    if (typeof treatment === 'string') return fail(response, treatment.replace('taken, then ', '') as Failure);
    answer(response, answered);
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat');
    const body = (await bodyOf(request)) as Record<string, unknown>;
    if (pathname === '/sns/jscode2session') {
      const answered = signIn(searchParams);
      if (typeof answered === 'string') return fail(response, answered);
      return answer(response, 'openid' in answered ? { ...answered, session_key: SESSION_KEY } : answered);
    }
    if (pathname === '/cgi-bin/stable_token') {
      received.token += 1;
      return serve(response, treatmentOf('token'), () => giveToken(body));
    }
    if (pathname === '/wxa/getwxacodeunlimit') {
      received.code += 1;
      const fault = tokens.faultOf(searchParams.get('access_token') ?? '');
      return serve(response, treatmentOf('code'), () => (fault ? { errcode: fault } : codes.draw(body)));
    }
    if (pathname === '/cgi-bin/message/subscribe/send') {
      received.send += 1;
      const openid = String(body.touser);
      if (!subscriptions.begin(openid)) return answer(response, { errcode: 43108, errmsg: 'sending at once' });
      // WeChat takes its time, or two at once would never meet.
      await new Promise((resolve) => setTimeout(resolve, SEND_MS));
      await serve(response, treatmentOf('send', openid), () => send(searchParams, body));
      return subscriptions.end(openid);
    }
    fail(response, 'server error');
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    gives: (code, given) => void answers.set(code, given),
    asked,
    tokens,
    subscriptions,
    codes,
    treats: (door, treatments, openid) =>
      void waiting.push(...treatments.map((treatment) => ({ door, openid, treatment }))),
    received,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const SESSION_KEY = 'c2Vzc2lvbiBrZXkgb2YgdGhlIHN0YW5kLWlu';
const SEND_MS = 5;

type Failure = 'broken JSON' | 'server error' | 'no answer';

/** WeChat names its JSON plain text; a picture comes as it is. */
function answer(response: ServerResponse, body: object): void {
  if (Buffer.isBuffer(body)) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body);
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, failure: Failure): void {
  if (failure === 'no answer') return void response.socket?.destroy();
  response.writeHead(failure === 'server error' ? 500 : 200, { 'content-type': 'text/plain' });
  response.end(failure === 'server error' ? JSON.stringify({ errcode: 500 }) : '{"openid":');
}

function turnAway(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html', location: 'https://elsewhere.example/' });
  response.end('<html></html>');
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return {};
  }
}
