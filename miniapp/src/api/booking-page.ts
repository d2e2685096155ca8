import { listPublicBookableServices } from '@county/shared/appointments/appointment-routes';
import { SERVICES_PAGE } from '../navigation/booking-pages';
import { withQuery } from '../platform/navigation';
import { useCall } from './use-call';

/** The way to booking a guide's matter or at a point; undefined where nothing can be booked, or nobody knows. */
export function useBookingPage(of: { pointId: string } | { guideId: string } | null): string | undefined {
  const isNamed = of && Object.values(of).every(Boolean);
  const { data } = useCall(listPublicBookableServices, isNamed ? { query: { ...of, limit: 1 } } : null);
  if (!of || !data?.items.length) return undefined;
  return withQuery(SERVICES_PAGE, 'pointId' in of ? { point: of.pointId } : { guide: of.guideId });
}
