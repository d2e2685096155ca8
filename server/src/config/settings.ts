import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { USUAL_KEEP_MONTHS } from '@county/shared/appointments/home-visits/home-visit-rules';
import { isMailAddress } from '@county/shared/channels/mail-address';
import { WechatTemplates } from '@county/shared/channels/wechat-template';
import { USUAL_CHECK_MONTHS } from '@county/shared/service-map/point-rules';
import * as z from '@county/shared/zod';
import { productionFaults } from './production-faults.ts';
import { StartRefused } from './start-refused.ts';

/** One of a few words. */
const oneOf = <const Words extends readonly string[]>(...words: Words) => z.enum(words, `要写 ${words.join(' 或 ')}`);

const on = oneOf('true', 'false')
  .default('false')
  .transform((word) => word === 'true');
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)(?:\/\d{1,3})?$/i;
const SECRET = /^[A-Za-z0-9+/]{43}=$/;
const KEY_WORDS = '32 字节的 base64（44 位，以 = 结尾）';
const optional = z.string().trim().min(1, '不能只有空格；不用就去掉').optional();
const sharedSecret = z.string().min(16, '太短，要 16 位以上，请随机生成');

const wholeNumber = (least: number, most: number) => {
  const words = `要写 ${least} 到 ${most} 的整数`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};

/** An address of which nothing but the host, and perhaps the port, is told. */
const origin = (example: string) =>
  z.string().regex(/^https?:\/\/[^/]+$/, `要像 ${example} 这样写，末尾不带斜杠和路径`);

/** A setting that is JSON. */
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: '不是 JSON，引号、括号要成对' });
    return z.NEVER;
  }
});

/** The county's mail server; by `?plain` the line is its own, and needs no encryption. */
const mailServer = z.string().transform((text, context) => {
  try {
    const { protocol, hostname, port, username, password, searchParams } = new URL(text);
    const isSecure = protocol === 'smtps:';
    if ((!isSecure && protocol !== 'smtp:') || !hostname) throw new Error('another protocol');
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : isSecure ? 465 : 587,
      isSecure,
      user: username ? decodeURIComponent(username) : undefined,
      password: decodeURIComponent(password),
      isPlain: searchParams.has('plain'),
    };
  } catch {
    context.addIssue({ code: 'custom', message: '要像 smtps://用户:密码@主机:465 或 smtp://主机:587' });
    return z.NEVER;
  }
});

