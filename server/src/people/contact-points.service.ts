import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Database } from '../database/database.ts';
import { People } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';

/** Where a person can be reached outside the product. For the channels alone: nothing of it is ever shown. */
@Injectable()
export class ContactPoints {
  constructor(
    private readonly database: Database,
    private readonly cipher: PhoneCipher,
  ) {}

  /** The WeChat accounts people sign in with, by person. */
  async openids(db: EntityManager, personIds: readonly string[]): Promise<Map<string, string>> {
    if (!personIds.length) return new Map();
    const select = { id: true, wechatOpenid: true };
    const people = await db.find(People, { select, where: { id: In([...personIds]) } });
    return new Map(people.flatMap(({ id, wechatOpenid }) => (wechatOpenid ? [[id, wechatOpenid]] : [])));
  }

  /** Who of them has a phone they sign in with. */
  async havingPhones(db: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
    if (!personIds.length) return new Set();
    const where = { id: In([...personIds]), phoneCipher: Not(IsNull()) };
    const people = await db.find(People, { select: { id: true }, where });
    return new Set(people.map(({ id }) => id));
  }

  async phoneEnding(db: EntityManager, personId: string): Promise<string | null> {
    return (await db.findOneBy(People, { id: personId }))?.phoneEnding ?? null;
  }

  /** The number itself: for handing to the SMS provider, and for nothing else. */
  async phone(personId: string): Promise<string | undefined> {
    const person = await this.database.read((db) => db.findOneBy(People, { id: personId }));
    return person?.phoneCipher ? this.cipher.decrypt(person.phoneCipher) : undefined;
  }
}
