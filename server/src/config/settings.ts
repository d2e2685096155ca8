import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from '@county/shared/zod';

const on = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true');
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)(?:\/\d{1,3})?$/i;
const optional = z.string().trim().min(1).optional();

/** Every setting of the server. Secrets come from the environment only; nothing else reads `process.env`. */
const Environment = z.object({
  /** `demo` is set by `npm start` alone; unset means production, which refuses defaults. */
  MODE: z.enum(['demo', 'production']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().default('./data'),
  /** The web pages as the build left them. */
  PAGES_DIR: z.string().default('./miniapp/dist/h5'),
  DATABASE_URL: z
    .string()
    .regex(/^(mysql|mariadb):\/\//)
    .optional(),
  /** 32 bytes, base64: encrypts phone numbers, keys their hashes, signs links. */
  SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  /** Demo only: what time it is. */
  NOW: z.iso.datetime({ offset: true }).optional(),
  /** Where people reach the product, for links and codes: https://example.gov.cn */
  PUBLIC_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/]+$/)
    .optional(),
  /**
   * Behind balancers: how many stand in front (`1`), or their addresses (`10.0.0.0/8,192.168.1.7`). What a sender writes
   * into X-Forwarded-For himself is never believed: lock-outs and the audit trail go by this address.
   */
  TRUST_PROXY: z
    .string()
    .default('false')
    .refine((given) => /^(?:false|[1-9])$/.test(given) || given.split(',').every((one) => ADDRESS.test(one.trim())))
    .transform((given) => {
      if (given === 'false') return false;
      return /^\d$/.test(given) ? Number(given) : given.split(',').map((one) => one.trim());
    }),
  WECHAT_APP_ID: optional,
  WECHAT_APP_SECRET: optional,
  WECHAT_API_BASE: z
    .string()
    .regex(/^https?:\/\/[^/]+$/)
    .default('https://api.weixin.qq.com'),
  /** On 微信云托管 only: believe X-WX-OPENID. */
  WECHAT_CLOUD: on,
  COUNTY_NAME: z.string().default('示例县'),
  SITE_OWNER: optional,
  SITE_FILING_NUMBER: optional,
  SITE_PHONE: optional,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Settings = Omit<z.output<typeof Environment>, 'SECRET_KEY'> & { demo: boolean; SECRET_KEY: string };

/** Injection token; the value is `Settings`. */
export const SETTINGS = Symbol('settings');

/**
 * Reads and checks the settings once. Production needs its own secret and owner;
 * the error names what is missing and how to make it.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const names = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`These settings are not understood: ${names}. See README, "正式部署".`);
  }
  const settings = result.data;
  if (settings.MODE === 'demo')
    return { ...settings, demo: true, SECRET_KEY: settings.SECRET_KEY ?? demoKey(settings.DATA_DIR) };

  const missing = (['SECRET_KEY', 'SITE_OWNER', 'PUBLIC_ORIGIN'] as const).filter((name) => !settings[name]);
  if (missing.length) {
    throw new Error(
      `Production needs these settings: ${missing.join(', ')}. A key is made by: ` +
        `node -e "console.log(require('crypto').randomBytes(32).toString('base64'))"`,
    );
  }
  if (settings.NOW) throw new Error('NOW sets the clock in demo mode only; remove it in production.');
  return { ...settings, demo: false, SECRET_KEY: settings.SECRET_KEY! };
}

/** A demo keeps one random key beside its data, so that it can still read it after a restart. */
function demoKey(dataDir: string): string {
  const file = path.join(dataDir, 'demo-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
