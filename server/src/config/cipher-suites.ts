import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

/** One way to seal texts and to hash them by a key; each derives what it needs from the secret, for one purpose. */
export interface CipherSuite {
  /** The same text is other bytes each time. */
  seal(secretKey: string, purpose: string): (text: string) => Buffer;
  /** Throws where the bytes were sealed by another key, or changed since. */
  open(secretKey: string, purpose: string): (sealed: Buffer) => string;
  /** 64 hexadecimal digits. */
  hash(secretKey: string, purpose: string): (text: string) => string;
}

const IV = 12;
const TAG = 16;

/** AES-256-GCM and HMAC-SHA256. */
const aes: CipherSuite = {
  seal(secretKey, purpose) {
    const key = derivedKey(secretKey, purpose);
    return (text) => {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    };
  },
  open(secretKey, purpose) {
    const key = derivedKey(secretKey, purpose);
    return (bytes) => {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG });
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    };
  },
  hash(secretKey, purpose) {
    const key = derivedKey(secretKey, `${purpose}-look-up`);
    return (text) => createHmac('sha256', key).update(text).digest('hex');
  },
};

const SM_IV = 16;
const SM_TAG = 32;

/** SM4 (GB/T 32907) in counter mode, then HMAC-SM3 (GB/T 32905) over what it made; hashes by HMAC-SM3. */
const sm: CipherSuite = {
  seal(secretKey, purpose) {
    const keys = smKeys(secretKey, purpose);
    return (text) => {
      const iv = randomBytes(SM_IV);
      const cipher = createCipheriv('sm4-ctr', keys.cipher, iv);
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([smTag(keys.tag, sealed), sealed]);
    };
  },
  open(secretKey, purpose) {
    const keys = smKeys(secretKey, purpose);
    return (bytes) => {
      const [tag, sealed] = [bytes.subarray(0, SM_TAG), bytes.subarray(SM_TAG)];
      if (tag.length < SM_TAG || !timingSafeEqual(tag, smTag(keys.tag, sealed)))
        throw new Error('The sealed text was changed, or sealed by another key');
      const decipher = createDecipheriv('sm4-ctr', keys.cipher, sealed.subarray(0, SM_IV));
      return Buffer.concat([decipher.update(sealed.subarray(SM_IV)), decipher.final()]).toString('utf8');
    };
  },
  hash(secretKey, purpose) {
    const key = smKey(secretKey, `${purpose}-look-up sm3`, 32);
    return (text) => createHmac('sm3', key).update(text).digest('hex');
  },
};

const smKeys = (secretKey: string, purpose: string) => ({
  cipher: smKey(secretKey, `${purpose} sm4`, 16),
  tag: smKey(secretKey, `${purpose} sm4-tag`, 32),
});

const smKey = (secretKey: string, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sm3', Buffer.from(secretKey, 'base64'), '', purpose, length));

const smTag = (key: Buffer, sealed: Buffer): Buffer => createHmac('sm3', key).update(sealed).digest();

export const CIPHER_SUITES = { aes, sm };
export type SuiteName = keyof typeof CIPHER_SUITES;
