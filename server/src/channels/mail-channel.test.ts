import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { startMailStandIn, type MailStandIn, type MailTreatment } from '../../../test/support/mail-stand-in.ts';
import type { HandOver, Message } from './channels.service.ts';
import { MailChannel } from './mail-channel.service.ts';
import { MailSender } from './mail-sender.service.ts';

const OURS = 'noreply@county.example';
const settings = (url: string) => ({
  SMTP_URL: url,
  MAIL_FROM: OURS,
  PUBLIC_ORIGIN: 'https://example.gov.cn',
  SITE_PHONE: '0900-1234567',
});

describe('a reminder handed to the mail server', () => {
  let county: County;
  let server: MailStandIn;
  let personId: string;
  const ADDRESS = 'luo.xiaoman@example.gov.cn';

  beforeAll(async () => {
    server = await startMailStandIn();
    county = await startCounty({ environment: settings(server.url) });
    const token = await county.signIn('village-officer');
    personId = (await county.ask('GET', '/sessions/current', { token })).body.actor.personId;
    await county.ask('POST', '/people/me/mail-address/codes', { token, body: { id: newId(), address: ADDRESS } });
    const [, code] = /(\d{6})/.exec(server.mails[0]!.text)!;
    const { status } = await county.ask('POST', '/people/me/mail-address/confirmations', { token, body: { code } });
    expect(status).toBe(201);
  });
  afterAll(async () => {
    await county?.close();
    await server?.close();
  });

  const handOver = (over: Partial<Message> = {}): Promise<HandOver> =>
    county.app.get(MailChannel).handOver({
      id: newId(),
      personId,
      purpose: 'work',
      what: '村级公示栏更新',
      unit: '青石镇李家村',
      on: '2026-11-30',
      words: '还有 5 天到期，请填报进展。',
      link: '/pages/tasks/line/index?id=1',
      ...over,
    });
  const last = () => server.mails.at(-1)!;

  it('reaches those who have an address', async () => {
    const channel = county.app.get(MailChannel);
    const reached = await county.database.read((db) => channel.reachable(db, [personId, newId()]));
    expect([channel.isOpen, [...reached]]).toEqual([true, [personId]]);
    expect(await handOver({ personId: newId() })).toEqual({ outcome: 'refused', reason: '没有登记邮箱' });
  });

  it('arrives as plain text in Chinese, under an id of its own', async () => {
    const id = newId();
    expect(await handOver({ id })).toEqual({ outcome: 'sent' });
    const { from, to, subject, text, headers, raw } = last();
    expect([from, to, subject]).toEqual([OURS, ADDRESS, '示例县政务公开提醒：村级公示栏更新，期限 2026年11月30日']);
    expect(text).toContain('打开办理：\nhttps://example.gov.cn/pages/tasks/line/index?id=1\n');
    expect(text).toContain('联系电话：0900-1234567');
    expect(headers.get('message-id')).toBe(`<${id}@county.example>`);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('date')).toBe(
      'Wed, 25 Nov 2026 01:00:00 +0000'.replace(/01:00:00/, /\d\d:\d\d:\d\d/.exec(raw)![0]),
    );
    // Nothing but ASCII, in lines a mail server takes.
    expect(raw).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('adds no header and no recipient, whatever was written', async () => {
    const before = server.mails.length;
    const evil = '停水\r\nBcc: thief@example.com\r\n\r\n假的正文';
    expect(await handOver({ what: evil, words: evil, unit: evil })).toEqual({ outcome: 'sent' });
    expect([...last().headers.keys()].sort()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect([server.mails.length - before, last().headers.get('to')]).toEqual([1, ADDRESS]);
    expect(last().subject).toContain('停水 Bcc: thief@example.com 假的正文');
  });

  it('takes long words, dots alone in a line and emoji', async () => {
    const words = `${'很长的说明'.repeat(100)}👍`;
    expect(await handOver({ words, what: '.\r\n.\r\nQUIT' })).toEqual({ outcome: 'sent' });
    expect(last().text).toContain(words);
    expect(last().text).toContain('事项：. . QUIT\n');
  });

  it.each<[MailTreatment, HandOver]>([
    [
      { at: 'recipient', code: 550 },
      { outcome: 'refused', reason: '邮件服务器拒收（550）' },
    ],
    [
      { at: 'recipient', code: 450 },
      { outcome: 'later', afterSeconds: 300, reason: '邮件服务器暂时不收（450）' },
    ],
    [
      { at: 'data', code: 554 },
      { outcome: 'refused', reason: '邮件服务器拒收（554）' },
    ],
    [
      { at: 'data', code: 452 },
      { outcome: 'later', afterSeconds: 300, reason: '邮件服务器暂时不收（452）' },
    ],
    ['breaks at the recipient', { outcome: 'later', afterSeconds: 300, reason: '邮件服务器中断（ECONNECTION）' }],
  ])('that is treated with %j has not arrived', async (treatment, expected) => {
    const before = server.mails.length;
    server.treats(ADDRESS, treatment);
    expect(await handOver()).toEqual(expected);
    expect(server.mails.length).toBe(before);
  });

  it('refused for who sends it goes nowhere', async () => {
    server.treats('sender', { at: 'sender', code: 553 });
    expect(await handOver()).toEqual({ outcome: 'refused', reason: '邮件服务器拒收（553）' });
  });

  it.each<[MailTreatment, number]>([
    ['breaks after the data', 0],
    ['takes it, then breaks', 1],
  ])('may have arrived when the server %s', async (treatment, arrived) => {
    const before = server.mails.length;
    server.treats(ADDRESS, treatment);
    expect(await handOver()).toEqual({
      outcome: 'uncertain',
      reason: '邮件服务器中断（ECONNECTION），不知道是否送到',
    });
    expect(server.mails.length - before).toBe(arrived);
  });

  it('goes twenty at once', async () => {
    const before = server.mails.length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => handOver()));
    expect(answers.every(({ outcome }) => outcome === 'sent')).toBe(true);
    expect(server.mails.length - before).toBe(20);
  });
});

