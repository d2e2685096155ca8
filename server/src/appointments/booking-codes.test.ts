import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeFrom } from '@county/shared/people/receipt-code';
import { BookingCounty } from '../../../test/support/booking-county.ts';
import { BookingCodes } from './booking-codes.service.ts';
import { Bookings } from './appointments.tables.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
afterAll(() => here.close());

describe('a booking’s number', () => {
  it('is drawn again where another booking has it', async () => {
    const { id: serviceId } = await here.service();
    const { id } = await here.booked(serviceId, '2026-11-26', '9:00');
    const taken = Buffer.from([1, 2, 3, 4, 5, 6]);
    const free = Buffer.from([6, 5, 4, 3, 2, 1]);
    const { database } = here.county;
    await database.work((db) => db.update(Bookings, { id }, { code: codeFrom(taken) }));
    const draws = [taken, taken, free];
    const codes = new BookingCodes();
    const code = await database.work((db) => codes.fresh(db, () => draws.shift()!));
    expect(code).toBe(codeFrom(free));
    expect(draws).toEqual([]);
  });
});
