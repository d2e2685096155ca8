import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import { notFound } from '../http/refusal.ts';
import { LinkKeys } from '../people/link-keys.service.ts';
import type { BookingRow } from './appointments.tables.ts';

const PURPOSE = 'booking-key';

/** Who may see a booking: whoever has its link, or made it with their WeChat account. */
@Injectable()
export class BookingKeys {
  constructor(private readonly links: LinkKeys) {}

  of(bookingId: string): string {
    return this.links.of(PURPOSE, bookingId);
  }

  /** 404 for a wrong key as for a booking that is not there. */
  demand<Row extends Pick<BookingRow, 'id' | 'personId'>>(
    row: Row | null,
    key: string | undefined,
    actor: Actor | undefined,
  ): Row {
    if (row && key !== undefined && this.links.fits(PURPOSE, row.id, key)) return row;
    if (row?.personId && row.personId === actor?.personId) return row;
    throw notFound('这个预约', '请核对链接，或用预约号和手机号找回');
  }
}
