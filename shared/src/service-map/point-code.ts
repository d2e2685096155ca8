import * as z from '../zod.ts';

/** Letters and digits that are not taken for one another on a worn sheet at a door. */
const KEY_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const KEY_LENGTH = 8;

/** The short key a small programme code carries, which has room for 32 signs (wechat.md). */
export const CodeKey = z
  .string()
  .refine(
    (key) => key.length === KEY_LENGTH && [...key].every((sign) => KEY_SIGNS.includes(sign)),
    '这个码不完整，请重新扫描',
  );

/** A key from random bytes. */
export function codeKey(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, KEY_LENGTH), (byte) => KEY_SIGNS.charAt(byte % KEY_SIGNS.length)).join('');
}

/** Where a code at a door or a window leads. */
export const PointCode = z
  .object({
    key: z.string(),
    pointId: z.uuid(),
    pointName: z.string(),
    /** Null for the point's own. */
    windowId: z.uuid().nullable(),
    windowName: z.string().nullable(),
  })
  .meta({ id: 'PointCode' });
export type PointCode = z.infer<typeof PointCode>;

/** The small programme's own code of a key, or why there is none. */
export const CodePicture = z
  .object({
    state: z.enum(['kept', 'not-configured', 'not-now']),
    /** Below `/api`. */
    url: z.string().nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'CodePicture' });
export type CodePicture = z.infer<typeof CodePicture>;

/** The page of the small programme a code opens; `scene` is its key. */
export const CODE_PAGE = '/pages/service-map/code/index';
