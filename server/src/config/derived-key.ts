import { hkdfSync } from 'node:crypto';

/** A key of its own for each purpose, so that what one purpose gives away tells nothing of another. */
export function derivedKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secretKey, 'base64'), '', purpose, 32));
}