describe('a mail server', () => {
  const MAIL = { id: newId(), to: 'li@example.gov.cn', subject: '一', text: '二' };
  const sendVia = async (url: string): Promise<HandOver> => {
    const county = await startCounty({ environment: { ...settings(url), LOG_LEVEL: 'silent' } });
    const answer = await county.app.get(MailSender).send(MAIL);
    await county.close();
    return answer;
  };

  it('that nobody runs is asked again later', async () => {
    const shut = createServer();
    await new Promise<void>((ready) => shut.listen(0, '127.0.0.1', ready));
    const { port } = shut.address() as AddressInfo;
    await new Promise((done) => shut.close(done));
    const answer = await sendVia(`smtp://127.0.0.1:${port}`);
    expect(answer).toEqual({ outcome: 'later', afterSeconds: 300, reason: '连不上邮件服务器（ESOCKET）' });
  });

  it.each([
    ['hangs up', (socket: Socket) => socket.destroy(), '连不上邮件服务器（ECONNECTION）'],
    ['is closed today', (socket: Socket) => socket.end('554 no service\r\n'), '连不上邮件服务器（554）'],
    ['is no mail server', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), /^连不上邮件服务器/],
  ])('that %s is asked again later', async (_, act, reason) => {
    const odd = createServer((socket) => void act(socket.on('error', () => {})));
    await new Promise<void>((ready) => odd.listen(0, '127.0.0.1', ready));
    const answer = await sendVia(`smtp://127.0.0.1:${(odd.address() as AddressInfo).port}`);
    expect(answer).toEqual({ outcome: 'later', afterSeconds: 300, reason: expect.stringMatching(reason) });
    odd.close();
  });

  it('gets the password when the setting says the line is the county’s own', async () => {
    const server = await startMailStandIn({ user: 'county', password: 'p@ss:word' });
    const url = (password: string) => `smtp://county:${password}@127.0.0.1:${server.port}?plain`;
    expect(await sendVia(url('p%40ss%3Aword'))).toEqual({ outcome: 'sent' });
    const refused = await sendVia(url('wrong'));
    expect(refused).toEqual({ outcome: 'later', afterSeconds: 300, reason: '邮件服务器不让登录（535）' });
    await server.close();
  });

  it.each([
    ['offers no encryption', false],
    ['shows a certificate nobody knows', true],
  ])('that %s never gets the password', async (_, hasTls) => {
    const server = await startMailStandIn({ user: 'county', password: 'secret', hasTls });
    const answer = await sendVia(`smtp://county:secret@127.0.0.1:${server.port}`);
    expect(answer).toEqual({ outcome: 'later', afterSeconds: 300, reason: expect.stringMatching(/^连不上邮件服务器/) });
    expect(server.signIns).toBe(0);
    await server.close();
  });

  it('is off unless it is set', async () => {
    const county = await startCounty();
    expect(county.app.get(MailChannel).isOpen).toBe(false);
    expect(await county.app.get(MailSender).send(MAIL)).toEqual({ outcome: 'refused', reason: '邮件提醒没有开通' });
    await county.close();
  });
});
