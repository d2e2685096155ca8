import { checkInput } from '@county/shared/http/input';
import { changeSeats } from '@county/shared/public-events/event-desk-routes';
import { MOST_SEATS } from '@county/shared/public-events/event-content';
import { countsInWords, seatsChangeInWords, waitingInWords } from '@county/shared/public-events/event-words';
import { SeatsChange, type EventPlaces, type PublicEventDraft } from '@county/shared/public-events/public-event';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { toPromote } from '@county/shared/public-events/sign-up-rules';
import { useState } from 'react';
import { call } from '../../api/call';
import { failureSentence, issueAt } from '../../api/failure';
import { newId } from '../../platform/ids';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { Stepper } from '../../ui/stepper';
import { Stack } from '../../ui/surface';
import { toast } from '../../ui/toast';

interface ChangeSeatsProps {
  /** Of the session and the group. */
  name: string;
  places: EventPlaces;
  /** Not once the session has begun. */
  mayPromote: boolean;
  eventId: string;
  /** Those who wait for these places, where they are known by name. */
  waiting?: readonly StaffSignUpView[];
  onClose(): void;
  onDone(event: PublicEventDraft): void;
}

/** Another number of seats; what it brings about, and for whom, is said before it is done. */
export function ChangeSeats({ name, places, mayPromote, eventId, waiting = [], onClose, onDone }: ChangeSeatsProps) {
  const [seats, setSeats] = useState<number | null>(places.seats);
  const [id, setId] = useState(newId);
  // Another number is another wish; the same one sent again is a repeat.
  const choose = (chosen: number | null) => {
    setId(newId());
    setSeats(chosen);
  };
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { sessionKey, groupKey } = places;
  const moving = seats === null || !mayPromote ? 0 : toPromote({ ...places, seats });
  const promoted = waiting
    .flatMap(({ attendees }) => attendees)
    .filter(({ waitingPlace }) => waitingPlace !== null && waitingPlace <= moving)
    .sort((one, other) => one.waitingPlace! - other.waitingPlace!);
  const change = async () => {
    const checked = checkInput(SeatsChange, { id, sessionKey, groupKey, seats });
    setError(checked.valid ? undefined : issueAt(checked.issues, 'seats'));
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(changeSeats, { params: { eventId }, body: checked.value });
    setBusy(false);
    if (!answer.ok) return setError(failureSentence(answer.failure));
    toast(`名额改为 ${checked.value.seats}`);
    onDone(answer.reply);
  };
  return (
    <Sheet
      title={`改名额：${name}`}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          icon="check"
          busy={busy}
          disabledReason={seats === places.seats ? '名额没有变' : null}
          onPress={() => void change()}
        >
          改好了，马上生效
        </Button>
      }
    >
      <Stack>
        <Box>{countsInWords(places)}</Box>
        <Stepper label="名额" unit="人" quickStep={5} max={MOST_SEATS} value={seats} onChange={choose} error={error} />
        {seats === null || seats === places.seats ? null : (
          <Notice kind="info" title="改了以后">
            <Box>{seatsChangeInWords({ ...places, seats, mayPromote })}</Box>
            {promoted.map(({ id: key, name: who, waitingPlace }) => (
              <Box key={key}>{`${who}（${waitingInWords(waitingPlace!)}）`}</Box>
            ))}
          </Notice>
        )}
      </Stack>
    </Sheet>
  );
}
