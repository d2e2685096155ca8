import { listBookingsOutside, listBookingsWithin } from '@county/shared/appointments/booking-desk-routes';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { dayInWords, type Day } from '@county/shared/calendar/day';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { isNotThere, NotThere } from '../../../components/not-there';
import { decoded } from '../../../navigation/guide-pages';
import { today } from '../../../platform/clock';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, ListAnswer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import '../appointments.scss';
import { AT_ONCE, Decisions } from './decisions';
import { Told } from './told';

/** 停办时的预约: who is booked in the days that are closed, and what becomes of each. */
export default function ClosingPage() {
  const staff = useStaff();
  const { point = '', from, to, reason: words = '' } = useRouter().params;
  const reason = decoded(words);
  if (!staff) return <SignInFirst title="停办时的预约" />;
  if (!point) return <NotThere title="停办时的预约" what="这个服务点" failure={undefined} />;
  return from && to ? (
    <Within point={point} from={from} to={to} reason={reason} />
  ) : (
    <Outside point={point} reason={reason} />
  );
}

const NONE = (
  <Card>
    <EmptyState icon="circle-check" title="没有要决定的预约">
      这段时间没有人约，或者都已经安排好了。
    </EmptyState>
  </Card>
);

/** Whoever is to be rung is named still when nobody is left to decide about. */
function useTold(reload: () => unknown) {
  const [told, setTold] = useState<StaffBookingView[]>();
  const onDecided = (items: StaffBookingView[]) => {
    setTold(items);
    void reload();
  };
  return { told, onDecided };
}

/** Days that are to be closed, or are already. */
function Within({ point, from, to, reason }: { point: string; from: Day; to: Day; reason: string }) {
  const bookings = useList(listBookingsWithin, { params: { pointId: point }, query: { from, to, limit: AT_ONCE } });
  const { told, onDecided } = useTold(bookings.reload);
  if (isNotThere(bookings.failure))
    return <NotThere title="停办时的预约" what="这个服务点" failure={bookings.failure} />;
  const days = from === to ? dayInWords(from, today()) : `${dayInWords(from, today())} 到 ${dayInWords(to, today())}`;
  return (
    <Page title="停办时的预约" about={`${days}：逐个决定改期、取消还是照常办，每个人都会告诉到`}>
      {told ? <Told point={point} told={told} /> : null}
      <ListAnswer of={bookings} empty={NONE}>
        {(items) => (
          <Decisions point={point} bookings={items} closed={{ from, to }} reason={reason} onDecided={onDecided} />
        )}
      </ListAnswer>
    </Page>
  );
}

/** Whatever stands in times that are given out no longer. */
function Outside({ point, reason }: { point: string; reason: string }) {
  const bookings = useCall(listBookingsOutside, { params: { pointId: point } });
  const { told, onDecided } = useTold(bookings.reload);
  if (isNotThere(bookings.failure))
    return <NotThere title="停办时的预约" what="这个服务点" failure={bookings.failure} />;
  return (
    <Page title="停办时的预约" about="约好以后时间取消了的：逐个决定改期、取消还是照常办，每个人都会告诉到">
      {told ? <Told point={point} told={told} /> : null}
      <Answer of={bookings}>
        {({ items, reason: written }) =>
          items.length ? (
            <Decisions
              point={point}
              bookings={items}
              closed={undefined}
              reason={reason || (written ?? '')}
              onDecided={onDecided}
            />
          ) : (
            NONE
          )
        }
      </Answer>
    </Page>
  );
}
