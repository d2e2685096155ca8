import * as z from '../zod.ts';

/** One wrong field, in words fit to show beside it. */
export const FieldIssue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
});
export type FieldIssue = z.infer<typeof FieldIssue>;

/** Asked more than people do; the same request is fit to be sent again a moment later. */
export const TOO_FAST = 'too-fast';

/** The end of what is said to whoever may have been writing. */
export const NOTHING_LOST = '；已填写的内容不会丢失';

/** Every error of the API. `message` is Chinese and fit to show; `reference` finds the request in the log. */
export const Problem = z
  .object({
    code: z.string(),
    message: z.string(),
    issues: z.array(FieldIssue).optional(),
    reference: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
