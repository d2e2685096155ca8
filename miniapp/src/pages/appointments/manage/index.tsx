import { countBookingsOutside, listBookableServices } from '@county/shared/appointments/booking-desk-routes';
import { canServe } from '@county/shared/appointments/booking-rules';
import type { BookableServiceView } from '@county/shared/appointments/bookable-service';
import { listServicePoints } from '@county/shared/service-map/service-map-routes';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { closingPage, editServicePage, pointDayPage } from '../../../navigation/booking-pages';
import { goTo } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

/** What can be booked at one's own places, and the way to each place's day. */
export default function ManagePage() {
  const staff = useStaff();
  const services = useList(listBookableServices, staff ? { query: { limit: 200 } } : null);
  const outside = useCall(countBookingsOutside, staff ? {} : null);
  if (!staff) return <SignInFirst title="预约与取号" />;
  return (
    <Page title="预约与取号" about="今天谁来办、叫号；哪些事可以约、放多少号">
      <ListAnswer
        of={services}
        empty={
          <Card>
            <EmptyState icon="calendar-days" title="还没有可约事项">
              先选服务点，再写办什么、哪几天几点可以约。
            </EmptyState>
          </Card>
        }
      >
        {(items) =>
          placesOf(items).map((place) => (
            <OnePlace
              key={place.pointId}
              place={place}
              isServedHere={canServe(place.unitId, staff).allowed}
              outside={outside.data?.items.find(({ pointId }) => pointId === place.pointId)?.count ?? 0}
            />
          ))
        }
      </ListAnswer>
      <NewService />
    </Page>
  );
}

interface Place {
  pointId: string;
  unitId: string;
  name: string;
  services: BookableServiceView[];
}

function placesOf(services: readonly BookableServiceView[]): Place[] {
  const places = new Map<string, Place>();
  for (const service of services) {
    const { pointId, unitId, pointName: name } = service;
    const place = places.get(pointId) ?? { pointId, unitId, name, services: [] };
    place.services.push(service);
    places.set(pointId, place);
  }
  return [...places.values()];
}

interface OnePlaceProps {
  place: Place;
  isServedHere: boolean;
  /** How many bookings wait for a decision. */
  outside: number;
}

/** Who comes is seen where they are served; overseers see what can be booked. */
function OnePlace({ place: { pointId, name, services }, isServedHere, outside }: OnePlaceProps) {
  return (
    <Section title={name}>
      <Card flush>
        {isServedHere ? (
          <Row icon="users" title="今天的预约和叫号" about="签到、现场取号、叫下一位" to={pointDayPage(pointId)} />
        ) : null}
        {isServedHere ? (
          <Row
            icon="split"
            title="约在不办理时间的"
            about="停办、改了时间以后，还没有决定改期、取消或照常办的预约"
            end={
              outside ? (
                <Tag tone="amber" icon="clock">
                  {`${outside} 个待决定`}
                </Tag>
              ) : undefined
            }
            to={closingPage(pointId)}
          />
        ) : null}
        {services.map((service) => (
          <Row
            key={service.id}
            icon="calendar-days"
            title={service.name}
            about={[service.windowName, `每次 ${service.minutes} 分钟`, `可约 ${service.horizonDays} 天内`]
              .filter(Boolean)
              .join(' · ')}
            end={
              service.isOffered ? undefined : (
                <Tag tone="stone" icon="circle-minus">
                  暂停预约
                </Tag>
              )
            }
            to={editServicePage({ id: service.id })}
          />
        ))}
      </Card>
    </Section>
  );
}

/** One's own points to choose from, then the form. */
function NewService() {
  const [pointId, setPointId] = useState('');
  const points = useList(listServicePoints, { query: { limit: 200 } });
  return (
    <Section title="新增可约事项">
      <Card>
        <Stack>
          <Select
            label="在哪个服务点"
            options={(points.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={pointId}
            onChange={setPointId}
          />
          <Button
            icon="plus"
            disabledReason={pointId ? null : '先选服务点'}
            onPress={() => void goTo(editServicePage({ point: pointId }))}
          >
            写可约事项
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
