import * as z from './zod.ts';

/** A remark on one cell; `error` keeps the row out, `warning` lets it in for a person to look at. */
export const PreviewRemark = z
  .object({
    severity: z.enum(['error', 'warning', 'note']),
    /** Where in the document: sheet or table, row and column as a person counts them, column by its printed heading. */
    place: z.string(),
    row: z.int().nullable(),
    column: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'PreviewRemark' });
export type PreviewRemark = z.infer<typeof PreviewRemark>;
