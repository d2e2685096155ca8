import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AppointmentsModule } from './appointments/appointments.module.ts';
import { HomeVisitsModule } from './appointments/home-visits/home-visits.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import { CircularsModule } from './circulars/circulars.module.ts';
import type { Clock } from './clock/clock.ts';
import { ComplaintsModule } from './complaints/complaints.module.ts';
import type { Settings } from './config/settings.ts';
import { FilesModule } from './files/files.module.ts';
import type { PublicCache } from './http/public-cache.ts';
import { HouseModule } from './house.module.ts';
import { NudgesModule } from './nudges/nudges.module.ts';
import { OperationModule } from './operation/operation.module.ts';
import { OrgUnitsModule } from './org-units/org-units.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PublicEventsModule } from './public-events/public-events.module.ts';
import { RemindersModule } from './reminders/reminders.module.ts';
import { SeedingModule } from './seeding/seeding.module.ts';
import { ServiceGuidesModule } from './service-guides/service-guides.module.ts';
import { ServiceMapModule } from './service-map/service-map.module.ts';
import { SiteModule } from './site/site.module.ts';
import { SupervisionOrdersModule } from './supervision-orders/supervision-orders.module.ts';
import { TaskQuestionsModule } from './task-questions/task-questions.module.ts';
import { TasksModule } from './tasks/tasks.module.ts';
import { TrafficModule } from './traffic/traffic.module.ts';

/** Every feature of the product; one line each. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock: Clock, source: DataSource, publicCache: PublicCache): DynamicModule {
    return {
      module: AppModule,
      imports: [
        HouseModule.with(settings, clock, source, publicCache),
        AuditModule,
        CalendarModule,
        OrgUnitsModule,
        PeopleModule,
        TrafficModule,
        FilesModule,
        RemindersModule,
        TasksModule,
        CircularsModule,
        NudgesModule,
        ComplaintsModule,
        SupervisionOrdersModule,
        TaskQuestionsModule,
        ServiceGuidesModule,
        ServiceMapModule,
        AppointmentsModule,
        HomeVisitsModule,
        PublicEventsModule,
        OperationModule,
        SiteModule,
        SeedingModule,
      ],
    };
  }
}
