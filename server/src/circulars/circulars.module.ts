import { Module } from '@nestjs/common';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { CircularCandidates } from './circular-candidates.service.ts';
import { CircularDays } from './circular-days.service.ts';
import { CircularViews } from './circular-views.service.ts';
import { CircularsController } from './circulars.controller.ts';
import { CircularsService } from './circulars.service.ts';
import { DemoCirculars } from './demo-circulars.service.ts';
import { ObjectionsService } from './objections.service.ts';
import { WaitingCirculars } from './waiting-circulars.service.ts';

@Module({
  imports: [OrgUnitsModule, PeopleModule, RemindersModule, TasksModule],
  controllers: [CircularsController],
  providers: [
    CircularCandidates,
    CircularDays,
    CircularsService,
    CircularViews,
    DemoCirculars,
    ObjectionsService,
    WaitingCirculars,
  ],
  exports: [DemoCirculars],
})
export class CircularsModule {}
