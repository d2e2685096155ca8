import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { derivedKey } from '../config/derived-key.ts';
import { openSealedText, sealText } from '../config/sealed-text.ts';
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

  /** The same text is another cipher each time. */
  encrypt(text: string): string {
    return sealText(this.encryptionKey, text);
  }

  decrypt(sealed: string): string {
    return openSealedText(this.encryptionKey, sealed);
  }

  /** A keyed hash by which a row is found without being read; 64 hexadecimal digits. */
  hash(text: string): string {
    return createHmac('sha256', this.hashKey).update(text).digest('hex');
  }
}
