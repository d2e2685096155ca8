import type { QuestionStep, TaskAnswer, TaskQuestion } from '@county/shared/task-questions/task-question';
import { calendarDay, instant, nullable, primaryId, reference, table, text } from '../database/table.ts';

export const TaskQuestions = table<TaskQuestion>(
  'task_question',
  {
    id: primaryId(),
    taskId: reference(),
    unitId: reference(),
    words: text(500),
    askerName: nullable(text(20)),
    /** Encrypted. */
    phone: nullable(text(200)),
    state: text(20),
    askedAt: instant(),
    answerBy: calendarDay(),
    settledAt: nullable(instant()),
    declineReason: nullable(text(500)),
  },
  {
    indices: [
      { name: 'task_question_all', columns: ['settledAt', 'askedAt', 'id'] },
      { name: 'task_question_unit', columns: ['unitId', 'settledAt', 'askedAt', 'id'] },
    ],
  },
);

export const TaskAnswers = table<TaskAnswer>(
  'task_answer',
  {
    id: primaryId(),
    questionId: reference(),
    taskId: reference(),
    unitId: reference(),
    publicWording: text(500),
    answer: text(1000),
    state: text(20),
    writtenBy: reference(),
    writtenByName: text(60),
    writtenAt: instant(),
    reviewedBy: nullable(reference()),
    reviewedByName: nullable(text(60)),
    reviewedAt: nullable(instant()),
    secrecyCheck: nullable(text(300)),
    personalDataCheck: nullable(text(300)),
    declineReason: nullable(text(500)),
  },
  {
    indices: [
      { name: 'task_answer_question', columns: ['questionId', 'writtenAt'] },
      { name: 'task_answer_public', columns: ['taskId', 'state', 'reviewedAt', 'id'] },
    ],
  },
);

export const QuestionSteps = table<QuestionStep>(
  'question_step',
  {
    id: primaryId(),
    questionId: reference(),
    kind: text(20),
    words: text(500),
    fromUnitId: reference(),
    toUnitId: nullable(reference()),
    by: reference(),
    byName: text(60),
    at: instant(),
  },
  { indices: [{ name: 'question_step_question', columns: ['questionId', 'at'] }] },
);
