import { Module } from '@nestjs/common';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { ServiceGuidesModule } from '../service-guides/service-guides.module.ts';
import { ServiceMapModule } from '../service-map/service-map.module.ts';
import { BookableServicesService } from './bookable-services.service.ts';
import { BookingChanges } from './booking-changes.service.ts';
import { BookingCodes } from './booking-codes.service.ts';
import { BookingDeskController } from './booking-desk.controller.ts';
import { BookingErasure } from './booking-erasure.service.ts';
import { BookingKeys } from './booking-keys.service.ts';
import { BookingMergers } from './booking-mergers.service.ts';
import { BookingNotices } from './booking-notices.service.ts';
import { BookingPlaces } from './booking-places.service.ts';
import { BookingViews } from './booking-views.service.ts';
import { BookingsController } from './bookings.controller.ts';
import { BookingsService } from './bookings.service.ts';
import { ClosingDecisions } from './closing-decisions.service.ts';
import { CounterController } from './counter.controller.ts';
import { CounterQueue } from './counter-queue.service.ts';
import { DemoBookings } from './demo-bookings.service.ts';
import { FreePlaces } from './free-places.service.ts';
import { Holds } from './holds.service.ts';
import { OutsideBookings } from './outside-bookings.service.ts';
import { OwnBookings } from './own-bookings.service.ts';
import { PersonLimits } from './person-limits.service.ts';
import { ServiceTimes } from './service-times.service.ts';
import { StaffBookings } from './staff-bookings.service.ts';
import { StandingBookings } from './standing-bookings.service.ts';
import { WaitingBookings } from './waiting-bookings.service.ts';

@Module({
  imports: [OrgUnitsModule, PeopleModule, RemindersModule, ServiceGuidesModule, ServiceMapModule],
  controllers: [BookingsController, BookingDeskController, CounterController],
  providers: [
    BookableServicesService,
    BookingChanges,
    BookingCodes,
    BookingErasure,
    BookingKeys,
    BookingMergers,
    BookingNotices,
    BookingPlaces,
    BookingViews,
    BookingsService,
    ClosingDecisions,
    CounterQueue,
    DemoBookings,
    FreePlaces,
    Holds,
    OutsideBookings,
    OwnBookings,
    PersonLimits,
    ServiceTimes,
    StaffBookings,
    StandingBookings,
    WaitingBookings,
  ],
  exports: [DemoBookings],
})
export class AppointmentsModule {}
