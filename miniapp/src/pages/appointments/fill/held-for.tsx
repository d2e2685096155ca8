import { extendHold } from '@county/shared/appointments/appointment-routes';
import { clockOf } from '@county/shared/appointments/booking-words';
import { shanghaiTime } from '@county/shared/calendar/day';
import { useState } from 'react';
import { useActs } from '../../../api/use-acts';
import { call } from '../../../api/call';
import { failureSentence, type Failure } from '../../../api/failure';
import { keepHold, keptHold, type KeptHold } from '../../../api/kept-bookings';
import { timesPage } from '../../../navigation/booking-pages';
import { replaceWith } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Flow } from '../../../ui/surface';
import { useNow } from '../../../ui/use-now';
import { holdTime } from '../hold-time';

const EVERY_SECOND = 1000;
const MINUTE = 60_000;

interface HeldForProps {
  held: KeptHold;
  onHeld(held: KeptHold | undefined): void;
}

/** How long the time is still kept, calmly; in its last minute more time is one tap away, and so it is once lapsed. */
export function HeldFor({ held, onHeld }: HeldForProps) {
  const { hold, service } = held;
  const at = useNow(EVERY_SECOND);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const act = useActs();
  const left = Date.parse(hold.heldUntil) - Date.parse(at);

  const extend = async () => {
    setBusy(true);
    const params = { bookingId: hold.id };
    const answer = await act(hold, (id) => call(extendHold, { params, body: { id, key: hold.key } }));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const longer = { hold: answer.reply, service };
    keepHold(longer);
    onHeld(longer);
  };
  const holdAgain = async () => {
    setBusy(true);
    const refused = await holdTime(service, hold);
    setBusy(false);
    setFailure(refused);
    if (!refused) onHeld(keptHold());
  };

  const refusal = failure ? <Notice kind="danger" title={failureSentence(failure)} /> : null;
  if (left <= 0)
    return (
      <>
        {refusal}
        <Notice
          kind="warn"
          title="留的时间过了，填的内容都还在"
          action={
            <Flow>
              <Button kind="primary" icon="clock" busy={busy} onPress={() => void holdAgain()}>
                {`再留住 ${clockOf(hold.minute)}`}
              </Button>
              <Button icon="calendar-days" onPress={() => void replaceWith(timesPage(service.id))}>
                看别的时间
              </Button>
            </Flow>
          }
        />
      </>
    );
  const until = `已为您留到 ${shanghaiTime(hold.heldUntil).replace(/^0/, '')}`;
  if (left > MINUTE)
    return (
      <>
        {refusal}
        <Notice kind="success" title={until}>{`还有 ${Math.round(left / MINUTE)} 分钟，慢慢填`}</Notice>
      </>
    );
  return (
    <>
      {refusal}
      <Notice
        kind="warn"
        title={`${until}，不到 1 分钟了`}
        action={
          hold.extensionsLeft > 0 ? (
            <Button icon="clock" busy={busy} onPress={() => void extend()}>
              再给我 10 分钟
            </Button>
          ) : null
        }
      >
        {hold.extensionsLeft > 0 ? null : '已经延长到头了，没填完也不要紧，可以重新留。'}
      </Notice>
    </>
  );
}
