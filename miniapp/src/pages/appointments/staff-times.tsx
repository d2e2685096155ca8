import { listStaffTimes } from '@county/shared/appointments/booking-desk-routes';
import type { FreeTimes } from '@county/shared/appointments/bookable-service';
import { addDays, type Day } from '@county/shared/calendar/day';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { today } from '../../platform/clock';
import { Answer } from '../../ui/answer';
import { Button } from '../../ui/button';
import { Flow } from '../../ui/surface';
import { FreeDays } from './times/free-days';

const SHOWN_DAYS = 14;

interface StaffTimesProps {
  serviceId: string;
  /** Full times too, to add somebody at (加号). */
  withFull?: boolean;
  /** Days on which nobody is put: they are about to be closed. */
  closed?: { from: Day; to: Day } | undefined;
  /** The first day shown, where that is ahead. */
  around?: Day | undefined;
  onChoose(day: Day, minute: number, isFull: boolean): void;
}

/** The times of one service as its people may book them: those kept from the web too. */
export function StaffTimes({ serviceId, withFull = false, closed, around, onChoose }: StaffTimesProps) {
  const [from, setFrom] = useState(() => (around && around > today() ? around : today()));
  const times = useCall(listStaffTimes, { params: { serviceId }, query: { from, days: SHOWN_DAYS } });
  const choose = (day: Day, minute: number) => {
    const left = times.data?.days.find((one) => one.day === day)?.times.find((one) => one.minute === minute)?.left;
    onChoose(day, minute, left === 0);
  };
  return (
    <>
      <Answer of={times}>
        {({ days }) => (
          <FreeDays
            days={days.filter(({ day }) => !isWithin(day, closed)).map((one) => (withFull ? one : withoutFull(one)))}
            busy={undefined}
            onChoose={choose}
          />
        )}
      </Answer>
      <Flow>
        {from > today() ? (
          <Button icon="undo-2" onPress={() => setFrom(today())}>
            回到最近的日子
          </Button>
        ) : null}
        <Button icon="calendar-days" onPress={() => setFrom(addDays(from, SHOWN_DAYS))}>
          看后面的日子
        </Button>
      </Flow>
    </>
  );
}

const isWithin = (day: Day, closed: { from: Day; to: Day } | undefined): boolean =>
  closed !== undefined && closed.from <= day && day <= closed.to;

/** As whoever may not add to a full time sees the day. */
function withoutFull(one: FreeTimes['days'][number]): FreeTimes['days'][number] {
  const times = one.times.filter(({ left }) => left > 0);
  return { ...one, times, why: one.why ?? (times.length ? null : '约满了') };
}
