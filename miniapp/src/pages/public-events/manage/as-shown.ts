import type { printedNotice } from '@county/shared/public-events/event-notice';
import type { EventPlaceView, PublicEventDraft } from '@county/shared/public-events/public-event';
import { now } from '../../../platform/clock';

/** A notice as everybody will read it, also while it is still a draft. */
export function asShown(event: PublicEventDraft, place: EventPlaceView): Parameters<typeof printedNotice>[0] {
  const { content, unitName, counts, publishedAt, withdrawnAt } = event;
  return {
    title: content.title,
    kind: content.kind,
    unitName,
    sessions: content.sessions,
    content,
    place,
    counts,
    publishedAt: publishedAt ?? now(),
    isCancelled: withdrawnAt !== null,
  };
}
