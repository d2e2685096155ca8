import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { codeFrom } from '@county/shared/people/receipt-code';
import { Bookings } from './appointments.tables.ts';

/** Six signs are some hundred million codes: one in a few thousand is taken already, ten in a row never. */
const MOST_TRIES = 10;
const CODE_BYTES = 6;

/** Numbers that no other booking has. */
@Injectable()
export class BookingCodes {
  /**
   * Within the unit of work that makes the booking: should another have taken it meanwhile, the unit runs again, with
   * another. `draw` is chance, unless a test says otherwise.
   */
  async fresh(db: EntityManager, draw: () => Uint8Array = () => randomBytes(CODE_BYTES)): Promise<string> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const code = codeFrom(draw());
      if (!(await isTaken(db, code))) return code;
    }
    throw new Error(`${MOST_TRIES} codes drawn in a row are taken: chance is broken`);
  }
}

async function isTaken(db: EntityManager, code: string): Promise<boolean> {
  const found: unknown[] = await db.query(`SELECT 1 FROM ${Bookings.options.tableName} WHERE code = ?`, [code]);
  return found.length > 0;
}