/** `noreply@example.gov.cn`, or with a name: `示例县政务公开 <noreply@example.gov.cn>`. */
const sender = z.string().transform((text, context) => {
  const [, name, address] = /^(?:([^<>"\r\n]{1,60}?)\s*<)?([^<>\s]+?)>?$/.exec(text.trim()) ?? [];
  if (address && isMailAddress(address)) return { name, address };
  context.addIssue({ code: 'custom', message: '不是邮件地址，要像 noreply@本县域名' });
  return z.NEVER;
});

/** Every setting of the server. Secrets come from the environment only; nothing else reads `process.env`. */
const Environment = z.object({
  /** `demo` is set by `npm start` alone; unset means production, which refuses defaults. */
  MODE: oneOf('demo', 'production').default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3000),
  DATA_DIR: z.string().default('./data'),
  /** The web pages as the build left them. */
  PAGES_DIR: z.string().default('./miniapp/dist/h5'),
  DATABASE_URL: z
    .string()
    .regex(/^(mysql|mariadb):\/\//, '要像 mysql://用户:密码@主机:3306/库名')
    .optional(),
  /** Photos and attachments in a bucket of a store that speaks S3 (腾讯 COS, 阿里 OSS); without it in DATA_DIR/files. */
  S3_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+\/?$/, '要写 https://主机，不带桶名和路径')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, '不是桶名：只有小写字母、数字、点和横线')
    .optional(),
  S3_REGION: optional,
  S3_ACCESS_KEY: optional,
  S3_SECRET_KEY: optional,
  /** Where in the bucket, once the key it was reckoned from is gone. */
  S3_FOLDER: z
    .string()
    .regex(/^[0-9a-f]{16}$/, '要写 rotate-key 说出的 16 位文件夹名')
    .optional(),
  /** The bucket stands in the path, not in the host's name: for stores of one's own. COS and OSS want it unset. */
  S3_PATH_STYLE: on,
  /** 32 bytes, base64: encrypts phone numbers, keys their hashes, signs links. */
  SECRET_KEY: z.string().regex(SECRET, `要写 ${KEY_WORDS}`).optional(),
  /** The keys before it, with commas: what they sealed is still read, until `npm run rotate-key` has rewritten all. */
  SECRET_KEYS_BEFORE: z
    .string()
    .default('')
    .transform((given) =>
      given
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    )
    .refine((keys) => keys.every((key) => SECRET.test(key)), `每个都要是 ${KEY_WORDS}，用逗号分开`),
  /** By what personal data is sealed: AES-256-GCM with SHA-256, or SM4 with SM3. */
  CIPHER: oneOf('aes', 'sm').default('aes'),
  /** Demo only: what time it is. */
  NOW: z.iso.datetime({ offset: true, error: '要像 2026-11-25T09:00:00+08:00' }).optional(),
  /** Where people reach the product, for links and codes: https://example.gov.cn */
  PUBLIC_ORIGIN: origin('https://zwgk.本县.gov.cn').optional(),
  /**
   * Behind balancers: how many stand in front (`1`), or their addresses (`10.0.0.0/8,192.168.1.7`). What a sender writes
   * into X-Forwarded-For himself is never believed: lock-outs and the audit trail go by this address.
   */
  TRUST_PROXY: z
    .string()
    .default('false')
    .refine(
      (given) => /^(?:false|[1-9])$/.test(given) || given.split(',').every((one) => ADDRESS.test(one.trim())),
      '要写前面有几层（1 到 9），或它们的地址，如 10.0.0.0/8',
    )
    .transform((given) => {
      if (given === 'false') return false;
      return /^\d$/.test(given) ? Number(given) : given.split(',').map((one) => one.trim());
    }),
  WECHAT_APP_ID: optional,
  WECHAT_APP_SECRET: optional,
  WECHAT_API_BASE: origin('https://api.weixin.qq.com').default('https://api.weixin.qq.com'),
  /** What of a message stands in which field of which template, as the mini-program's console has them; JSON. */
  WECHAT_TEMPLATES: json.pipe(WechatTemplates).optional(),
  /** How many messages may go to WeChat in a minute, from all processes together. */
  WECHAT_PER_MINUTE: wholeNumber(1, 100_000).default(600),
  /** On 微信云托管 only: believe X-WX-OPENID. */
  WECHAT_CLOUD: on,
  /** smtps://user:password@host:465; mail is off unless both are set. */
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: sender.optional(),
  /** The adapter of the county's SMS provider (docs/sms.md); off unless both are set. */
  SMS_URL: z
    .string()
    .regex(/^https?:\/\/\S+$/, '要写以 http:// 或 https:// 开头的网址')
    .optional(),
  SMS_KEY: sharedSecret.optional(),
  /** Lets a platform's timer drive the reminders: POST /api/reminder-ticks. */
  TICK_SECRET: sharedSecret.optional(),
  /** Lets whoever watches the server read GET /metrics; without it there is no such address. */
  METRICS_TOKEN: sharedSecret.optional(),
  /** What stands before the year in a supervision order's number: 政督办〔2026〕1号. */
  SUPERVISION_ORDER_PREFIX: z.string().trim().min(1, '不能只有空格').max(20, '最多 20 个字').default('政督办'),
  /** 天地图's key for the web's maps; without it the county's own outline is drawn. */
  TIANDITU_KEY: optional,
  /** 审图号 of the licensed map, shown beneath it. */
  MAP_APPROVAL_NUMBER: optional,
  /** After how many months a unit is asked whether what is said of its service points still holds. */
  POINT_CHECK_MONTHS: wholeNumber(1, 24).default(USUAL_CHECK_MONTHS),
  /** For how many months after its day a booking keeps name and phone (rules D2). */
  BOOKING_KEEP_MONTHS: wholeNumber(1, 24).default(6),
  /** After how many months without a visit a settled request for help at home loses what is personal. */
  HOME_VISIT_KEEP_MONTHS: wholeNumber(1, 24).default(USUAL_KEEP_MONTHS),
  /** For how many months after its last day an event keeps the names of those who came (rules D2). */
  EVENT_KEEP_MONTHS: wholeNumber(1, 24).default(6),
  /**
   * How many sign-ups for one event are taken in an hour from one address of people who are not signed in by WeChat: a
   * programme that invents phone numbers does not fill it. 0 takes any number.
   */
  EVENT_SIGN_UPS_PER_HOUR: wholeNumber(0, 100_000).default(100),
  /**
   * What one person, and one network of people who are not signed in, may ask for in a minute: a look is one unit, a
   * write four, a file or a download twenty. A village behind one address stays far below it; 0 sets no limit.
   */
  UNITS_PER_PERSON: wholeNumber(0, 10_000_000).default(2_400),
  UNITS_PER_ADDRESS: wholeNumber(0, 10_000_000).default(24_000),
  /** How many requests one process serves at once; whoever comes after is told to come again in a moment. */
  REQUESTS_AT_ONCE: wholeNumber(1, 100_000).default(2_000),
  COUNTY_NAME: z.string().default('示例县'),
  SITE_OWNER: optional,
  SITE_FILING_NUMBER: optional,
  SITE_PHONE: optional,
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),
});

