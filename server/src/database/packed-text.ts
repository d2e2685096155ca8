import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EntitySchemaColumnOptions } from 'typeorm';
import { largeText } from './table.ts';

const MARK = 'deflate:';

/**
 * JSON of a whole document, kept packed: as it is, it would be more than a database takes in one piece (16 MB, as MariaDB
 * comes). What was kept before without a mark is read as it is.
 */
export const packedText = (): EntitySchemaColumnOptions => {
  const column = largeText();
  column.transformer = {
    to: (text: string) => MARK + deflateRawSync(text, { level: 1 }).toString('base64'),
    from: (kept: string) =>
      kept.startsWith(MARK) ? inflateRawSync(Buffer.from(kept.slice(MARK.length), 'base64')).toString('utf8') : kept,
  };
  return column;
};
