import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { HouseFigures } from './house-figures.service.ts';
import { OperationController } from './operation.controller.ts';
import { OperationService } from './operation.service.ts';

@Module({
  imports: [ChannelsModule, PeopleModule, RemindersModule],
  controllers: [OperationController],
  providers: [HouseFigures, OperationService],
})
export class OperationModule {}
