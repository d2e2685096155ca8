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
    [{ SMTP_URL: 'smtp://a' }, 'SMTP_URL、MAIL_FROM 要一起设置，或都不设；现在没有 MAIL_FROM'],
    [{ SMS_KEY: 'sixteen letters!' }, 'SMS_URL、SMS_KEY 要一起设置，或都不设；现在没有 SMS_URL'],
    [{ SMS_URL: 'https://a', SMS_KEY: 'short' }, 'SMS_KEY'],
  ])('%j stops the start', (environment, words) => expect(() => read(environment)).toThrow(words));

  it('is never read out in an error', () =>
    expect(() => read({ SMTP_URL: 'https://user:secret@a', MAIL_FROM: 'x' })).toThrow(/^(?!.*secret)/));
});

describe('the settings of the store for files', () => {
  const cos = {
    S3_URL: 'https://cos.ap-guangzhou.myqcloud.com',
    S3_BUCKET: 'county-1250000000',
    S3_REGION: 'ap-guangzhou',
    S3_ACCESS_KEY: 'AKID',
    S3_SECRET_KEY: 'a secret',
  };

  it('are taken together; the bucket stands in the host’s name unless told', () => {
    expect(read(cos)).toMatchObject({ ...cos, S3_PATH_STYLE: false });
    expect(read({ ...cos, S3_PATH_STYLE: 'true' }).S3_PATH_STYLE).toBe(true);
  });

  it.each(Object.keys(cos))('without %s stop the start, and the error says which is missing', (missing) => {
    const words = new RegExp(`^S3_URL、.+、S3_SECRET_KEY 要一起设置.+现在没有 ${missing}。$`);
    expect(() => read({ ...cos, [missing]: '' })).toThrow(words);
  });

  it.each([
    [{ S3_URL: 'https://county.cos.myqcloud.com/files' }, 'S3_URL: is not https://host'],
    [{ S3_URL: 'cos.ap-guangzhou.myqcloud.com' }, 'S3_URL: is not https://host'],
    [{ S3_BUCKET: '公开/照片' }, 'S3_BUCKET: is not the name of a bucket'],
    [{ S3_PATH_STYLE: 'yes' }, 'S3_PATH_STYLE'],
    [{ SECRET_KEY: '' }, '设了 S3_BUCKET 就要设 SECRET_KEY'],
  ])('%j stops the start', (wrong, words) => expect(() => read({ ...cos, ...wrong })).toThrow(words));
});

describe('production', () => {
  const good = {
    MODE: '',
    SECRET_KEY: 'Gq0kq2nY5vK1m7bXw3T9sZr4UeHcLpDfJaQiOtNyB8M=',
    SITE_OWNER: '某县人民政府办公室',
    COUNTY_NAME: '某县',
    PUBLIC_ORIGIN: 'https://zwgk.moxian.gov.cn',
  };
  const start = (environment: Record<string, string>) => () => readSettings({ ...good, ...environment });

  it('starts on settings of its own', () => expect(start({})()).toMatchObject({ demo: false, COUNTY_NAME: '某县' }));

  it.each([
    [{ SECRET_KEY: '' }, '缺少 SECRET_KEY'],
    [{ SITE_OWNER: '' }, '缺少 SITE_OWNER'],
    [{ COUNTY_NAME: '' }, '缺少 COUNTY_NAME'],
    [{ PUBLIC_ORIGIN: '' }, '缺少 PUBLIC_ORIGIN'],
    [{ SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }, 'SECRET_KEY 不是随机生成的'],
    [{ SECRET_KEY: Buffer.from('county-county-county-county-coun').toString('base64') }, 'SECRET_KEY 不是随机生成的'],
    [{ PUBLIC_ORIGIN: 'https://example.gov.cn' }, 'PUBLIC_ORIGIN 还是说明里的例子'],
    [{ PUBLIC_ORIGIN: 'http://zwgk.moxian.gov.cn' }, 'PUBLIC_ORIGIN 要用 https'],
    [{ PUBLIC_ORIGIN: 'http://172.32.0.1' }, 'PUBLIC_ORIGIN 要用 https'],
    [{ TICK_SECRET: 'aaaaaaaaaaaaaaaa' }, 'TICK_SECRET 太容易猜'],
    [{ TICK_SECRET: good.SECRET_KEY }, 'TICK_SECRET 太容易猜，或与 SECRET_KEY 相同'],
    [{ NOW: '2026-11-25T01:00:00Z' }, 'NOW 只在演示模式'],
  ])('%j stops the start, in words with the way out and without the secret', (environment, words) => {
    expect(start(environment)).toThrow(words);
    expect(start(environment)).toThrow(/^(?![^]*Gq0kq2nY5)/);
    expect(start(environment)).toThrow('MODE=demo');
  });

  it.each([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://10.1.2.3',
    'http://172.16.0.9',
    'http://192.168.1.2',
  ])('may be tried at %s, which leaves no house', (PUBLIC_ORIGIN) => expect(start({ PUBLIC_ORIGIN })).not.toThrow());

  it('names every fault at once', () =>
    expect(() => readSettings({})).toThrow(/SECRET_KEY[^]*SITE_OWNER[^]*COUNTY_NAME[^]*PUBLIC_ORIGIN/));
});
