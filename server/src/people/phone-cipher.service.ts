import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { derivedKey } from '../config/derived-key.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';

/** Encrypts personal data and finds it again; SM4 and SM3 can take its place behind the same four methods. */
@Injectable()
export class PhoneCipher {
  private readonly encryptionKey: Buffer;
  private readonly hashKey: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.encryptionKey = derivedKey(settings.SECRET_KEY, 'personal-data');
    this.hashKey = derivedKey(settings.SECRET_KEY, 'personal-data-look-up');
  }

  /** AES-256-GCM; the same text is another cipher each time. */
  encrypt(text: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  decrypt(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** A keyed hash by which a row is found without being read; 64 hexadecimal digits. */
  hash(text: string): string {
    return createHmac('sha256', this.hashKey).update(text).digest('hex');
  }
}
