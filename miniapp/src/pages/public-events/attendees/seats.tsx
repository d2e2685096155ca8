import { changeSeats } from '@county/shared/public-events/event-desk-routes';
import { canChangeSeats, inOrderOfTime, stretchOf } from '@county/shared/public-events/event-rules';
import { seatsChangeInWords, sessionInWords, waitingInWords } from '@county/shared/public-events/event-words';
import { SeatsChange, type EventPlaces } from '@county/shared/public-events/public-event';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { toPromote } from '@county/shared/public-events/sign-up-rules';
import { checkInput } from '@county/shared/http/input';
import { useState } from 'react';
import { call } from '../../../api/call';
import { failureSentence, issueAt } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { now, today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { Stepper } from '../../../ui/stepper';
import { Row, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import type { AtDesk } from '../desk-page';

interface SeatsProps {
  desk: AtDesk;
  signUps: readonly StaffSignUpView[];
  onChange(): void;
}

/** The places of each session and group, and a way to make them more or fewer. */
export function Seats({ desk, signUps, onChange }: SeatsProps) {
  const { event, shown } = desk;
  const staff = useStaff();
  const [changed, setChanged] = useState<EventPlaces>();
  const { groups, signUp } = shown.content;
  const may = staff && canChangeSeats(event, shown.content, staff, now());
  const sessions = inOrderOfTime(shown.sessions);
  const pools = sessions.flatMap((session) =>
    groups.flatMap((group) => {
      const places = event.counts.find((one) => one.sessionKey === session.key && one.groupKey === group.key);
      const when = sessions.length > 1 ? `${sessionInWords(session, today())}　` : '';
      return places ? [{ places, session, name: `${when}${group.name}` }] : [];
    }),
  );
  const open = pools.find(
    ({ places }) => places.sessionKey === changed?.sessionKey && places.groupKey === changed.groupKey,
  );
  return (
    <>
      {pools.map(({ places, name }) => (
        <Row
          key={`${places.sessionKey}${places.groupKey}`}
          icon="users"
          title={name}
          about={signUp ? placesWords(places) : '不限人数，不用报名'}
          label={`${name}，${placesWords(places)}，改名额`}
          end={signUp && may?.allowed ? <Box className="row-about">改名额</Box> : undefined}
          onPress={signUp && may?.allowed ? () => setChanged(places) : undefined}
        />
      ))}
      {signUp && may && !may.allowed ? <Box className="at-door-more">{may.reason}</Box> : null}
      {changed && open ? (
        <ChangeSeats
          name={open.name}
          places={open.places}
          mayPromote={stretchOf(open.session).from > now()}
          eventId={event.id}
          waiting={signUps.filter(
            ({ sessionKey, groupKey }) => sessionKey === changed.sessionKey && groupKey === changed.groupKey,
          )}
          onClose={() => setChanged(undefined)}
          onChange={() => (setChanged(undefined), onChange())}
        />
      ) : null}
    </>
  );
}

function placesWords({ seats, taken, waiting, entered }: EventPlaces): string {
  const left = seats - taken;
  return [
    `名额 ${seats}`,
    entered ? `等抽签 ${entered}` : `报上 ${taken}`,
    waiting ? `候补 ${waiting}` : '',
    !entered && left > 0 ? `还空 ${left}` : '',
    left < 0 ? `比名额多 ${-left}，都保留` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

interface ChangeSeatsProps {
  name: string;
  places: EventPlaces;
  mayPromote: boolean;
  eventId: string;
  waiting: readonly StaffSignUpView[];
  onClose(): void;
  onChange(): void;
}

/** Another number of seats; what it brings about, and for whom, is said before it is done. */
function ChangeSeats({ name, places, mayPromote, eventId, waiting, onClose, onChange }: ChangeSeatsProps) {
  const [id] = useState(newId);
  const [seats, setSeats] = useState<number | null>(places.seats);
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
    onChange();
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
        <Box>{placesWords(places)}</Box>
        <Stepper label="名额" unit="人" quickStep={5} max={10_000} value={seats} onChange={setSeats} error={error} />
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
