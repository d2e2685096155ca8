import type { PublicEventDraft } from '@county/shared/public-events/public-event';

/** People who still mean to come: with a place, waiting, or in a draw. */
export const coming = ({ counts }: Pick<PublicEventDraft, 'counts'>): number =>
  counts.reduce((sum, { taken, waiting, entered }) => sum + taken + waiting + entered, 0);
