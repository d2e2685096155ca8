import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { failureOf, postJson } from './post-json.ts';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const speaking = async (act: (socket: Socket) => void) => `http://${await listening(createServer(act))}`;
const answering = async (act: RequestListener) => `http://${await listening(createHttpServer(act))}`;

/** An address nobody listens at any more. */
async function shut(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  await new Promise((done) => server.close(done));
  return address;
}

describe('a request to somebody else’s server', () => {
  it('that answers is answered, JSON or not, whatever it calls it', async () => {
    const url = await answering((request, response) => {
      response.writeHead(request.url === '/odd' ? 418 : 200, { 'content-type': 'text/plain' });
      response.end(request.url === '/odd' ? '<html>' : '{"errcode":0}');
    });
    expect(await postJson(url, '{}')).toMatchObject({ kind: 'answered', status: 200, body: { errcode: 0 } });
    expect(await postJson(`${url}/odd`, '{}')).toMatchObject({ kind: 'answered', status: 418, body: undefined });
  });

  it.each([
    ['nobody listens', async () => `http://${await shut()}`, 'ECONNREFUSED'],
    ['nobody listens, over TLS', async () => `https://${await shut()}`, 'ECONNREFUSED'],
    ['the name is nobody’s', async () => 'http://nowhere.invalid', /^(?:ENOTFOUND|EAI_AGAIN)$/],
    ['no TLS is spoken', () => answering(() => {}).then((url) => url.replace('http:', 'https:')), /^ERR_SSL_|^EPROTO$/],
    [
      'the line breaks while TLS is agreed on',
      () =>
        speaking((socket) => socket.once('data', () => socket.destroy())).then((url) => url.replace('http:', 'https:')),
      'ECONNRESET',
    ],
    ['the port is one no browser asks', async () => 'http://127.0.0.1:9', 'TypeError'],
  ])('leaves nothing behind where %s', async (_, at, reason) => {
    expect(await postJson(await at(), '{}')).toEqual({ kind: 'unsent', reason: expect.stringMatching(reason) });
  });

  it.each([
    ['the line breaks at once', (socket: Socket) => socket.destroy()],
    ['the line is reset', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['the line ends without an answer', (socket: Socket) => socket.once('data', () => socket.end())],
    [
      'the answer is cut short',
      (socket: Socket) =>
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"errcode":');
          setTimeout(() => socket.destroy(), 50);
        }),
    ],
    ['the answer is no HTTP', (socket: Socket) => socket.once('data', () => socket.end('220 mail ready\r\n'))],
  ])('may have been served where %s', async (_, act) => {
    const url = await speaking((socket) => void act(socket.on('error', () => {})));
    expect(await postJson(url, '{}')).toEqual({ kind: 'unknown', reason: expect.any(String) });
  });

  it.each([
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'unsent'],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'unsent'],
    [{ code: 'EHOSTUNREACH' }, 'unsent'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'unsent'],
    [{ code: 'ETIMEDOUT', syscall: 'read' }, 'unknown'],
    [{ code: 'EPIPE', syscall: 'write' }, 'unknown'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'unknown'],
    [{ code: 'UND_ERR_BODY_TIMEOUT' }, 'unknown'],
    [undefined, 'unknown'],
  ])('that fails with %j is %s', (cause, kind) =>
    expect(failureOf(Object.assign(new TypeError('fetch failed'), { cause })).kind).toBe(kind),
  );
});
