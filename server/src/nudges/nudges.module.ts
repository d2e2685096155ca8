import { Module } from '@nestjs/common';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { NudgeCauses } from './nudge-causes.service.ts';
import { NudgeChoices } from './nudge-choices.service.ts';
import { NudgeViews } from './nudge-views.service.ts';
import { NudgesController } from './nudges.controller.ts';
import { NudgesService } from './nudges.service.ts';

@Module({
  imports: [OrgUnitsModule, RemindersModule, TasksModule],
  controllers: [NudgesController],
  providers: [NudgeCauses, NudgeChoices, NudgesService, NudgeViews],
})
export class NudgesModule {}
