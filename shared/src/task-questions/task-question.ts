import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { ContactPhone } from '../people/person.ts';
import { ReviewedWords } from '../tasks/public/public-line.ts';
import { ContactUnit } from '../tasks/task-views.ts';

/**
 * 群众提问: what a resident asks about a published task, without signing in. Never deleted; `proposed` has an answer
 * that waits for its approver, `returned` one that came back to its author.
 */
export const TaskQuestion = z
  .object({
    /** Made by the asker's phone, which by it sees the question again; never shown to others in public. */
    id: z.uuid(),
    taskId: z.uuid(),
    /** The unit that is to answer. */
    unitId: z.uuid(),
    /** The asker's own words; what the public reads is the answer's `publicWording`. */
    words: z.string().trim().min(5).max(500).meta({ label: '您的问题' }),
    /** What to call the asker; never public. */
    askerName: z.string().trim().max(20).nullable().meta({ label: '称呼' }),
    /** For the answer only; encrypted in the database, never public, removed when the asker wishes. */
    phone: z.string().nullable(),
    state: z.enum(['waiting', 'proposed', 'returned', 'answered', 'declined']),
    askedAt: z.iso.datetime(),
    /** The last day of the time to answer; moves with the holiday notice until it is settled (rules T3). */
    answerBy: Day,
    /** When it was answered or declined. */
    settledAt: z.iso.datetime().nullable(),
    /** Why it was declined, for the asker to read. */
    declineReason: z.string().max(500).nullable(),
  })
  .meta({ id: 'TaskQuestion' });
export type TaskQuestion = z.infer<typeof TaskQuestion>;

export const NewTaskQuestion = TaskQuestion.pick({ id: true, words: true })
  .extend({
    askerName: TaskQuestion.shape.askerName.default(null),
    phone: ContactPhone.nullable().default(null),
  })
  .meta({ id: 'NewTaskQuestion' });
export type NewTaskQuestion = z.infer<typeof NewTaskQuestion>;

/** The unit's answer, and the question as everybody may read it; public together, once another person has approved. */
export const TaskAnswer = z
  .object({
    id: z.uuid(),
    questionId: z.uuid(),
    taskId: z.uuid(),
    unitId: z.uuid(),
    /** The asker's words without personal data, or what they come to. */
    publicWording: z.string().trim().min(5).max(500).meta({ label: '公开的问题' }),
    answer: z.string().trim().min(4).max(1000).meta({ label: '答复' }),
    ...ReviewedWords.shape,
  })
  .meta({ id: 'TaskAnswer' });
export type TaskAnswer = z.infer<typeof TaskAnswer>;

export const NewTaskAnswer = TaskAnswer.pick({ id: true, publicWording: true, answer: true }).meta({
  id: 'NewTaskAnswer',
});
export type NewTaskAnswer = z.infer<typeof NewTaskAnswer>;

/** 转办: to another unit of the task, with a word. */
export const QuestionReferral = z
  .object({
    id: z.uuid(),
    unitId: z.uuid().meta({ label: '转给的单位' }),
    /** Whose question it was when the person looked; somebody else may have passed it on since. */
    fromUnitId: z.uuid().optional(),
    words: z.string().trim().min(1).max(300).meta({ label: '转办意见' }),
  })
  .meta({ id: 'QuestionReferral' });
export type QuestionReferral = z.infer<typeof QuestionReferral>;

/** 不予办理: the asker reads why. */
export const QuestionRefusal = z
  .object({ id: z.uuid(), reason: z.string().trim().min(4).max(500).meta({ label: '不予办理的理由' }) })
  .meta({ id: 'QuestionRefusal' });
export type QuestionRefusal = z.infer<typeof QuestionRefusal>;

/** What happened to a question besides answers. */
export const QuestionStep = z
  .object({
    id: z.uuid(),
    questionId: z.uuid(),
    kind: z.enum(['referred', 'declined', 'limit-moved']),
    words: z.string().max(500),
    /** The unit that had it. */
    fromUnitId: z.uuid(),
    /** Of a referral, the unit that got it. */
    toUnitId: z.uuid().nullable(),
    by: z.uuid(),
    byName: z.string().max(60),
    at: z.iso.datetime(),
  })
  .meta({ id: 'QuestionStep' });
export type QuestionStep = z.infer<typeof QuestionStep>;

export const QuestionStepView = QuestionStep.extend({
  fromUnitName: z.string(),
  toUnitName: z.string().nullable(),
}).meta({ id: 'QuestionStepView' });
export type QuestionStepView = z.infer<typeof QuestionStepView>;

/** A row of the list of those who answer; without name and phone. */
export const TaskQuestionSummary = TaskQuestion.omit({ askerName: true, phone: true })
  .extend({
    unitName: z.string(),
    taskNumber: z.int(),
    mainTask: z.string(),
    breakdownTitle: z.string(),
    /** Working days since it was asked; null once it is settled, for no notice changes what was. */
    workingDays: z.int().nullable(),
    /** Whether those working days touch a year without a holiday notice (rules T3). */
    isWaitProvisional: z.boolean(),
    /** Whether `answerBy`, while it can still move, does. */
    isProvisional: z.boolean(),
  })
  .meta({ id: 'TaskQuestionSummary' });
export type TaskQuestionSummary = z.infer<typeof TaskQuestionSummary>;

/** A question opened by those who answer. */
export const TaskQuestionView = TaskQuestionSummary.extend({
  askerName: TaskQuestion.shape.askerName,
  phone: z.string().nullable(),
  /** Whether the task can be seen by everybody now; an answer is shown once it can. */
  isTaskPublic: z.boolean(),
  /** Newest first. */
  answers: z.array(TaskAnswer),
  /** Oldest first. */
  steps: z.array(QuestionStepView),
  /** The task's units, to which it may be passed on. */
  taskUnits: z.array(ContactUnit.pick({ id: true, name: true })),
}).meta({ id: 'TaskQuestionView' });
export type TaskQuestionView = z.infer<typeof TaskQuestionView>;

/** What anybody reads beneath the task; its id is the answer's, for the question's own opens it as its asker. */
export const PublicTaskQuestion = z
  .object({
    id: z.uuid(),
    wording: z.string(),
    answer: z.string(),
    unitName: z.string(),
    officePhone: z.string().nullable(),
    askedAt: z.iso.datetime(),
    answeredAt: z.iso.datetime(),
  })
  .meta({ id: 'PublicTaskQuestion' });
export type PublicTaskQuestion = z.infer<typeof PublicTaskQuestion>;

/** The question as its asker sees it again, by the number made on the own phone; name and phone are not sent back. */
export const AskedQuestion = TaskQuestion.pick({
  id: true,
  taskId: true,
  words: true,
  askedAt: true,
  answerBy: true,
  settledAt: true,
  declineReason: true,
})
  .extend({
    state: z.enum(['waiting', 'being-answered', 'answered', 'declined']),
    taskNumber: z.int(),
    mainTask: z.string(),
    unitName: z.string(),
    officePhone: z.string().nullable(),
    isProvisional: z.boolean(),
    answer: z.string().nullable(),
    hasPhone: z.boolean(),
  })
  .meta({ id: 'AskedQuestion' });
export type AskedQuestion = z.infer<typeof AskedQuestion>;
