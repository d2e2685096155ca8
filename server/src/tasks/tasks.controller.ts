import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/task-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { AssignmentPagesService } from './lines/assignment-pages.service.ts';
import { AssignmentStepsService } from './lines/assignment-steps.service.ts';
import { HandDownsService } from './lines/hand-downs.service.ts';
import { PlanChanges } from './lines/plan-changes.service.ts';
import { PublicLinesService } from './public/public-lines.service.ts';
import { ReportsService } from './lines/reports.service.ts';
import { TasksService } from './tasks.service.ts';
import { WaitingReportsService } from './lines/waiting-reports.service.ts';

@Controller()
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly pages: AssignmentPagesService,
    private readonly reports: ReportsService,
    private readonly waiting: WaitingReportsService,
    private readonly steps: AssignmentStepsService,
    private readonly handDowns: HandDownsService,
    private readonly planChanges: PlanChanges,
    private readonly publicLines: PublicLinesService,
  ) {}

  @Endpoint(routes.listTasks)
  listTasks(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listTasks.query }) query: http.Query<typeof routes.listTasks>,
  ) {
    return this.tasks.listTasks(actor, query, query);
  }

  @Endpoint(routes.getTask)
  getTask(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getTask.params }) { taskId }: http.Params<typeof routes.getTask>,
  ) {
    return this.tasks.getTask(actor, taskId);
  }

  @Endpoint(routes.listAssignments)
  listAssignments(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listAssignments.query }) query: http.Query<typeof routes.listAssignments>,
  ) {
    return this.tasks.listAssignments(actor, query, query);
  }

  @Endpoint(routes.getAssignment)
  getAssignment(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getAssignment.params }) { assignmentId }: http.Params<typeof routes.getAssignment>,
  ) {
    return this.pages.getAssignment(actor, assignmentId);
  }

  @Endpoint(routes.acknowledgeAssignment)
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.acknowledgeAssignment.params })
    { assignmentId }: http.Params<typeof routes.acknowledgeAssignment>,
    @Body({ schema: routes.acknowledgeAssignment.body })
    acknowledgement: http.Body<typeof routes.acknowledgeAssignment>,
  ) {
    return this.steps.acknowledge(actor, assignmentId, acknowledgement);
  }

  @Endpoint(routes.fileProgressReport)
  fileReport(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.fileProgressReport.params })
    { assignmentId }: http.Params<typeof routes.fileProgressReport>,
    @Body({ schema: routes.fileProgressReport.body }) report: http.Body<typeof routes.fileProgressReport>,
  ) {
    return this.reports.fileReport(actor, assignmentId, report);
  }

  @Endpoint(routes.sayWaitingReport)
  sayWaiting(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.sayWaitingReport.params }) { assignmentId }: http.Params<typeof routes.sayWaitingReport>,
    @Body({ schema: routes.sayWaitingReport.body }) waiting: http.Body<typeof routes.sayWaitingReport>,
  ) {
    return this.waiting.say(actor, assignmentId, waiting);
  }

  @Endpoint(routes.takeWaitingReport)
  async takeWaiting(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.takeWaitingReport.params }) { reportId }: http.Params<typeof routes.takeWaitingReport>,
  ) {
    await this.waiting.take(actor, reportId);
    return { waiting: false };
  }

  @Endpoint(routes.completeAssignment)
  complete(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.completeAssignment.params })
    { assignmentId }: http.Params<typeof routes.completeAssignment>,
    @Body({ schema: routes.completeAssignment.body }) completion: http.Body<typeof routes.completeAssignment>,
  ) {
    return this.steps.complete(actor, assignmentId, completion);
  }

  @Endpoint(routes.returnAssignment)
  return(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.returnAssignment.params }) { assignmentId }: http.Params<typeof routes.returnAssignment>,
    @Body({ schema: routes.returnAssignment.body }) body: http.Body<typeof routes.returnAssignment>,
  ) {
    return this.steps.return(actor, assignmentId, body);
  }

  @Endpoint(routes.closeAssignment)
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.closeAssignment.params }) { assignmentId }: http.Params<typeof routes.closeAssignment>,
    @Body({ schema: routes.closeAssignment.body }) closing: http.Body<typeof routes.closeAssignment>,
  ) {
    return this.steps.close(actor, assignmentId, closing);
  }

  @Endpoint(routes.addAssignments)
  addAssignments(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.addAssignments.params }) { taskId }: http.Params<typeof routes.addAssignments>,
    @Body({ schema: routes.addAssignments.body }) added: http.Body<typeof routes.addAssignments>,
  ) {
    return this.planChanges.addUnits(actor, taskId, added);
  }

  @Endpoint(routes.withdrawAssignment)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.withdrawAssignment.params })
    { assignmentId }: http.Params<typeof routes.withdrawAssignment>,
    @Body({ schema: routes.withdrawAssignment.body }) withdrawal: http.Body<typeof routes.withdrawAssignment>,
  ) {
    return this.planChanges.withdraw(actor, assignmentId, withdrawal);
  }

  @Endpoint(routes.handDownAssignment)
  handDown(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.handDownAssignment.params })
    { assignmentId }: http.Params<typeof routes.handDownAssignment>,
    @Body({ schema: routes.handDownAssignment.body }) handDown: http.Body<typeof routes.handDownAssignment>,
  ) {
    return this.handDowns.handDown(actor, assignmentId, handDown);
  }

  @Endpoint(routes.proposePublicLine)
  proposePublicLine(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.proposePublicLine.params }) { assignmentId }: http.Params<typeof routes.proposePublicLine>,
    @Body({ schema: routes.proposePublicLine.body }) line: http.Body<typeof routes.proposePublicLine>,
  ) {
    return this.publicLines.propose(actor, assignmentId, line);
  }

  @Endpoint(routes.reviewPublicLine)
  reviewPublicLine(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewPublicLine.params }) { publicLineId }: http.Params<typeof routes.reviewPublicLine>,
    @Body({ schema: routes.reviewPublicLine.body }) review: http.Body<typeof routes.reviewPublicLine>,
  ) {
    return this.publicLines.review(actor, publicLineId, review);
  }
}
