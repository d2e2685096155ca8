import { Body, Controller, Param, Query } from '@nestjs/common';
import * as routes from '@county/shared/public-events/event-record-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { EventAftermath } from './event-aftermath.service.ts';
import { EventQuestionsService } from './event-questions.service.ts';
import { EventRecordsService } from './event-records.service.ts';

/** What came of an event: its record, decisions, questions and their answers, and what participants said. */
@Controller()
export class EventRecordsController {
  constructor(
    private readonly records: EventRecordsService,
    private readonly aftermath: EventAftermath,
    private readonly questions: EventQuestionsService,
  ) {}

  @Endpoint(routes.getEventRecord)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getEventRecord.params }) { eventId }: http.Params<typeof routes.getEventRecord>,
  ) {
    return this.records.get(actor, eventId);
  }

  @Endpoint(routes.changeEventRecord)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeEventRecord.params }) { eventId }: http.Params<typeof routes.changeEventRecord>,
    @Body({ schema: routes.changeEventRecord.body }) change: http.Body<typeof routes.changeEventRecord>,
  ) {
    return this.records.change(actor, eventId, change);
  }

  @Endpoint(routes.proposeEventRecord)
  propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.proposeEventRecord.params }) { eventId }: http.Params<typeof routes.proposeEventRecord>,
    @Body({ schema: routes.proposeEventRecord.body }) { onRevision }: http.Body<typeof routes.proposeEventRecord>,
  ) {
    return this.records.propose(actor, eventId, onRevision);
  }

  @Endpoint(routes.reviewEventRecord)
  review(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewEventRecord.params }) { eventId }: http.Params<typeof routes.reviewEventRecord>,
    @Body({ schema: routes.reviewEventRecord.body }) { onRevision, review }: http.Body<typeof routes.reviewEventRecord>,
  ) {
    return this.records.review(actor, eventId, onRevision, review);
  }

  @Endpoint(routes.makeDecisionTask)
  makeTask(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.makeDecisionTask.params }) { eventId }: http.Params<typeof routes.makeDecisionTask>,
    @Body({ schema: routes.makeDecisionTask.body }) sent: http.Body<typeof routes.makeDecisionTask>,
  ) {
    return this.records.makeTask(actor, eventId, sent);
  }

  @Endpoint(routes.getEventReportDraft)
  reportDraft(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getEventReportDraft.params }) { eventId }: http.Params<typeof routes.getEventReportDraft>,
  ) {
    return this.aftermath.reportDraft(actor, eventId);
  }

  @Endpoint(routes.getEventFeedback)
  feedback(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getEventFeedback.params }) { eventId }: http.Params<typeof routes.getEventFeedback>,
  ) {
    return this.aftermath.feedback(actor, eventId);
  }

  @Endpoint(routes.listEventQuestions)
  listQuestions(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listEventQuestions.query })
    { limit, cursor, ...wanted }: http.Query<typeof routes.listEventQuestions>,
  ) {
    return this.questions.list(actor, wanted, { limit, ...(cursor ? { cursor } : {}) });
  }

  @Endpoint(routes.addEventQuestion)
  addQuestion(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.addEventQuestion.params }) { eventId }: http.Params<typeof routes.addEventQuestion>,
    @Body({ schema: routes.addEventQuestion.body }) sent: http.Body<typeof routes.addEventQuestion>,
  ) {
    return this.questions.add(actor, eventId, sent);
  }

  @Endpoint(routes.answerEventQuestion)
  answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.answerEventQuestion.params })
    { questionId }: http.Params<typeof routes.answerEventQuestion>,
    @Body({ schema: routes.answerEventQuestion.body }) answer: http.Body<typeof routes.answerEventQuestion>,
  ) {
    return this.questions.answer(actor, questionId, answer);
  }

  @Endpoint(routes.reviewEventAnswer)
  reviewAnswer(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewEventAnswer.params }) { questionId }: http.Params<typeof routes.reviewEventAnswer>,
    @Body({ schema: routes.reviewEventAnswer.body }) { onRevision, review }: http.Body<typeof routes.reviewEventAnswer>,
  ) {
    return this.questions.review(actor, questionId, onRevision, review);
  }
}
