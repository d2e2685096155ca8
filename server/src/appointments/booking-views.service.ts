import { Injectable, NotFoundException } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { BookingView } from '@county/shared/appointments/booking';
import { canCancel, canChange, changeableUntil } from '@county/shared/appointments/booking-rules';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { possible } from '@county/shared/possible';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { PublicGuides } from '../service-guides/public-guides.service.ts';
import { PublicPoints, type PointPlace } from '../service-map/public-points.service.ts';
import { BookableServices, type BookableServiceRow, type BookingRow } from './appointments.tables.ts';
import { BookingKeys } from './booking-keys.service.ts';
import { ServiceTimes } from './service-times.service.ts';
import { maskedPhone } from '@county/shared/people/receipt-code';

/** Bookings as whoever made them sees them, and as the places' people do. */
@Injectable()
export class BookingViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: PhoneCipher,
    private readonly keys: BookingKeys,
    private readonly points: PublicPoints,
    private readonly guides: PublicGuides,
    private readonly times: ServiceTimes,
  ) {}

  /** `service` is given by whoever has read it already. */
  async own(db: EntityManager, row: BookingRow, service?: BookableServiceRow): Promise<BookingView> {
    const [view] = await this.owns(db, [row], service && new Map([[service.id, service]]));
    return view!;
  }

  async owns(
    db: EntityManager,
    rows: readonly BookingRow[],
    known?: Map<string, BookableServiceRow>,
  ): Promise<BookingView[]> {
    const services = known ?? (await servicesOf(db, rows));
    const points = await this.points.placesById(rows.map(({ pointId }) => pointId));
    const calendar = await this.times.calendar();
    return Promise.all(
      rows.map((row) => this.ownView(row, services.get(row.serviceId)!, points.get(row.pointId), calendar)),
    );
  }

  /** In lists the phone is masked; whole only on a booking's own page, where each look is recorded. */
  async staff(db: EntityManager, rows: readonly BookingRow[], { whole = false } = {}): Promise<StaffBookingView[]> {
    const services = await servicesOf(db, rows);
    const points = await this.points.placesById(rows.map(({ pointId }) => pointId));
    return rows.map((row) => {
      const { settings } = services.get(row.serviceId)!;
      const phone = this.opened(row.phone);
      return {
        ...row,
        code: row.code ?? '',
        serviceName: settings.name,
        windowId: settings.windowId,
        windowName: windowName(points.get(row.pointId), settings.windowId),
        name: this.opened(row.name),
        phone: phone && (whole ? phone : maskedPhone(phone)),
        bookedByName: this.opened(row.bookedByName),
      };
    });
  }

  async staffOne(db: EntityManager, row: BookingRow): Promise<StaffBookingView> {
    const [view] = await this.staff(db, [row]);
    return view!;
  }

  private async ownView(
    row: BookingRow,
    { settings }: BookableServiceRow,
    point: PointPlace | undefined,
    calendar: WorkingCalendar,
  ): Promise<BookingView> {
    const now = this.clock.now();
    const phone = this.opened(row.phone);
    return {
      ...row,
      key: this.keys.of(row.id),
      code: row.code ?? '',
      serviceName: settings.name,
      pointName: point?.name ?? '（服务点已撤下）',
      address: point?.address ?? '',
      landmark: point?.landmark ?? '',
      pointPhone: point?.phone ?? null,
      places: point?.places ?? null,
      windowName: windowName(point, settings.windowId),
      name: this.opened(row.name) ?? '（已删除）',
      maskedPhone: phone && maskedPhone(phone),
      bookedByName: this.opened(row.bookedByName),
      note: settings.note,
      ...(await this.materials(settings.guideId, row.day)),
      changeableUntil: changeableUntil(settings, row),
      brokenBy: (point && this.times.brokenBy(row, settings, point, calendar)) ?? null,
      change: possible(canChange(settings, row, now)),
      cancel: possible(canCancel(settings, row, now)),
    };
  }

  /** By the guide as it stands on the day; one that was taken back asks for nothing. */
  private async materials(guideId: string | null, day: string) {
    const none = { guideId: null, guideTitle: null, guideVersion: null, materials: [] };
    if (!guideId) return none;
    const guide = await this.guides.get(guideId, { on: day }).catch(noneThen);
    if (!guide) return none;
    const { content, version } = guide;
    return {
      guideId,
      guideTitle: content.plainTitle || content.title,
      guideVersion: version,
      materials: content.materials,
    };
  }

  private opened(sealed: string | null): string | null {
    return sealed && this.cipher.decrypt(sealed);
  }
}

async function servicesOf(db: EntityManager, rows: readonly BookingRow[]): Promise<Map<string, BookableServiceRow>> {
  const ids = [...new Set(rows.map(({ serviceId }) => serviceId))];
  const services = ids.length ? await db.findBy(BookableServices, { id: In(ids) }) : [];
  return new Map(services.map((service) => [service.id, service]));
}

const windowName = (point: PointPlace | undefined, windowId: string | null): string | null =>
  point?.windows.find(({ id }) => id === windowId)?.name ?? null;

/** There was none on that day; whatever else went wrong is not passed over. */
function noneThen(error: unknown): undefined {
  if (error instanceof NotFoundException) return undefined;
  throw error;
}
