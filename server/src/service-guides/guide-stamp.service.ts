import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.ts';
import { GuideStamps } from './service-guides.tables.ts';

const ID = 'guides';

/** Says whether what everybody may read of guides has changed, in whichever process: one row, cheaply looked at. */
@Injectable()
export class GuideStamp {
  constructor(private readonly database: Database) {}

  /** Within the unit of work that changes it. */
  async count(db: EntityManager): Promise<void> {
    await db.increment(GuideStamps, { id: ID }, 'stamp', 1);
  }

  async now(): Promise<number> {
    const [row] = await this.database.read((db) =>
      db.query<{ stamp: number }[]>('SELECT `stamp` FROM `guide_stamp` WHERE `id` = ?', [ID]),
    );
    return Number(row!.stamp);
  }
}
