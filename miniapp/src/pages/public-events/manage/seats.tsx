import { changeSeats } from '@county/shared/public-events/event-desk-routes';
import { canChangeSeats, inOrderOfTime } from '@county/shared/public-events/event-rules';
import { placesInWords, sessionInWords } from '@county/shared/public-events/event-words';
import type { EventPlaces, PublicEventDraft } from '@county/shared/public-events/public-event';
import { isPublic } from '@county/shared/writings/writing-rules';
import { useRef, useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { now, today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Stepper } from '../../../ui/stepper';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface Props {
  event: PublicEventDraft;
  onDone(event: PublicEventDraft): void;
}

const MOST = 10_000;

/** The places of each session and group; more or fewer of them hold at once. */
export function Seats({ event, onDone }: Props) {
  const staff = useStaff();
  const [chosen, setChosen] = useState<EventPlaces>();
  const { content, counts } = event;
  if (!staff || !isPublic(event) || !content.signUp || !counts.length) return null;
  const verdict = canChangeSeats(event, content, staff, now());
  const nameOf = ({ sessionKey, groupKey }: EventPlaces) => {
    const session = content.sessions.find(({ key }) => key === sessionKey);
    const group = content.groups.find(({ key }) => key === groupKey);
    const when = session && content.sessions.length > 1 ? sessionInWords(session, today()) : '';
    return [group?.name ?? '原来的参加对象', when].filter(Boolean).join('，');
  };
  const order = inOrderOfTime(content.sessions).map(({ key }) => key);
  const shown = counts.toSorted((one, other) => order.indexOf(one.sessionKey) - order.indexOf(other.sessionKey));
  return (
    <Section title="名额" about={verdict.allowed ? '增减马上生效，不用审查' : verdict.reason}>
      <Card flush>
        {shown.map((places) => (
          <Row
            key={`${places.sessionKey} ${places.groupKey}`}
            icon="users"
            title={nameOf(places)}
            about={`${places.seats} 个名额，报上 ${places.taken} 人；${content.signUp?.draw && !event.drawnAt ? `等抽签 ${places.entered} 人` : placesInWords(places)}`}
            end={
              verdict.allowed ? (
                <Button icon="pencil" label={`改名额：${nameOf(places)}`} onPress={() => setChosen(places)}>
                  改名额
                </Button>
              ) : undefined
            }
          />
        ))}
      </Card>
      {chosen ? (
        <SeatsSheet
          eventId={event.id}
          places={chosen}
          name={nameOf(chosen)}
          onClose={() => setChosen(undefined)}
          onDone={(changed) => {
            setChosen(undefined);
            onDone(changed);
          }}
        />
      ) : null}
    </Section>
  );
}

interface SheetProps {
  eventId: string;
  places: EventPlaces;
  name: string;
  onClose(): void;
  onDone(event: PublicEventDraft): void;
}

function SeatsSheet({ eventId, places, name, onClose, onDone }: SheetProps) {
  const [seats, setSeats] = useState<number | null>(places.seats);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { current: id } = useRef(newId());
  const { sessionKey, groupKey, taken, waiting } = places;
  const save = async () => {
    if (seats === null) return;
    setBusy(true);
    const body = { id, sessionKey, groupKey, seats };
    const answer = await call(changeSeats, { params: { eventId }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('名额已改');
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const wrong = seats === null || seats > MOST ? `名额应在 0 到 ${MOST} 之间` : null;
  return (
    <Sheet
      title={`改名额：${name}`}
      onClose={onClose}
      actions={
        <Button kind="primary" wide busy={busy} disabledReason={wrong} onPress={() => void save()}>
          确定
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Stepper label="名额" unit="人" max={MOST} value={seats} onChange={setSeats} error={issueAt(issues, 'seats')} />
        <Box className="row-about">
          {seats !== null && seats < taken
            ? `已经报上的 ${taken} 人都保留，只是不再加人。`
            : waiting
              ? `候补的 ${waiting} 人按先后递补，马上告知。`
              : '还没有人候补。'}
        </Box>
      </Stack>
    </Sheet>
  );
}
