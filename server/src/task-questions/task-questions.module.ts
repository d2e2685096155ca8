import { Module } from '@nestjs/common';
import { FilingLimitModule } from '../traffic/filing-limit.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { AskingService } from './asking.service.ts';
import { DemoQuestions } from './demo-questions.service.ts';
import { QuestionDays } from './question-days.service.ts';
import { QuestionViews } from './question-views.service.ts';
import { TaskAnswersService } from './task-answers.service.ts';
import { TaskQuestionsController } from './task-questions.controller.ts';
import { TaskQuestionsService } from './task-questions.service.ts';
import { WaitingQuestions } from './waiting-questions.service.ts';

@Module({
  imports: [FilingLimitModule, OrgUnitsModule, PeopleModule, RemindersModule, TasksModule],
  controllers: [TaskQuestionsController],
  providers: [
    AskingService,
    DemoQuestions,
    QuestionDays,
    QuestionViews,
    TaskAnswersService,
    TaskQuestionsService,
    WaitingQuestions,
  ],
  exports: [DemoQuestions],
})
export class TaskQuestionsModule {}
