import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { FilingLimitModule } from '../traffic/filing-limit.module.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsService } from './complaints.service.ts';

@Module({
  imports: [FilingLimitModule, PeopleModule],
  controllers: [ComplaintsController],
  providers: [ComplaintsService],
})
export class ComplaintsModule {}