export type Settings = Omit<z.output<typeof Environment>, 'SECRET_KEY'> & { demo: boolean; SECRET_KEY: string };

/** Injection token; the value is `Settings`. */
export const SETTINGS = Symbol('settings');

/**
 * Reads and checks the settings once. Production takes no default where one would be known to everybody; the refusal
 * names each fault and its way out.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given, { error: () => '看不懂，请照说明里的例子写' });
  if (!result.success) {
    // What was given is not read out: it may be a secret.
    const faults = result.error.issues.map(({ path, message }) => `- ${path.join('.')} ${message}`);
    throw new StartRefused(`这些设置看不懂，请改好再启动：\n${faults.join('\n')}\n各项设置见 README“正式部署”。`);
  }
  const settings = result.data;
  for (const group of TOGETHER) {
    const unset = group.filter((name) => !settings[name]);
    if (unset.length && unset.length < group.length)
      throw new StartRefused(`${group.join('、')} 要一起设置，或都不设；现在没有 ${unset.join('、')}。`);
  }
  // What lies in the bucket is found by the key: one that a demo draws anew would find nothing.
  if (settings.S3_BUCKET && !settings.SECRET_KEY) throw new StartRefused('设了 S3_BUCKET 就要设 SECRET_KEY。');
  if (settings.MODE === 'demo')
    return { ...settings, demo: true, SECRET_KEY: settings.SECRET_KEY ?? demoKey(settings.DATA_DIR) };

  const faults = productionFaults({ ...settings, COUNTY_NAME: given.COUNTY_NAME });
  if (faults.length)
    throw new StartRefused(
      `正式模式不能启动：\n${faults.map((fault) => `- ${fault}`).join('\n')}\n` +
        `密钥这样生成：node -e "console.log(require('crypto').randomBytes(32).toString('base64'))"\n` +
        '用 npm start 做出的演示数据，请在命令前加 MODE=demo。各项设置见 README“正式部署”。',
    );
  return { ...settings, demo: false, SECRET_KEY: settings.SECRET_KEY! };
}

/** One without the others would seem to be set up and reach nobody; or a licensed map be shown without its number. */
const TOGETHER = [
  ['TIANDITU_KEY', 'MAP_APPROVAL_NUMBER'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['SMS_URL', 'SMS_KEY'],
  ['S3_URL', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
] as const;

/** A demo keeps one random key beside its data, so that it can still read it after a restart. */
function demoKey(dataDir: string): string {
  const file = path.join(dataDir, 'demo-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
