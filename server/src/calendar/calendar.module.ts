import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { CalendarKeeping } from './calendar-keeping.service.ts';
import { CalendarWarning } from './calendar-warning.service.ts';
import { CalendarController } from './calendar.controller.ts';
import { CalendarService } from './calendar.service.ts';
import { MissingNoticeReminders } from './missing-notice-reminders.service.ts';

@Global()
@Module({
  imports: [PeopleModule, RemindersModule],
  controllers: [CalendarController],
  providers: [CalendarKeeping, CalendarService, CalendarWarning, MissingNoticeReminders],
  exports: [CalendarService, CalendarWarning],
})
export class CalendarModule {}
