import { Module } from '@nestjs/common';
import { FilingLimitModule } from '../traffic/filing-limit.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { ServiceMapModule } from '../service-map/service-map.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { WritingsModule } from '../writings/writings.module.ts';
import { DemoEvents } from './demo-events.service.ts';
import { EventAftermath } from './event-aftermath.service.ts';
import { EventChecks } from './event-checks.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventDayController } from './event-day.controller.ts';
import { EventDoor } from './event-door.service.ts';
import { EventErasure } from './event-erasure.service.ts';
import { EventFigures } from './event-figures.service.ts';
import { EventNotices } from './event-notices.service.ts';
import { EventPlacesService } from './event-places.service.ts';
import { EventPlans } from './event-plans.service.ts';
import { EventQuestionsService } from './event-questions.service.ts';
import { EventRecordsController } from './event-records.controller.ts';
import { EventRecordsService } from './event-records.service.ts';
import { EventSeats } from './event-seats.service.ts';
import { EventViews } from './event-views.service.ts';
import { EventsController } from './events.controller.ts';
import { EventsService } from './events.service.ts';
import { Hearings } from './hearings.service.ts';
import { OwnSignUps } from './own-sign-ups.service.ts';
import { PublicEventsController } from './public-events.controller.ts';
import { PublicEventsService } from './public-events.service.ts';
import { SignUpEntry } from './sign-up-entry.service.ts';
import { SignUpKeys } from './sign-up-keys.service.ts';
import { SignUpViews } from './sign-up-views.service.ts';
import { SignUpsController } from './sign-ups.controller.ts';
import { SignUpsService } from './sign-ups.service.ts';
import { StaffSignUps } from './staff-sign-ups.service.ts';
import { WaitingEvents } from './waiting-events.service.ts';

@Module({
  imports: [
    FilingLimitModule,
    FilesModule,
    OrgUnitsModule,
    PeopleModule,
    RemindersModule,
    ServiceMapModule,
    TasksModule,
    WritingsModule,
  ],
  controllers: [
    EventDayController,
    EventRecordsController,
    EventsController,
    PublicEventsController,
    SignUpsController,
  ],
  providers: [
    DemoEvents,
    EventAftermath,
    EventChecks,
    EventContents,
    EventDoor,
    EventErasure,
    EventFigures,
    EventNotices,
    EventPlacesService,
    EventPlans,
    EventQuestionsService,
    EventRecordsService,
    EventSeats,
    EventViews,
    EventsService,
    Hearings,
    OwnSignUps,
    PublicEventsService,
    SignUpEntry,
    SignUpKeys,
    SignUpViews,
    SignUpsService,
    StaffSignUps,
    WaitingEvents,
  ],
  exports: [DemoEvents],
})
export class PublicEventsModule {}
