import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { clockOf } from '@county/shared/appointments/booking-words';
import { dayInWords } from '@county/shared/calendar/day';
import { distanceInWords } from '@county/shared/service-map/position';
import { askWhereabouts, useWhereabouts } from '../../../api/whereabouts';
import { timesPage } from '../../../navigation/booking-pages';
import { today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Row, Section } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { useInOrder } from './in-order';

interface PlacesProps {
  services: readonly PublicBookableService[];
  /** What tells them apart: where it is done, or what is done. */
  by: 'place' | 'service';
  /** Back to choosing what. */
  onOther: (() => void) | undefined;
}

/** Where it can be booked, the nearest first, each with its first free time. */
export function Places({ services, by, onOther }: PlacesProps) {
  const { place, asking, missing } = useWhereabouts();
  const ordered = useInOrder(services);
  return (
    <Section
      title={by === 'place' ? '去哪里办' : '办什么'}
      action={
        onOther ? (
          <Button kind="quiet" icon="undo-2" onPress={onOther}>
            换一件事
          </Button>
        ) : undefined
      }
    >
      {by === 'place' && services.length > 1 && !place ? (
        <Flow>
          <Button icon="locate" busy={asking} onPress={() => void askWhereabouts()}>
            离我近的排前面
          </Button>
        </Flow>
      ) : null}
      {missing && !place ? <Notice kind="info" title="没有取到位置，按乡镇排列" /> : null}
      <Card flush>
        {ordered.map(({ service, metres }) => (
          <Row
            key={service.id}
            icon={by === 'place' ? 'landmark' : 'calendar-days'}
            title={by === 'place' ? service.pointName : service.name}
            about={[
              metres === undefined ? undefined : distanceInWords(metres),
              by === 'place' ? service.address : service.windowName,
              `约 ${service.minutes} 分钟`,
            ]
              .filter(Boolean)
              .join(' · ')}
            foot={<FirstFree service={service} />}
            to={timesPage(service.id)}
          />
        ))}
      </Card>
    </Section>
  );
}

/** `最早 今天 9:30`, `最早 11月30日 周一 9:00，当天快满了`, or that there is none. */
export function FirstFree({ service: { firstFree, firstDay } }: { service: PublicBookableService }) {
  if (!firstFree)
    return (
      <Tag tone="stone" icon="circle-minus">
        近期约满了
      </Tag>
    );
  const day = firstFree.day === today() ? '今天' : dayInWords(firstFree.day, today());
  const isNearlyFull = Boolean(firstDay && firstDay.left * NEARLY_FULL <= firstDay.places);
  const words = `最早 ${day} ${clockOf(firstFree.minute)}`;
  return (
    <Tag tone={isNearlyFull ? 'amber' : 'pine'} icon="clock">
      {isNearlyFull ? `${words}，当天只剩 ${firstDay?.left} 个` : words}
    </Tag>
  );
}

/** One place in so many, or fewer, is left. */
const NEARLY_FULL = 4;
