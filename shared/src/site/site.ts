import * as z from '../zod.ts';
import { route } from '../http/route.ts';

/** One kind of personal data the product keeps: what, why, how long (个人信息保护法 17). */
export const PrivacyItem = z.object({ what: z.string(), why: z.string(), keptFor: z.string() });
export type PrivacyItem = z.infer<typeof PrivacyItem>;

/** Whose system this is, as 关于 shows it. */
export const Site = z
  .object({
    countyName: z.string(),
    owner: z.string(),
    /** ICP filing number; null when none is set yet. */
    filingNumber: z.string().nullable(),
    contactPhone: z.string().nullable(),
    version: z.string(),
    demo: z.boolean(),
    /** Today in Shanghai by the server's clock. */
    today: z.iso.date(),
    privacy: z.array(PrivacyItem),
    /** How long names and phones are kept once the visit is over: said where they are asked for. */
    bookingKeepMonths: z.int(),
    homeVisitKeepMonths: z.int(),
    eventKeepMonths: z.int(),
  })
  .meta({ id: 'Site' });
export type Site = z.infer<typeof Site>;

export const getSite = route({
  method: 'GET',
  path: '/site',
  summary: '关于：主办单位、备案号、个人信息清单',
  access: 'public',
  response: Site,
});

/** Ready to serve, or why not: still starting, its database away, or on its way out. */
export const ServerState = z.enum(['ready', 'starting', 'database-away', 'stopping']);
export type ServerState = z.infer<typeof ServerState>;

export const Health = z
  .object({
    live: z.literal(true),
    ready: z.boolean(),
    state: ServerState,
    /** Null while it starts, when nobody has asked the database what it is. */
    database: z.enum(['sqlite', 'mariadb', 'mysql']).nullable(),
    version: z.string(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;

export const getHealth = route({
  method: 'GET',
  path: '/health',
  summary: '运行状况；未就绪时为 503',
  access: 'public',
  response: Health,
});
