import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
const read = (environment: Record<string, string>) => readSettings({ MODE: 'demo', SECRET_KEY, ...environment });

describe('the setting of WeChat’s templates', () => {
  it('is taken as JSON', () => {
    const WECHAT_TEMPLATES = '{"work":{"id":"T","fields":{"thing1":"what","date2":"on"}}}';
    expect(read({ WECHAT_TEMPLATES }).WECHAT_TEMPLATES).toEqual({
      work: { id: 'T', fields: { thing1: 'what', date2: 'on' } },
    });
  });

  it('may be left out', () => expect(read({}).WECHAT_TEMPLATES).toBeUndefined());

  it.each([
    ['{"work":', 'WECHAT_TEMPLATES: is not JSON'],
    [
      '{"work":{"id":"T","fields":{"date2":"words"}}}',
      'WECHAT_TEMPLATES.work.fields.date2: a date takes on, today, not words',
    ],
    ['{"work":{"id":"T","fields":{"time2":"on"}}}', 'WECHAT_TEMPLATES.work.fields.time2: is none of thing1,'],
    ['{"wrok":{}}', 'WECHAT_TEMPLATES'],
  ])('%s stops the start, and the error says why', (WECHAT_TEMPLATES, words) => {
    expect(() => read({ WECHAT_TEMPLATES })).toThrow(words);
  });
});

describe('the setting of the mail server', () => {
  it.each([
    ['smtps://mail.example.gov.cn', { host: 'mail.example.gov.cn', port: 465, isSecure: true, isPlain: false }],
    ['smtp://mail.example.gov.cn', { port: 587, isSecure: false, isPlain: false, user: undefined }],
    [
      'smtp://a%40b:p%3Aw@10.0.0.5:25?plain',
      { host: '10.0.0.5', port: 25, user: 'a@b', password: 'p:w', isPlain: true },
    ],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ])('%s is understood', (SMTP_URL, expected) =>
    expect(read({ SMTP_URL, MAIL_FROM: 'a@example.gov.cn' }).SMTP_URL).toMatchObject(expected),
  );

  it.each([
    ['noreply@example.gov.cn', { name: undefined, address: 'noreply@example.gov.cn' }],
    ['示例县政务公开 <noreply@example.gov.cn>', { name: '示例县政务公开', address: 'noreply@example.gov.cn' }],
  ])('%s sends', (MAIL_FROM, expected) =>
    expect(read({ SMTP_URL: 'smtp://a', MAIL_FROM }).MAIL_FROM).toEqual(expected),
  );

  it.each([
    [{ SMTP_URL: 'https://a', MAIL_FROM: 'a@b.cn' }, 'SMTP_URL: is not smtps://'],
    [{ SMTP_URL: 'mail.example.gov.cn:25', MAIL_FROM: 'a@b.cn' }, 'SMTP_URL: is not smtps://'],
    [{ SMTP_URL: 'smtp://a', MAIL_FROM: '公开办' }, 'MAIL_FROM: is not a mail address'],
    [{ SMTP_URL: 'smtp://a', MAIL_FROM: 'a@b.cn\nBcc: c@d.cn' }, 'MAIL_FROM: is not a mail address'],
    [{ SMTP_URL: 'smtp://a' }, 'SMTP_URL and MAIL_FROM belong together'],
    [{ SMS_KEY: 'sixteen letters!' }, 'SMS_URL and SMS_KEY belong together'],
    [{ SMS_URL: 'https://a', SMS_KEY: 'short' }, 'SMS_KEY'],
  ])('%j stops the start', (environment, words) => expect(() => read(environment)).toThrow(words));

  it('is never read out in an error', () =>
    expect(() => read({ SMTP_URL: 'https://user:secret@a', MAIL_FROM: 'x' })).toThrow(/^(?!.*secret)/));
});
