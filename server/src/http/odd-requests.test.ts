import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printable } from './printable.ts';
import { startCounty, type County } from '../../../test/support/county.ts';

/** What arrives when a line breaks, a program is wrong, or somebody tries. */
describe('a request no page of ours would send', () => {
  let county: County;
  let supervisor: string;

  beforeAll(async () => {
    county = await startCounty();
    supervisor = await county.signIn('supervisor');
  });
  afterAll(() => county.close());

  const upload = (contentType: string, body: string) =>
    fetch(`${county.url}/api/task-breakdowns/previews`, {
      method: 'POST',
      headers: { authorization: `Bearer ${supervisor}`, 'content-type': contentType },
      body,
    });
  const part = (disposition: string, content: string) =>
    `--x\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/plain\r\n\r\n${content}\r\n`;

  it.each([
    [
      'cut off in the middle of the file',
      'multipart/form-data; boundary=x',
      part('name="file"; filename="a.txt"', '序号'),
    ],
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that is empty', 'multipart/form-data; boundary=x', ''],
    ['with only its end', 'multipart/form-data; boundary=x', '--x--\r\n'],
  ])('an upload %s is asked for again', async (_what, contentType, body) => {
    const reply = await upload(contentType, body);
    expect(reply.status).toBe(400);
    expect((await reply.json()).message).toMatch(/重新选择/);
  });

  it('a file part with a type but no name is read by its content', async () => {
    const body = `--x\r\nContent-Disposition: form-data; name="file"; filename\r\nContent-Type: application/octet-stream\r\n\r\n没有表格\r\n--x--\r\n`;
    const reply = await upload('multipart/form-data; boundary=x', body);
    expect([reply.status, (await reply.json()).code]).toEqual([400, expect.stringMatching(/unreadable|invalid/)]);
  });

  it('whose head comes a letter at a time is not waited for, and its connection is closed', async () => {
    const server = county.app.getHttpServer() as Server;
    expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 120_000]);
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /api/health HTTP/1.1\r\nHost: a\r\nX-Slow: '));
      const drip = setInterval(() => socket.write('a'), 1_000);
      socket.on('data', (bytes) => (heard += bytes.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        resolve(heard);
      });
    });
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it.each(['[', '{"a":'])('endless nesting of %s is refused before it exhausts anything', async (opening) => {
    const closing = opening === '[' ? ']' : '}';
    const depth = 50_000;
    const reply = await fetch(`${county.url}/api/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"words":${opening.repeat(depth)}1${closing.repeat(depth)}}`,
    });
    expect(reply.status).toBe(400);
    expect((await reply.json()).message).toMatch(/[一-鿿]/);
  });

  it.each([
    ['zero-width spaces', '\u200b\u200b\u200b\u200b\u200b\u200b'],
    ['a joiner and variation selectors', '\u200d\ufe0f\ufe0f\ufeff\u2060\u200d'],
    ['fillers and blanks', '\u3164\u3164\u2800\u2800\u00ad\u3000'],
  ])('a text of %s alone is no text', async (_what, words) => {
    const body = { id: '01a21825-d47c-7848-a736-556fa7957485', words, lines: { by: 'selection', assignmentIds: [] } };
    const reply = await county.ask('POST', '/nudges', { token: supervisor, body });
    expect(reply.status).toBe(400);
    expect(reply.body.issues).toContainEqual({ path: ['words'], message: '请填写催办的话' });
  });

  it.each(['\u202a', '\u202e', '\u2066', '\u2069'])(
    'a mark that turns the order of signs round (%j) is left out',
    (mark) => {
      expect(printable({ words: `电话 ${mark}0800` })).toEqual({ words: '电话 0800' });
    },
  );
});
