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

/** Seals what is personal (rules D3), and finds the same person again by keyed hashes. */
@Injectable()
export class SealedPeople {
  constructor(private readonly cipher: PhoneCipher) {}

  /** The columns of a person. */
  columns(person: ToldPerson | CardPerson) {
    return { person: this.cipher.encrypt(JSON.stringify(person)), ...this.hashes(person) };
  }

  hashes({ name, phone }: { name: string; phone: string | null }) {
    const nameHash = this.cipher.hash(`home-visit name ${name.replace(/\s/g, '')}`);
    return { nameHash, phoneHash: phone && this.phoneHash(phone) };
  }

  phoneHash(phone: string): string {
    return this.cipher.hash(`home-visit phone ${phone}`);
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

  /** What was said, as nobody can read it: only whether it is the same again. */
  said(...parts: unknown[]): string {
    return this.cipher.hash(JSON.stringify(parts));
  }
}

/** What is left of a person once erased. */
export const ERASED = { person: null, nameHash: null, phoneHash: null };
