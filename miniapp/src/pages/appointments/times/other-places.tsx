import { listPublicBookableServices } from '@county/shared/appointments/appointment-routes';
import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { useCall } from '../../../api/use-call';
import { timesPage } from '../../../navigation/booking-pages';
import { replaceWith } from '../../../platform/navigation';
import { Card, Row, Section } from '../../../ui/surface';
import { FirstFree } from '../services/places';
import { useInOrder } from '../services/in-order';

const SHOWN = 4;

/** The same thing elsewhere, where there is a free time: one tap away. */
export function OtherPlaces({ service }: { service: PublicBookableService }) {
  const query = service.guideId ? { guideId: service.guideId } : { name: service.name };
  const { data } = useCall(listPublicBookableServices, { query: { ...query, limit: 200 } });
  const others = useInOrder((data?.items ?? []).filter(({ id, firstFree }) => id !== service.id && firstFree));
  if (!others.length) return null;
  return (
    <Section title="别处有空位">
      <Card flush>
        {others.slice(0, SHOWN).map(({ service: other }) => (
          <Row
            key={other.id}
            icon="landmark"
            title={other.pointName}
            about={other.address}
            foot={<FirstFree service={other} />}
            onPress={() => void replaceWith(timesPage(other.id))}
          />
        ))}
      </Card>
    </Section>
  );
}
