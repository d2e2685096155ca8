import { holdPlace, releaseHold } from '@county/shared/appointments/appointment-routes';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { rememberedActs } from '../../api/acts';
import { call } from '../../api/call';
import type { Failure } from '../../api/failure';
import { keepHold, liveHold } from '../../api/kept-bookings';
import { newId } from '../../platform/ids';

// Beyond the page: whoever goes back and presses again gets the place that is theirs already.
const act = rememberedActs(newId);

/**
 * Keeps a time for ten minutes and remembers it on this device; what came of it, if it is no. The one that was kept
 * before is free for others at once.
 */
export async function holdTime(
  service: PublicBookableService,
  { day, minute }: { day: string; minute: number },
): Promise<Failure | undefined> {
  const place = { serviceId: service.id, day, minute };
  const answer = await act(place, (id) => call(holdPlace, { body: { id, ...place } }));
  if (!answer.ok) return answer.failure;
  const before = liveHold()?.hold;
  if (before && before.id !== answer.reply.id)
    void call(releaseHold, { params: { bookingId: before.id }, body: { key: before.key } });
  keepHold({ hold: answer.reply, service });
  return undefined;
}
