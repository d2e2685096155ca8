import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { areDistinct } from '../distinct.ts';
import { AssignmentStatus } from '../tasks/lines/assignment.ts';

export const CircularState = z.enum(['draft', 'submitted', 'issued', 'withdrawn']);
export type CircularState = z.infer<typeof CircularState>;

export const CIRCULAR_STATE_LABELS = {
  draft: '起草中',
  submitted: '待批准',
  issued: '已印发',
  withdrawn: '已作废',
} as const satisfies Record<CircularState, string>;

/** Who may read it once it is issued: the units named in it and those above them, or all staff of the county. */
export const CircularReaders = z.enum(['named', 'all-units']);
export type CircularReaders = z.infer<typeof CircularReaders>;

export const CIRCULAR_READERS_LABELS = {
  named: '只发给被通报的单位',
  'all-units': '发给全县各单位',
} as const satisfies Record<CircularReaders, string>;

/** How a line stood on the day the circular was submitted; what is printed, whatever happens to the line later. */
export const LineFacts = z
  .object({
    taskNumber: z.int(),
    mainTask: z.string(),
    unitName: z.string(),
    dueOn: Day,
    status: AssignmentStatus,
    percent: z.int().nullable(),
    completedOn: Day.nullable(),
    /** Calendar days past the due day. */
    daysLate: z.int().min(1),
  })
  .meta({ id: 'LineFacts' });
export type LineFacts = z.infer<typeof LineFacts>;

/** One line named in a circular, with what is said of it. */
export const CircularItem = z
  .object({
    id: z.uuid().meta({ label: '通报事项编号' }),
    assignmentId: z.uuid().meta({ label: '任务' }),
    words: z.string().trim().min(4).max(500).meta({ label: '通报内容' }),
  })
  .meta({ id: 'CircularItem' });
export type CircularItem = z.infer<typeof CircularItem>;

/** What a supervisor writes of a circular. */
const content = {
  title: z.string().trim().min(4).max(100).meta({ label: '标题' }),
  opening: z.string().trim().min(4).max(2000).meta({ label: '开头' }),
  closing: z.string().trim().min(4).max(2000).meta({ label: '工作要求' }),
  readers: CircularReaders.meta({ label: '发送范围' }),
  items: z
    .array(CircularItem)
    .min(1)
    .max(100)
    .refine((items) => areDistinct(items.map(({ assignmentId }) => assignmentId)), '同一项任务只列一次')
    .refine((items) => areDistinct(items.map(({ id }) => id)), '通报事项编号重复，请重新选择')
    .meta({ label: '通报事项' }),
};

/** 通报: a document on late work that a head approves, never an automatic broadcast (政府督查工作条例, rules S4). */
export const Circular = z
  .object({
    id: z.uuid().meta({ label: '通报编号' }),
    breakdownId: z.uuid().meta({ label: '任务分解表' }),
    title: content.title,
    opening: content.opening,
    closing: content.closing,
    readers: content.readers,
    state: CircularState,
    /** Grows with every change: whoever saves over a wording he has not seen is told. */
    version: z.int().min(1),
    /** The office that issues it. */
    unitId: z.uuid(),
    /** 发文字号, given on approval. */
    documentNumber: z.string().trim().min(4).max(40).nullable().meta({ label: '发文字号' }),
    /** Everybody who took part; they keep out of the review of an objection (条例: 回避). */
    madeBy: z.array(z.uuid()),
    draftedByName: z.string(),
    draftedAt: z.iso.datetime(),
    /** The day its facts are of. */
    factsOn: Day.nullable(),
    approvedByName: z.string().nullable(),
    issuedOn: Day.nullable(),
    /** Why the head gave it back, while it is a draft again. */
    returnWords: z.string().max(1000).nullable(),
  })
  .meta({ id: 'Circular' });
export type Circular = z.infer<typeof Circular>;

export const NewCircular = z
  .object({ id: Circular.shape.id, breakdownId: Circular.shape.breakdownId, ...content })
  .meta({ id: 'NewCircular' });
export type NewCircular = z.infer<typeof NewCircular>;

const version = z.int().min(1).meta({ label: '版本' });

export const CircularChange = z.object({ version, ...content }).meta({ id: 'CircularChange' });
export type CircularChange = z.infer<typeof CircularChange>;

export const CircularSubmission = z.object({ version }).meta({ id: 'CircularSubmission' });

/** The head's word: issued under a document number, or given back with the reason. */
export const CircularDecision = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('issued'),
      version,
      documentNumber: z
        .string()
        .trim()
        .min(4)
        .max(40)
        .refine((number) => /\d\s*[号期]$/.test(number), '发文字号要写到第几号，例如 青政督〔2026〕3号')
        .meta({ label: '发文字号' }),
    }),
    z.object({
      outcome: z.literal('returned'),
      version,
      words: z.string().trim().min(2).max(1000).meta({ label: '退回理由' }),
    }),
  ])
  .meta({ id: 'CircularDecision' });
export type CircularDecision = z.infer<typeof CircularDecision>;
