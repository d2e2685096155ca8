import { canChangeSeats, inOrderOfTime, stretchOf } from '@county/shared/public-events/event-rules';
import { placesInWords, sessionInWords } from '@county/shared/public-events/event-words';
import type { EventPlaces, PublicEventDraft } from '@county/shared/public-events/public-event';
import { isPublic } from '@county/shared/writings/writing-rules';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { now, today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Card, Row, Section } from '../../../ui/surface';
import { ChangeSeats } from '../change-seats';

interface Props {
  event: PublicEventDraft;
  onDone(event: PublicEventDraft): void;
}

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
        <ChangeSeats
          eventId={event.id}
          places={chosen}
          mayPromote={content.sessions.some((one) => one.key === chosen.sessionKey && stretchOf(one).from > now())}
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
