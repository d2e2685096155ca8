import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff, scopeOf } from '@county/shared/people/scope';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Inbox } from '../reminders/inbox.service.ts';
import { TaskAnswers, TaskQuestions } from './task-questions.tables.ts';

const LIST = '/pages/task-questions/list/index';

/** Residents' questions that wait for the person: to be answered by the unit, and answers to be checked. */
@Injectable()
export class WaitingQuestions implements OnModuleInit {
  constructor(private readonly inbox: Inbox) {}

  onModuleInit(): void {
    this.inbox.onWaiting(toAnswer);
    this.inbox.onWaiting(toCheck);
  }
}

/** The unit's own and, for its lead, those of the units under it. */
async function toAnswer(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (!isStaff(actor) || actor.role === 'administrator') return [];
  const unitIds = actor.role === 'unit-lead' ? actor.unitIds : [actor.unitId ?? ''];
  const count = await db
    .createQueryBuilder(TaskQuestions, 'question')
    .where('question.settledAt IS NULL AND question.unitId IN (:...unitIds)', { unitIds })
    .andWhere("question.state IN ('waiting', 'returned')")
    .getCount();
  if (!count) return [];
  return [{ kind: 'questions-to-answer', count, words: `${count} 条群众提问等着答复`, link: LIST }];
}

/** Never one's own words. */
async function toCheck(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (actor.role !== 'unit-lead' && actor.role !== 'supervisor') return [];
  const query = db
    .createQueryBuilder(TaskQuestions, 'question')
    .innerJoin(
      TaskAnswers.options.name,
      'answer',
      "answer.questionId = question.id AND answer.state = 'proposed' AND answer.writtenBy <> :personId",
      { personId: actor.personId },
    )
    .where("question.settledAt IS NULL AND question.state = 'proposed'");
  const unitIds = scopeOf(actor);
  if (unitIds) query.andWhere('question.unitId IN (:...unitIds)', { unitIds });
  const count = await query.getCount();
  if (!count) return [];
  return [{ kind: 'answers-to-check', count, words: `${count} 条群众提问的答复等您审查`, link: LIST }];
}
