import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { MAX_FILE_BYTES, NewFile, StoredFile } from './stored-file.ts';

export const sendFile = route({
  method: 'POST',
  path: '/files',
  summary: '上传照片或附件；照片会缩小并去掉拍摄信息',
  access: STAFF,
  body: NewFile,
  upload: { maxBytes: MAX_FILE_BYTES },
  response: StoredFile,
});

/** Answers to a signed link as well as to a session: pictures cannot carry a header. */
export const readFile = route({
  method: 'GET',
  path: '/files/:fileId',
  summary: '读取文件',
  access: 'public',
  params: z.object({ fileId: z.uuid() }),
  query: z.object({
    session: z.uuid().optional(),
    until: z.coerce.number().int().optional(),
    signature: z.string().max(100).optional(),
  }),
  response: 'application/octet-stream',
});
