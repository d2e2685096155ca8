import * as z from './zod.ts';
import type { Verdict } from './verdict.ts';

/** Whether something can be done now, and if not why: shown beside the greyed button. */
export const Possible = z.object({ allowed: z.boolean(), reason: z.string().nullable() });

/** A verdict as a page is told it. */
export const possible = (verdict: Verdict): z.infer<typeof Possible> => ({
  allowed: verdict.allowed,
  reason: verdict.allowed ? null : verdict.reason,
});
