import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { AlertsService } from './overview/alerts.service.ts';
import { AskedTasks } from './public/asked-tasks.service.ts';
import { AssignmentPagesService } from './lines/assignment-pages.service.ts';
import { AssignmentStepsService } from './lines/assignment-steps.service.ts';
import { BreakdownDownloads } from './breakdowns/breakdown-downloads.service.ts';
import { BreakdownsController } from './breakdowns/breakdowns.controller.ts';
import { BreakdownsService } from './breakdowns/breakdowns.service.ts';
import { ChosenLines } from './overview/chosen-lines.service.ts';
import { DemoFindings } from './demo/demo-findings.service.ts';
import { DemoHistory } from './demo/demo-history.service.ts';
import { DemoPlans } from './demo/demo-plans.service.ts';
import { DueCauses } from './due-reminders/due-causes.service.ts';
import { DueLines } from './due-reminders/due-lines.service.ts';
import { DueSweep } from './due-reminders/due-sweep.service.ts';
import { LateNotices } from './due-reminders/late-notices.service.ts';
import { MovedReminders } from './due-reminders/moved-reminders.service.ts';
import { DueRecipients } from './due-reminders/due-recipients.service.ts';
import { DueRemindersController } from './due-reminders/due-reminders.controller.ts';
import { ReminderSettingsService } from './due-reminders/reminder-settings.service.ts';
import { RemindersToCome } from './due-reminders/reminders-to-come.service.ts';
import { ExtensionsController } from './lines/extensions.controller.ts';
import { ExtensionsService } from './lines/extensions.service.ts';
import { FindingGate } from './findings/finding-gate.service.ts';
import { FindingViews } from './findings/finding-views.service.ts';
import { FindingsController } from './findings/findings.controller.ts';
import { FindingsService } from './findings/findings.service.ts';
import { MeasuresService } from './findings/measures.service.ts';
import { PublicFindingsService } from './findings/public-findings.service.ts';
import { RechecksService } from './findings/rechecks.service.ts';
import { HeatCells } from './overview/heat-cells.service.ts';
import { HeatDownloads } from './overview/heat-downloads.service.ts';
import { HeatTableService } from './overview/heat-table.service.ts';
import { HandDownsService } from './lines/hand-downs.service.ts';
import { LateLines } from './lines/late-lines.service.ts';
import { LedgerService } from './overview/ledger.service.ts';
import { LineViews } from './lines/line-views.service.ts';
import { OpenWorkService } from './lines/open-work.service.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OrderedLines } from './lines/ordered-lines.service.ts';
import { PlanChanges } from './lines/plan-changes.service.ts';
import { PreviewConfirmations } from './breakdowns/preview-confirmations.service.ts';
import { PreviewCorrectionsService } from './breakdowns/preview-corrections.service.ts';
import { PreviewsService } from './breakdowns/previews.service.ts';
import { PublicLinesService } from './public/public-lines.service.ts';
import { PublicReviews } from './public/public-reviews.service.ts';
import { PublicTasksController } from './public/public-tasks.controller.ts';
import { PublicTasksService } from './public/public-tasks.service.ts';
import { ReportsService } from './lines/reports.service.ts';
import { ReviseTasks } from './breakdowns/revise-tasks.service.ts';
import { Revisions } from './breakdowns/revisions.service.ts';
import { TasksController } from './tasks.controller.ts';
import { TasksService } from './tasks.service.ts';
import { WaitingReportsService } from './lines/waiting-reports.service.ts';
import { TimelineService } from './overview/timeline.service.ts';
import { WaitingWork } from './waiting-work.service.ts';

@Module({
  imports: [FilesModule, OrgUnitsModule, PeopleModule, RemindersModule],
  controllers: [
    TasksController,
    ExtensionsController,
    FindingsController,
    BreakdownsController,
    OverviewController,
    PublicTasksController,
    DueRemindersController,
  ],
  providers: [
    AlertsService,
    AskedTasks,
    AssignmentPagesService,
    AssignmentStepsService,
    BreakdownDownloads,
    BreakdownsService,
    ChosenLines,
    DemoFindings,
    DemoHistory,
    DemoPlans,
    DueCauses,
    DueLines,
    DueRecipients,
    DueSweep,
    ExtensionsService,
    FindingGate,
    FindingsService,
    FindingViews,
    HandDownsService,
    HeatCells,
    HeatDownloads,
    HeatTableService,
    LateLines,
    LateNotices,
    MovedReminders,
    LedgerService,
    LineViews,
    MeasuresService,
    OpenWorkService,
    OrderedLines,
    PlanChanges,
    PreviewConfirmations,
    PreviewCorrectionsService,
    PreviewsService,
    PublicFindingsService,
    PublicLinesService,
    PublicReviews,
    PublicTasksService,
    RechecksService,
    ReminderSettingsService,
    RemindersToCome,
    ReportsService,
    ReviseTasks,
    Revisions,
    TasksService,
    WaitingReportsService,
    TimelineService,
    WaitingWork,
  ],
  exports: [
    AskedTasks,
    AssignmentStepsService,
    ChosenLines,
    DemoPlans,
    DueRecipients,
    LateLines,
    OrderedLines,
    PlanChanges,
    PublicReviews,
  ],
})
export class TasksModule {}
