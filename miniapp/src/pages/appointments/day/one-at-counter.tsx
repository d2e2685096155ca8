import { canStepAt } from '@county/shared/appointments/booking-rules';
import { BOOKING_VIA_LABELS, clockOf } from '@county/shared/appointments/booking-words';
import type { CounterPerson } from '@county/shared/appointments/counter-acts';
import { codeInWords } from '@county/shared/people/receipt-code';
import { useState } from 'react';
import { slipPage, staffBookingPage } from '../../../navigation/booking-pages';
import { now } from '../../../platform/clock';
import { canPrint } from '../../../platform/print';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Flow, Row } from '../../../ui/surface';
import { BookingTag } from '../booking-state';
import type { Step } from './use-counter';

/** What can be done next with somebody, the likeliest first. */
const NEXT: Partial<Record<CounterPerson['state'], readonly (readonly [Step, string])[]>> = {
  booked: [
    ['arrived', '到了'],
    ['no-show', '没来'],
  ],
  arrived: [
    ['called', '叫号'],
    ['no-show', '走了'],
  ],
  called: [
    ['serving', '开始办'],
    ['no-show', '没应声'],
  ],
  serving: [['done', '办完了']],
  'no-show': [['arrived', '又来了']],
};

interface OneAtCounterProps {
  pointId: string;
  booking: CounterPerson;
  onStep(to: Step): Promise<void>;
  /** Steps are taken on the day itself. */
  isToday: boolean;
}

/** Somebody of the day's list with the next steps beside them. */
export function OneAtCounter({ pointId, booking, onStep, isToday }: OneAtCounterProps) {
  const [busy, setBusy] = useState(false);
  const step = async (to: Step) => {
    setBusy(true);
    await onStep(to);
    setBusy(false);
  };
  const next = isToday ? (NEXT[booking.state] ?? []) : [];
  const steps = next.filter(([to]) => canStepAt(booking, to, now()).allowed);
  const who = booking.name ?? (booking.via === 'walk-in' ? '现场取号' : '已删除姓名');
  return (
    <Box className="at-counter">
      <Row
        title={`${clockOf(booking.minute)} ${who}`}
        about={[
          booking.serviceName,
          booking.code ? codeInWords(booking.code) : '有信号后补号码',
          booking.phone,
          BOOKING_VIA_LABELS[booking.via],
          booking.toBeRungAbout && '要打电话告知变动',
        ]
          .filter(Boolean)
          .join(' · ')}
        end={<BookingTag state={booking.state} />}
        to={booking.code ? staffBookingPage(booking.id) : undefined}
      />
      {steps.length ? (
        <Box className="at-counter-steps">
          <Flow>
            {steps.map(([to, words], at) => (
              <Button
                key={to}
                kind={at ? 'quiet' : 'secondary'}
                busy={busy}
                onPress={() => void step(to)}
                label={`${who}${words}`}
              >
                {words}
              </Button>
            ))}
            {booking.state === 'arrived' && booking.code && canPrint ? (
              <Button kind="quiet" icon="printer" href={slipPage(pointId, booking.id)} label={`${who}打印号条`}>
                打印号条
              </Button>
            ) : null}
          </Flow>
        </Box>
      ) : null}
    </Box>
  );
}
