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
    ['{"work":', 'WECHAT_TEMPLATES 不是 JSON'],
    [
      '{"work":{"id":"T","fields":{"date2":"words"}}}',
      'WECHAT_TEMPLATES.work.fields.date2 可填 on、today，不能填 words',
    ],
    ['{"work":{"id":"T","fields":{"time2":"on"}}}', 'WECHAT_TEMPLATES.work.fields.time2 不认识这种字段，要像 thing1、'],
    ['{"wrok":{}}', 'WECHAT_TEMPLATES 看不懂，请照说明里的例子写'],
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
    [{ SMTP_URL: 'https://a', MAIL_FROM: 'a@b.cn' }, 'SMTP_URL 要像 smtps://'],
    [{ SMTP_URL: 'mail.example.gov.cn:25', MAIL_FROM: 'a@b.cn' }, 'SMTP_URL 要像 smtps://'],
    [{ SMTP_URL: 'smtp://a', MAIL_FROM: '公开办' }, 'MAIL_FROM 不是邮件地址'],
    [{ SMTP_URL: 'smtp://a', MAIL_FROM: 'a@b.cn\nBcc: c@d.cn' }, 'MAIL_FROM 不是邮件地址'],
    [{ SMTP_URL: 'smtp://a' }, 'SMTP_URL、MAIL_FROM 要一起设置，或都不设；现在没有 MAIL_FROM'],
    [{ SMS_KEY: 'sixteen letters!' }, 'SMS_URL、SMS_KEY 要一起设置，或都不设；现在没有 SMS_URL'],
    [{ SMS_URL: 'https://a', SMS_KEY: 'short' }, 'SMS_KEY 太短，要 16 位以上'],
  ])('%j stops the start', (environment, words) => expect(() => read(environment)).toThrow(words));

  it('is never read out in an error', () =>
    expect(() => read({ SMTP_URL: 'https://user:secret@a', MAIL_FROM: 'x' })).toThrow(/^(?!.*secret)/));
});

describe('any setting that cannot be read', () => {
  it.each([
    [{ MODE: 'prod' }, 'MODE 要写 demo 或 production'],
    [{ PORT: '80a' }, 'PORT 要写 0 到 65535 的整数'],
    [{ PORT: '3000.5' }, 'PORT 要写 0 到 65535 的整数'],
    [{ PORT: '99999' }, 'PORT 要写 0 到 65535 的整数'],
    [{ DATABASE_URL: 'postgres://elsewhere' }, 'DATABASE_URL 要像 mysql://用户:密码@主机:3306/库名'],
    [{ PUBLIC_ORIGIN: 'https://zw.gov.cn/' }, 'PUBLIC_ORIGIN 要像 https://zwgk.本县.gov.cn 这样写，末尾不带斜杠和路径'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN 太短，要 16 位以上，请随机生成'],
    [{ TICK_SECRET: 'short' }, 'TICK_SECRET 太短，要 16 位以上，请随机生成'],
    [{ SECRET_KEY: 'abc' }, 'SECRET_KEY 要写 32 字节的 base64（44 位，以 = 结尾）'],
    [{ SECRET_KEYS_BEFORE: 'abc' }, 'SECRET_KEYS_BEFORE 每个都要是 32 字节的 base64'],
    [{ S3_FOLDER: 'x' }, 'S3_FOLDER 要写 rotate-key 说出的 16 位文件夹名'],
    [{ CIPHER: 'des' }, 'CIPHER 要写 aes 或 sm'],
    [{ NOW: 'tomorrow' }, 'NOW 要像 2026-11-25T09:00:00+08:00'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY 要写前面有几层（1 到 9），或它们的地址，如 10.0.0.0/8'],
    [{ WECHAT_API_BASE: 'weixin' }, 'WECHAT_API_BASE 要像 https://api.weixin.qq.com 这样写'],
    [{ WECHAT_CLOUD: '1' }, 'WECHAT_CLOUD 要写 true 或 false'],
    [{ SMS_URL: 'sms' }, 'SMS_URL 要写以 http:// 或 https:// 开头的网址'],
    [{ SUPERVISION_ORDER_PREFIX: '政'.repeat(21) }, 'SUPERVISION_ORDER_PREFIX 最多 20 个字'],
    [{ SITE_OWNER: ' ' }, 'SITE_OWNER 不能只有空格；不用就去掉'],
    [{ BOOKING_KEEP_MONTHS: '99' }, 'BOOKING_KEEP_MONTHS 要写 1 到 24 的整数'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL 要写 debug 或 info 或 warn'],
  ])('%j is told in plain words', (environment, words) => {
    expect(() => read(environment)).toThrow(`- ${words}`);
    expect(() => read(environment)).not.toThrow(/Invalid|expected|must|Too small/);
  });

  it('is told together with all others', () =>
    expect(() => read({ PORT: 'x', CIPHER: 'y' })).toThrow(/PORT 要写[^]+CIPHER 要写/));
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
    [{ S3_URL: 'https://county.cos.myqcloud.com/files' }, 'S3_URL 要写 https://主机'],
    [{ S3_URL: 'cos.ap-guangzhou.myqcloud.com' }, 'S3_URL 要写 https://主机'],
    [{ S3_BUCKET: '公开/照片' }, 'S3_BUCKET 不是桶名'],
    [{ S3_PATH_STYLE: 'yes' }, 'S3_PATH_STYLE 要写 true 或 false'],
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
