import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PhoneCipher } from './phone-cipher.service.ts';

const KEY_LENGTH = 32;

/**
 * The secrets in links to records of people without an account: reckoned from the records' ids, so that a link can be
 * told again and none is stored. `purpose` keeps those of two features apart.
 */
@Injectable()
export class LinkKeys {
  constructor(private readonly cipher: PhoneCipher) {}

  of(purpose: string, id: string): string {
    return keyIn(this.cipher.hash(`${purpose} ${id}`));
  }

  fits(purpose: string, id: string, key: string): boolean {
    const given = Buffer.from(key);
    return this.cipher.hashes(`${purpose} ${id}`).some((hash) => {
      const own = Buffer.from(keyIn(hash));
      return own.length === given.length && timingSafeEqual(own, given);
    });
  }
}

/** Links of before hashes had marks begin with the hash itself. */
const keyIn = (hash: string): string => (hash.includes('.') ? hash.slice(-KEY_LENGTH) : hash.slice(0, KEY_LENGTH));
