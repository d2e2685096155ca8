import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { AlertsService } from './alerts.service.ts';
import { AssignmentPagesService } from './assignment-pages.service.ts';
import { AssignmentStepsService } from './assignment-steps.service.ts';
import { BreakdownDownloads } from './breakdown-downloads.service.ts';
import { BreakdownsController } from './breakdowns.controller.ts';
import { BreakdownsService } from './breakdowns.service.ts';
import { DemoHistory } from './demo-history.service.ts';
import { DemoPlans } from './demo-plans.service.ts';
import { ExtensionsController } from './extensions.controller.ts';
import { ExtensionsService } from './extensions.service.ts';
import { HeatTableService } from './heat-table.service.ts';
import { HandDownsService } from './hand-downs.service.ts';
import { LedgerService } from './ledger.service.ts';
import { LineViews } from './line-views.service.ts';
import { OpenWorkService } from './open-work.service.ts';
import { OverviewController } from './overview.controller.ts';
import { PlanChanges } from './plan-changes.service.ts';
import { PreviewConfirmations } from './preview-confirmations.service.ts';
import { PreviewCorrectionsService } from './preview-corrections.service.ts';
import { PreviewsService } from './previews.service.ts';
import { PublicLinesService } from './public-lines.service.ts';
import { PublicTasksController } from './public-tasks.controller.ts';
import { PublicTasksService } from './public-tasks.service.ts';
import { ReportsService } from './reports.service.ts';
import { ReviseTasks } from './revise-tasks.service.ts';
import { Revisions } from './revisions.service.ts';
import { TasksController } from './tasks.controller.ts';
import { TasksService } from './tasks.service.ts';
import { WaitingReportsService } from './waiting-reports.service.ts';
import { TimelineService } from './timeline.service.ts';

@Module({
  imports: [FilesModule, OrgUnitsModule, PeopleModule],
  controllers: [TasksController, ExtensionsController, BreakdownsController, OverviewController, PublicTasksController],
  providers: [
    AlertsService,
    AssignmentPagesService,
    AssignmentStepsService,
    BreakdownDownloads,
    BreakdownsService,
    DemoHistory,
    DemoPlans,
    ExtensionsService,
    HandDownsService,
    HeatTableService,
    LedgerService,
    LineViews,
    OpenWorkService,
    PlanChanges,
    PreviewConfirmations,
    PreviewCorrectionsService,
    PreviewsService,
    PublicLinesService,
    PublicTasksService,
    ReportsService,
    ReviseTasks,
    Revisions,
    TasksService,
    WaitingReportsService,
    TimelineService,
  ],
  exports: [DemoPlans],
})
export class TasksModule {}
