import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { AuditKind } from './audit-acts.ts';

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

const Month = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, '要写成 2026-11 这样')
  .meta({ label: '月份' });

/** A month as a file: with its seals, so that whoever keeps it can check it without us. */
export const exportAuditEntries = route({
  method: 'GET',
  path: '/audit-entries.csv',
  summary: '下载一个月的操作日志，连同封记，可以单独核对；下载本身也记入日志',
  access: ['administrator'],
  query: z.object({ month: Month }),
  response: 'text/csv',
});

/** An entry as it is read: with the names that people, units and things have now. */
export const AuditEntryView = AuditEntry.extend({
  personName: z.string().nullable(),
  unitName: z.string().nullable(),
  /** The name, title or number of what it was done to. */
  subjectName: z.string().nullable(),
}).meta({ id: 'AuditEntryView' });
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const listAuditEntries = route({
  method: 'GET',
  path: '/audit-entries',
  summary: '操作日志，新的在前；每次查看也记入日志',
  access: ['administrator'],
  query: PageQuery.extend({
    month: Month.optional(),
    kind: AuditKind.optional().meta({ label: '操作种类' }),
    action: z.string().max(60).optional().meta({ label: '操作' }),
    personId: z.uuid().optional().meta({ label: '人员' }),
    name: z.string().trim().min(1).max(30).optional().meta({ label: '姓名' }),
  }),
  private: true,
  response: pageOf(AuditEntryView),
});
