import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { CalendarModule } from '../calendar/calendar.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { DemoGuides } from './demo-guides.service.ts';
import { GuideNotices } from './guide-notices.service.ts';
import { GuideReminders } from './guide-reminders.service.ts';
import { GuideStamp } from './guide-stamp.service.ts';
import { GuideViews } from './guide-views.service.ts';
import { HandbooksController } from './handbooks.controller.ts';
import { HandbooksService } from './handbooks.service.ts';
import { PublicGuidesController } from './public-guides.controller.ts';
import { PublicGuides } from './public-guides.service.ts';
import { ServiceGuidesController } from './service-guides.controller.ts';
import { ServiceGuidesService } from './service-guides.service.ts';
import { WaitingGuides } from './waiting-guides.service.ts';
import { WritingsModule } from '../writings/writings.module.ts';

@Module({
  imports: [CalendarModule, FilesModule, OrgUnitsModule, PeopleModule, RemindersModule, WritingsModule],
  controllers: [HandbooksController, PublicGuidesController, ServiceGuidesController],
  providers: [
    DemoGuides,
    GuideNotices,
    GuideReminders,
    GuideStamp,
    GuideViews,
    HandbooksService,
    PublicGuides,
    ServiceGuidesService,
    WaitingGuides,
  ],
  exports: [DemoGuides, PublicGuides, ServiceGuidesService],
})
export class ServiceGuidesModule {}
