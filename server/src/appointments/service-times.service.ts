import { Injectable } from '@nestjs/common';
import type { BookingSettings } from '@county/shared/appointments/bookable-service';
import { reasonWritten, slotsOn, type DaySlots, type Slot } from '@county/shared/appointments/slots';
import { timeInWords } from '@county/shared/appointments/booking-words';
import type { Day } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { CalendarService } from '../calendar/calendar.service.ts';
import { invalidField } from '../http/refusal.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import type { BookingRow } from './appointments.tables.ts';

type Point = Pick<PublicPoint, 'hours' | 'windows'>;
type Booked = Pick<BookingRow, 'day' | 'minute' | 'state' | 'keptAt'>;
type Settings = Pick<BookingSettings, 'windowId' | 'minutes' | 'everyMinutes' | 'week' | 'exceptions'> &
  Pick<BookingSettings, 'walkInShare' | 'placesForOld'>;

/** The times of bookable services, by their settings, their points' hours and the county's calendar. */
@Injectable()
export class ServiceTimes {
  constructor(
    private readonly calendars: CalendarService,
    private readonly points: PublicPoints,
  ) {}

  calendar(): Promise<WorkingCalendar> {
    return this.calendars.calendar();
  }

  on(settings: Settings, point: Point, calendar: WorkingCalendar, day: Day): DaySlots {
    return slotsOn(settings, hoursOf(settings, point), calendar, day);
  }

  /** Why a booked time is given out no more; null while it is, or once it was decided that it stands all the same. */
  brokenBy(booked: Booked, settings: Settings, point: Point, calendar: WorkingCalendar): string | null {
    const { day, minute, state, keptAt } = booked;
    if (state !== 'booked' || keptAt !== null) return null;
    const { slots, why } = this.on(settings, point, calendar, day);
    return slots.some((one) => one.minute === minute) ? null : (why ?? '这个时间不办了');
  }

  /** What was written when the day was changed; null where nobody wrote anything. */
  reasonWritten(settings: Settings, point: Point, day: Day): string | null {
    return reasonWritten(settings, hoursOf(settings, point), day);
  }

  /** The time that begins at a minute, by the point as it is now; 400 where the service has none. */
  async slot(service: { pointId: string; settings: Settings }, day: Day, minute: number): Promise<Slot> {
    const point = await this.points.get(service.pointId);
    const { slots, why } = this.on(service.settings, point, await this.calendar(), day);
    const slot = slots.find((one) => one.minute === minute);
    if (!slot) throw invalidField('minute', `${timeInWords(day, minute)} 没有这个时间：${why ?? '请从空余时间里选'}`);
    return slot;
  }
}

/** A window's own hours where it has some. */
function hoursOf({ windowId }: Pick<Settings, 'windowId'>, { hours, windows }: Point): OpeningHours | null {
  return windows.find(({ id }) => id === windowId)?.hours ?? hours;
}
