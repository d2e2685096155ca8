import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { startMailStandIn, type MailStandIn } from '../../../test/support/mail-stand-in.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { MailAddresses, MailCodes } from './channels.tables.ts';
import { MailSweep } from './mail-sweep.service.ts';

describe('somebody’s own mail address', () => {
  let county: County;
  let server: MailStandIn;
  let officer: string;
  let lead: string;

  beforeAll(async () => {
    server = await startMailStandIn();
    county = await startCounty({
      environment: { SMTP_URL: server.url, MAIL_FROM: '县公开办 <noreply@county.example>' },
    });
    officer = await county.signIn('village-officer');
    lead = await county.signIn('unit-lead');
  });
  afterAll(async () => {
    await county?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await county.database.work(async (db) => {
      await db.clear(MailCodes);
      await db.clear(MailAddresses);
    });
  });

  const give = (address: string, token = officer, id = newId()) =>
    county.ask('POST', '/people/me/mail-address/codes', { token, body: { id, address } });
  const confirm = (code: string, token = officer) =>
    county.ask('POST', '/people/me/mail-address/confirmations', { token, body: { code } });
  const ways = async (token = officer) => (await county.ask('GET', '/people/me/reminder-ways', { token })).body;
  const codeIn = (mail = server.mails.at(-1)!) => /验证码：(\d{6})/.exec(mail.text)![1]!;
  const later = (minutes: number) =>
    county.clock.set(new Date(Date.parse(county.clock.now()) + minutes * 60_000).toISOString());
  const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('is confirmed by the code that was mailed to it, and shown masked', async () => {
    const asked = await give('Luo.Xiaoman@Example.gov.cn');
    expect([asked.status, asked.body]).toEqual([
      201,
      { isOpen: true, address: null, waiting: { address: 'l***@example.gov.cn', until: expect.any(String) } },
    ]);
    const mail = server.mails.at(-1)!;
    expect([mail.to, mail.subject]).toEqual(['luo.xiaoman@example.gov.cn', '示例县政务公开：邮箱验证码']);
    expect(mail.headers.get('from')).toContain('<noreply@county.example>');
    expect((await ways()).mail.address).toBeNull();
    const confirmed = await confirm(codeIn());
    expect([confirmed.status, confirmed.body]).toEqual([
      201,
      { isOpen: true, address: 'l***@example.gov.cn', waiting: null },
    ]);
    expect((await ways(lead)).mail.address).toBeNull();
  });

  it('lies encrypted, and nowhere in the audit trail', async () => {
    await give('luo.xiaoman@example.gov.cn');
    await confirm(codeIn());
    const [rows, codes, trail] = await county.database.read(async (db) => [
      await db.find(MailAddresses),
      await db.find(MailCodes),
      await db.find(AuditEntries),
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, codes, trail])).not.toMatch(/luo\.xiaoman|example\.gov/);
    expect(trail.filter(({ action }) => action === 'confirmMailAddress').length).toBeGreaterThan(0);
  });

  it('can be changed: the old one stays until the new one is confirmed', async () => {
    await give('old@example.gov.cn');
    await confirm(codeIn());
    later(2);
    await give('new@example.gov.cn');
    expect((await ways()).mail).toMatchObject({
      address: 'o***@example.gov.cn',
      waiting: { address: 'n***@example.gov.cn' },
    });
    expect((await confirm(codeIn())).body.address).toBe('n***@example.gov.cn');
  });

  it('can be deleted, again and again, by whoever has left their post too', async () => {
    await give('luo.xiaoman@example.gov.cn');
    await confirm(codeIn());
    const remove = () => county.ask('DELETE', '/people/me/mail-address', { token: officer });
    expect([(await remove()).body, (await remove()).status]).toEqual([
      { isOpen: true, address: null, waiting: null },
      200,
    ]);
    expect(await county.database.read((db) => db.count(MailAddresses))).toBe(0);
    const resident = await county.signIn('resident');
    expect((await county.ask('DELETE', '/people/me/mail-address', { token: resident })).status).toBe(200);
    expect((await give('somebody@example.com', resident)).status).toBe(403);
  });

  it('is mailed one code for a request sent twice', async () => {
    const before = server.mails.length;
    const id = newId();
    const statuses = [
      (await give('a@example.gov.cn', officer, id)).status,
      (await give('a@example.gov.cn', officer, id)).status,
    ];
    expect([statuses, server.mails.length - before]).toEqual([[201, 200], 1]);
    expect((await give('b@example.gov.cn', officer, id)).body.code).toBe('id-taken');
    expect((await give('a@example.gov.cn', lead, id)).body.code).toBe('id-taken');
  });

  it('is not confirmed by a guess: five tries, counted even at the same moment', async () => {
    await give('a@example.gov.cn');
    const code = codeIn();
    expect((await confirm(another(code))).body).toMatchObject({
      code: 'invalid-input',
      message: '验证码不对，还可以试 4 次',
    });
    const guesses = await Promise.all(Array.from({ length: 8 }, () => confirm(another(code))));
    const words = guesses.map(({ body }) => body.message);
    expect(words.filter((one) => one.startsWith('验证码不对'))).toHaveLength(4);
    expect(words.filter((one) => one === '验证码已失效，请重新获取')).toHaveLength(4);
    expect((await confirm(code)).body.message).toBe('验证码已失效，请重新获取');
  });

  it('is not confirmed after ten minutes, nor by an earlier code, nor by somebody else’s', async () => {
    await give('a@example.gov.cn');
    const first = codeIn();
    expect((await confirm(first, lead)).body.message).toBe('验证码已失效，请重新获取');
    later(2);
    await give('a@example.gov.cn');
    const second = codeIn();
    if (first !== second) expect((await confirm(first)).status).toBe(400);
    later(11);
    expect((await confirm(second)).body.message).toBe('验证码已失效，请重新获取');
    expect((await ways()).mail.waiting).toBeNull();
  });

  it('gets no second code within a minute, and five an hour at most, whoever asks', async () => {
    const before = server.mails.length;
    const both = await Promise.all([give('a@example.gov.cn'), give('a@example.gov.cn'), give('a@example.gov.cn')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429, 429]);
    expect((await give('b@example.gov.cn')).status).toBe(429);
    expect((await give('a@example.gov.cn', lead)).status).toBe(429);
    expect(both.find(({ status }) => status === 429)!.body.message).toMatch(
      /^验证码发得太频繁，请在 \d\d:\d\d 以后再试$/,
    );
    for (let turn = 0; turn < 4; turn += 1) {
      later(2);
      expect((await give('a@example.gov.cn')).status).toBe(201);
    }
    later(2);
    expect((await give('a@example.gov.cn')).status).toBe(429);
    expect((await give('a@example.gov.cn', lead)).status).toBe(429);
    expect(server.mails.length - before).toBe(5);
    later(60);
    expect((await give('a@example.gov.cn', lead)).status).toBe(201);
  });

  it.each([
    ['is refused by its server', { at: 'recipient', code: 550 } as const, 400, '这个邮箱不接收邮件，请核对地址'],
    ['cannot be reached now', { at: 'recipient', code: 450 } as const, 503, '邮件暂时发不出去，请过几分钟再试'],
  ])('that %s is told so', async (_, treatment, status, message) => {
    server.treats('odd@example.gov.cn', treatment);
    const reply = await give('odd@example.gov.cn');
    expect([reply.status, reply.body.message]).toEqual([status, message]);
    expect((await ways()).mail.waiting).toBeNull();
  });

  it('is taken where nobody knows whether the mail arrived', async () => {
    server.treats('odd@example.gov.cn', 'takes it, then breaks');
    expect((await give('odd@example.gov.cn')).status).toBe(201);
    expect((await confirm(codeIn())).body.address).toBe('o***@example.gov.cn');
  });

  it('that was never confirmed is kept no longer than the counting needs', async () => {
    await give('a@example.gov.cn');
    const kept = async () => {
      await county.app.get(MailSweep).sweep();
      return county.database.read((db) => db.count(MailCodes));
    };
    expect(await kept()).toBe(1);
    later(61);
    expect(await kept()).toBe(0);
  });

  it('is deleted when its person leaves their post, and nobody else’s with it', async () => {
    await give('luo.xiaoman@example.gov.cn');
    await confirm(codeIn());
    const { body } = await county.ask('GET', '/sessions/current', { token: lead });
    const person = { id: newId(), name: '要走的', phone: '19800007002', unitId: body.actor.unitId, role: 'officer' };
    await county.ask('POST', '/people', { token: lead, body: person });
    const leaver = { personId: person.id, cipher: 'of another', hash: 'of another', confirmedAt: county.clock.now() };
    await county.database.work((db) => db.insert(MailAddresses, leaver));
    const left = async () => {
      await county.app.get(MailSweep).sweep();
      return county.database.read((db) => db.count(MailAddresses));
    };
    expect(await left()).toBe(2);
    await county.ask('POST', `/people/${person.id}/departures`, { token: lead });
    expect(await left()).toBe(1);
    expect((await ways()).mail.address).toBe('l***@example.gov.cn');
  });

  it('is not asked for where the county sends no mail', async () => {
    const without = await startCounty();
    const token = await without.signIn('village-officer');
    const { body } = await without.ask('GET', '/people/me/reminder-ways', { token });
    expect(body).toEqual({
      wechat: [{ purpose: 'work', reach: 'not-set-up', templateId: null, credits: 0 }],
      mail: { isOpen: false, address: null, waiting: null },
      sms: { isOpen: false, phoneEnding: expect.stringMatching(/^\d{4}$/) },
    });
    const refusal = await without.ask('POST', '/people/me/mail-address/codes', {
      token,
      body: { id: newId(), address: 'a@example.gov.cn' },
    });
    expect([refusal.status, refusal.body.message]).toEqual([409, '县里还没有开通邮件提醒']);
    await without.close();
  });
});
