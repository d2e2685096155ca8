import * as z from '../zod.ts';

/** What a file belongs to; its readers are that record's. */
export const FileOwnerKind = z.enum([
  'progress-report',
  'assignment-step',
  'task-breakdown',
  'order-answer',
  'service-guide',
  'service-point',
  'public-event',
  'event-record',
]);
export type FileOwnerKind = z.infer<typeof FileOwnerKind>;

/** A photo or document as it lies in storage. */
export const StoredFile = z
  .object({
    id: z.uuid(),
    name: z.string().max(200).meta({ label: '文件名' }),
    mediaType: z.string().max(100),
    size: z.int().min(1),
    sha256: z.string().length(64),
    uploadedBy: z.uuid(),
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof StoredFile>;

/** A file named by a record: arrived, with a link signed for the reader's sign-in; or still on somebody's phone. */
export const AttachedFile = z
  .object({
    id: z.uuid(),
    state: z.enum(['arrived', 'awaited']),
    name: z.string().nullable(),
    mediaType: z.string().nullable(),
    /** Below `/api`, good for 10 minutes and for the reader's sign-in alone; null while awaited. */
    url: z.string().nullable(),
  })
  .meta({ id: 'AttachedFile' });
export type AttachedFile = z.infer<typeof AttachedFile>;

export const NewFile = z
  .object({
    /** Made by the sender, so that sending twice stores once. */
    id: z.uuid().meta({ label: '文件编号' }),
  })
  .meta({ id: 'NewFile' });
export type NewFile = z.infer<typeof NewFile>;

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
