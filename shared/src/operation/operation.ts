import * as z from '../zod.ts';
import { route } from '../http/route.ts';

/** What a message waits for: to be shown in the inbox, for a channel to be chosen, or for that channel to take it. */
export const ReminderQueue = z.enum(['inbox', 'unchosen', 'wechat', 'mail', 'sms']);
export type ReminderQueue = z.infer<typeof ReminderQueue>;

export const REMINDER_QUEUE_LABELS = {
  inbox: '放进站内提醒',
  unchosen: '等着选发送方式',
  wechat: '微信',
  mail: '邮件',
  sms: '短信',
} as const satisfies Record<ReminderQueue, string>;

/** How the server is doing, for the administrator who looks after it. */
export const Operation = z
  .object({
    at: z.iso.datetime(),
    version: z.string(),
    database: z.enum(['sqlite', 'mariadb', 'mysql']),
    /** Since when this process runs. */
    startedAt: z.iso.datetime(),
    /** How much waits for the database at this instant. */
    databaseQueued: z.int(),
    queues: z.array(
      z.object({
        queue: ReminderQueue,
        /** A channel that the county has not set up has nothing to do. */
        isOpen: z.boolean(),
        /** Null where nothing waits. */
        oldestSeconds: z.number().nullable(),
      }),
    ),
    /** Of the last seven days, what nobody has rung about yet; the most frequent reason first. */
    undelivered: z.array(z.object({ state: z.enum(['failed', 'uncertain']), reason: z.string(), count: z.int() })),
    /** When a tick last ended in this process. */
    lastTickAt: z.iso.datetime().nullable(),
    lastSealedAt: z.iso.datetime().nullable(),
    /** For how long the oldest entry of the audit trail has waited for a seal. */
    unsealedSeconds: z.number().nullable(),
    disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }),
    sessions: z.array(z.object({ kind: z.enum(['wechat', 'web', 'demo']), count: z.int() })),
    /** As far as a back-up was made by this machine. */
    lastBackUpAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Operation' });
export type Operation = z.infer<typeof Operation>;

export const getOperation = route({
  method: 'GET',
  path: '/operation',
  summary: '服务器运行状况：提醒积压、备份、磁盘',
  access: ['administrator'],
  response: Operation,
});
