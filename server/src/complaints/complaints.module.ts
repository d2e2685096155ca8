import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsService } from './complaints.service.ts';
import { FilingLimit } from './filing-limit.service.ts';

@Module({
  imports: [PeopleModule],
  controllers: [ComplaintsController],
  providers: [ComplaintsService, FilingLimit],
  exports: [FilingLimit],
})
export class ComplaintsModule {}
