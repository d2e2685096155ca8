import { holdPlace } from '@county/shared/appointments/appointment-routes';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { call } from '../../api/call';
import type { Failure } from '../../api/failure';
import { keepHold } from '../../api/kept-bookings';
import { newId } from '../../platform/ids';

/** Keeps a time for ten minutes and remembers it on this device; what came of it, if it is no. */
export async function holdTime(
  service: PublicBookableService,
  { day, minute }: { day: string; minute: number },
): Promise<Failure | undefined> {
  const answer = await call(holdPlace, { body: { id: newId(), serviceId: service.id, day, minute } });
  if (!answer.ok) return answer.failure;
  keepHold({ hold: answer.reply, service });
  return undefined;
}
