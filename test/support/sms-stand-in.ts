import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SentText {
  id: string;
  phone: string;
  text: string;
}

/** What the adapter answers to one request: a status with a body, or nothing. */
export type SmsAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'no answer';

export interface SmsStandIn {
  /** For the setting SMS_URL. */
  url: string;
  /** What was asked for under a right signature, taken or not. */
  asked: SentText[];
  /** The next answers; then everything is accepted again. */
  answers(...answers: SmsAnswer[]): void;
  close(): Promise<void>;
}

/** An adapter as docs/sms.md describes it: checks the signature and takes what is asked for. */
export async function startSmsStandIn(key: string, now: () => number = Date.now): Promise<SmsStandIn> {
  const asked: SentText[] = [];
  const waiting: SmsAnswer[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const timestamp = String(request.headers['x-timestamp']);
    const signature = createHmac('sha256', key).update(`${timestamp}\n${body}`).digest('hex');
    const isOurs = request.headers['x-signature'] === signature && Math.abs(now() / 1000 - Number(timestamp)) < 300;
    if (isOurs) asked.push(JSON.parse(body) as SentText);
    const answer = isOurs ? (waiting.shift() ?? { status: 200, body: { accepted: true } }) : { status: 401 };
    if (answer === 'no answer') return request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    asked,
    answers: (...answers) => void waiting.push(...answers),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
