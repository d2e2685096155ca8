import * as z from '../zod.ts';
import { shanghaiDay, type Day } from '../calendar/day.ts';
import { PublicHandbook } from './handbook.ts';
import { PublicGuide } from './service-guide.ts';

/** All that is public of guides and handbooks, word for word: a phone keeps it for when there is no signal. */
export const WholeGuides = z
  .object({ guides: z.array(PublicGuide), handbooks: z.array(PublicHandbook) })
  .meta({ id: 'WholeGuides' });
export type WholeGuides = z.infer<typeof WholeGuides>;

/**
 * A guide out of what is kept, as it held on a day, or as it is. What was kept on `keptOn` knows the version that held
 * then, and nothing of those before it or of what came later: for those days, undefined.
 */
export function guideKept(
  { guides }: WholeGuides,
  guideId: string,
  { on, keptOn }: { on: Day | undefined; keptOn: Day },
): PublicGuide | undefined {
  const guide = guides.find(({ id }) => id === guideId);
  if (!guide || on === undefined) return guide;
  return shanghaiDay(guide.publishedAt) <= on && on <= keptOn ? guide : undefined;
}
