import type { SlotTime } from '@county/shared/appointments/booking';
import { BOOKING_VIA_LABELS, timeInWords } from '@county/shared/appointments/booking-words';
import { codeInWords } from '@county/shared/people/receipt-code';
import type { ClosingDecision, StaffBookingView } from '@county/shared/appointments/staff-booking';
import type { Day } from '@county/shared/calendar/day';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Flow, Stack } from '../../../ui/surface';
import { ChooseTime } from '../choose-time';

type Kind = ClosingDecision['kind'];

/** What becomes of one booking, as chosen so far; to be moved, it may not have its time yet. */
export interface Chosen {
  kind: Kind;
  time: SlotTime | null;
}

interface OneDecisionProps {
  booking: StaffBookingView;
  chosen: Chosen | undefined;
  closed: { from: Day; to: Day } | undefined;
  onChoose(chosen: Chosen): void;
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ['move', '改到'],
  ['cancel', '取消'],
  ['keep', '照常办'],
];

/** Somebody whose time is closed, and the three ways. */
export function OneDecision({ booking, chosen, closed, onChoose }: OneDecisionProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const who = booking.name ?? '已删除姓名';
  const choose = (kind: Kind) => {
    if (kind === 'move') return setIsChoosing(true);
    onChoose({ kind, time: null });
  };
  return (
    <Box className="closing-one">
      <Stack>
        <Box>
          <Box className="row-title">{`${timeInWords(booking.day, booking.minute)} ${who}`}</Box>
          <Box className="row-about">
            {[
              booking.serviceName,
              codeInWords(booking.code),
              booking.phone ?? '没有手机',
              BOOKING_VIA_LABELS[booking.via],
            ]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Box>
        <Flow>
          {KINDS.map(([kind, words]) => (
            <Button
              key={kind}
              kind={chosen?.kind === kind ? 'primary' : 'secondary'}
              icon={chosen?.kind === kind ? 'check' : undefined}
              onPress={() => choose(kind)}
              label={`${who}：${words}${chosen?.kind === kind ? '，已选' : ''}`}
            >
              {kind === 'move' && chosen?.time ? `改到 ${timeInWords(chosen.time.day, chosen.time.minute)}` : words}
            </Button>
          ))}
        </Flow>
      </Stack>
      {isChoosing ? (
        <ChooseTime
          booking={booking}
          closed={closed}
          onChoose={(time) => {
            setIsChoosing(false);
            onChoose({ kind: 'move', time });
          }}
          onClose={() => setIsChoosing(false)}
        />
      ) : null}
    </Box>
  );
}
