import type { Grid } from '@county/shared/document-grid';
import { HttpException, HttpStatus } from '@nestjs/common';
import type { Upload } from '../http/upload.ts';
import { readApart } from './read-apart.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';

/** The tables of what somebody sent in the field; 400 in the reader's own words where it cannot be read. */
export async function readUpload({ name, bytes }: Upload, field = 'file'): Promise<Grid[]> {
  return readApart(bytes, name).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    const { message } = error;
    const issues = [{ path: [field], message }];
    throw new HttpException({ code: 'unreadable-document', message, issues }, HttpStatus.BAD_REQUEST);
  });
}
