import { Inject, Injectable } from '@nestjs/common';
import { KeyRing } from '../config/key-ring.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';

/** Seals personal data and finds it again; by which suite and which keys, the settings say. */
@Injectable()
export class PhoneCipher {
  private readonly ring: KeyRing;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.ring = new KeyRing(settings, 'personal-data');
  }

  /** The same text is another cipher each time. */
  encrypt(text: string): string {
    return this.ring.seal(text);
  }

  decrypt(sealed: string): string {
    return this.ring.open(sealed);
  }

  /** A keyed hash by which a row is found without being read; 64 signs. For writing: a row of earlier has an earlier one. */
  hash(text: string): string {
    return this.ring.hash(text);
  }

  /** For looking up: the hash of now, then those that earlier keys made of the text. */
  hashes(text: string): string[] {
    return this.ring.hashes(text);
  }
}
