import { Injectable } from '@nestjs/common';
import type { ElderNeed } from '@county/shared/appointments/home-visits/elder-card';
import { PhoneCipher } from '../../people/phone-cipher.service.ts';

/** What a request tells of a person. */
export interface ToldPerson {
  name: string;
  phone: string | null;
  landmark: string;
  wish: string;
}

/** What a card keeps of a person. */
export interface CardPerson {
  name: string;
  phone: string | null;
  phoneOf: 'self' | 'family';
  landmark: string;
  needs: ElderNeed[];
}

export type Said = readonly [string, ...string[]];

/** Seals what is personal (rules D3), and finds the same person again by keyed hashes. */
@Injectable()
export class SealedPeople {
  constructor(private readonly cipher: PhoneCipher) {}

  /** The columns of a person. */
  columns(person: ToldPerson | CardPerson) {
    return { person: this.cipher.encrypt(JSON.stringify(person)), ...this.hashes(person) };
  }

  hashes({ name, phone }: { name: string; phone: string | null }) {
    return {
      nameHash: this.cipher.hash(nameWords(name)),
      phoneHash: phone && this.cipher.hash(phoneWords(phone)),
    };
  }

  /** By which the same person is found, whichever key they were written down with. */
  alike({ name, phone }: { name: string; phone: string | null }) {
    return { nameHash: this.cipher.hashes(nameWords(name)), phoneHash: phone ? this.phoneHashes(phone) : [] };
  }

  phoneHashes(phone: string): string[] {
    return this.cipher.hashes(phoneWords(phone));
  }

  told(sealed: string | null): ToldPerson | null {
    return sealed === null ? null : (JSON.parse(this.cipher.decrypt(sealed)) as ToldPerson);
  }

  onCard(sealed: string | null): CardPerson | null {
    return sealed === null ? null : (JSON.parse(this.cipher.decrypt(sealed)) as CardPerson);
  }

  sealWords(words: string): string | null {
    return words ? this.cipher.encrypt(words) : null;
  }

  words(sealed: string | null): string | null {
    return sealed === null ? null : this.cipher.decrypt(sealed);
  }

  /** What was said, as nobody can read it: only whether it is the same again. The first is for writing. */
  said(...parts: unknown[]): Said {
    const [now, ...before] = this.cipher.hashes(JSON.stringify(parts));
    return [now!, ...before];
  }
}

const nameWords = (name: string): string => `home-visit name ${name.replace(/\s/g, '')}`;
const phoneWords = (phone: string): string => `home-visit phone ${phone}`;

/** What is left of a person once erased. */
export const ERASED = { person: null, nameHash: null, phoneHash: null };
