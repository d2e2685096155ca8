import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.ts';
import { HomeVisitsModule } from '../appointments/home-visits/home-visits.module.ts';
import { CircularsModule } from '../circulars/circulars.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { PublicEventsModule } from '../public-events/public-events.module.ts';
import { ServiceGuidesModule } from '../service-guides/service-guides.module.ts';
import { ServiceMapModule } from '../service-map/service-map.module.ts';
import { SupervisionOrdersModule } from '../supervision-orders/supervision-orders.module.ts';
import { TaskQuestionsModule } from '../task-questions/task-questions.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { FirstStart } from './first-start.service.ts';
import { SetUp } from './set-up.service.ts';

@Module({
  imports: [
    OrgUnitsModule,
    PeopleModule,
    AppointmentsModule,
    CircularsModule,
    ServiceGuidesModule,
    ServiceMapModule,
    HomeVisitsModule,
    PublicEventsModule,
    SupervisionOrdersModule,
    TaskQuestionsModule,
    TasksModule,
  ],
  providers: [FirstStart, SetUp],
})
export class SeedingModule {}
