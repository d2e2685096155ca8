import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';

/** Who did or looked at what, when, from where, with what result (rules D4). Never changed, sealed in batches. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    /** Null when nobody was signed in. */
    personId: z.uuid().nullable(),
    unitId: z.uuid().nullable(),
    /** The route's or command's verb: `fileProgressReport`. */
    action: z.string().max(60),
    subjectKind: z.string().max(40),
    subjectId: z.string().max(60).nullable(),
    outcome: z.enum(['done', 'refused']),
    /** Further facts, no personal data. */
    detail: z.string().max(500).nullable(),
    address: z.string().max(60).nullable(),
    requestId: z.string().max(60).nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A month as a file: with its seals, so that whoever keeps it can check it without us. */
export const exportAuditEntries = route({
  method: 'GET',
  path: '/audit-entries.csv',
  summary: '下载一个月的操作日志，连同封记，可以单独核对；下载本身也记入日志',
  access: ['administrator'],
  query: z.object({
    month: z
      .string()
      .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, '要写成 2026-11 这样')
      .meta({ label: '月份' }),
  }),
  response: 'text/csv',
});

export const listAuditEntries = route({
  method: 'GET',
  path: '/audit-entries',
  summary: '操作日志',
  access: ['administrator'],
  query: PageQuery.extend({
    personId: z.uuid().optional().meta({ label: '人员' }),
    action: z.string().max(60).optional().meta({ label: '操作' }),
  }),
  private: true,
  response: pageOf(AuditEntry.extend({ personName: z.string().nullable(), unitName: z.string().nullable() })),
});
