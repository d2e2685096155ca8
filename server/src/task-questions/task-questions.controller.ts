import { Body, Controller, Ip, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/task-questions/task-question-routes';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { AskingService } from './asking.service.ts';
import { TaskAnswersService } from './task-answers.service.ts';
import { TaskQuestionsService } from './task-questions.service.ts';

@Controller()
export class TaskQuestionsController {
  constructor(
    private readonly asking: AskingService,
    private readonly questions: TaskQuestionsService,
    private readonly answers: TaskAnswersService,
  ) {}

  @Endpoint(routes.askTaskQuestion)
  ask(
    @Ip() address: string,
    @Param({ schema: routes.askTaskQuestion.params }) { taskId }: http.Params<typeof routes.askTaskQuestion>,
    @Body({ schema: routes.askTaskQuestion.body }) question: http.Body<typeof routes.askTaskQuestion>,
  ) {
    return this.asking.ask(address, taskId, question);
  }

  @Endpoint(routes.listPublicTaskQuestions)
  listPublic(
    @Param({ schema: routes.listPublicTaskQuestions.params })
    { taskId }: http.Params<typeof routes.listPublicTaskQuestions>,
    @Query({ schema: routes.listPublicTaskQuestions.query }) page: http.Query<typeof routes.listPublicTaskQuestions>,
  ) {
    return this.asking.listPublic(taskId, page);
  }

  @Endpoint(routes.readAskedQuestion)
  readAsked(
    @Param({ schema: routes.readAskedQuestion.params }) { questionId }: http.Params<typeof routes.readAskedQuestion>,
  ) {
    return this.asking.read(questionId);
  }

  @Endpoint(routes.removeQuestionPhone)
  removePhone(
    @Param({ schema: routes.removeQuestionPhone.params })
    { questionId }: http.Params<typeof routes.removeQuestionPhone>,
  ) {
    return this.asking.removePhone(questionId);
  }

  @Endpoint(routes.listTaskQuestions)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listTaskQuestions.query }) { part, ...page }: http.Query<typeof routes.listTaskQuestions>,
  ) {
    return this.questions.list(actor, part, page);
  }

  @Endpoint(routes.getTaskQuestion)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getTaskQuestion.params }) { questionId }: http.Params<typeof routes.getTaskQuestion>,
  ) {
    return this.questions.get(actor, questionId);
  }

  @Endpoint(routes.proposeTaskAnswer)
  propose(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.proposeTaskAnswer.params }) { questionId }: http.Params<typeof routes.proposeTaskAnswer>,
    @Body({ schema: routes.proposeTaskAnswer.body }) answer: http.Body<typeof routes.proposeTaskAnswer>,
  ) {
    return this.answers.propose(actor, questionId, answer);
  }

  @Endpoint(routes.reviewTaskAnswer)
  review(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.reviewTaskAnswer.params }) { answerId }: http.Params<typeof routes.reviewTaskAnswer>,
    @Body({ schema: routes.reviewTaskAnswer.body }) review: http.Body<typeof routes.reviewTaskAnswer>,
  ) {
    return this.answers.review(actor, answerId, review);
  }

  @Endpoint(routes.referTaskQuestion)
  refer(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.referTaskQuestion.params }) { questionId }: http.Params<typeof routes.referTaskQuestion>,
    @Body({ schema: routes.referTaskQuestion.body }) referral: http.Body<typeof routes.referTaskQuestion>,
  ) {
    return this.questions.refer(actor, questionId, referral);
  }

  @Endpoint(routes.declineTaskQuestion)
  decline(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.declineTaskQuestion.params })
    { questionId }: http.Params<typeof routes.declineTaskQuestion>,
    @Body({ schema: routes.declineTaskQuestion.body }) refusal: http.Body<typeof routes.declineTaskQuestion>,
  ) {
    return this.questions.decline(actor, questionId, refusal);
  }
}
