import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { HandingOver } from './handing-over.service.ts';
import { Inbox } from './inbox.service.ts';
import { OwnReminders } from './own-reminders.service.ts';
import { ReminderFigures } from './reminder-figures.service.ts';
import { ReminderTicks } from './reminder-ticks.service.ts';
import { RemindersController } from './reminders.controller.ts';
import { RemindersService } from './reminders.service.ts';
import { Showing } from './showing.service.ts';
import { StandInsService } from './stand-ins.service.ts';
import { TelephoneList } from './telephone-list.service.ts';
import { TickLeasesService } from './tick-leases.service.ts';
import { ToldPosts } from './told-posts.service.ts';

@Module({
  imports: [ChannelsModule, OrgUnitsModule, PeopleModule],
  controllers: [RemindersController],
  providers: [
    HandingOver,
    Inbox,
    OwnReminders,
    ReminderFigures,
    RemindersService,
    ReminderTicks,
    Showing,
    StandInsService,
    TelephoneList,
    TickLeasesService,
    ToldPosts,
  ],
  exports: [Inbox, ReminderFigures, RemindersService, ReminderTicks, TelephoneList, TickLeasesService],
})
export class RemindersModule {}
