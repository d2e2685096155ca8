import type { EventContent } from '@county/shared/public-events/event-content';
import { canChangeSeats, inOrderOfTime, stretchOf } from '@county/shared/public-events/event-rules';
import { countsInWords, sessionInWords } from '@county/shared/public-events/event-words';
import type { EventPlaces, PublicEventDraft } from '@county/shared/public-events/public-event';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { useStaff } from '../../api/session';
import { now, today } from '../../platform/clock';
import { Box } from '../../ui/base/box';
import { Card, Row, Section } from '../../ui/surface';
import { ChangeSeats } from './change-seats';

interface SeatsProps {
  event: PublicEventDraft;
  /** As everybody was told: its sessions, groups and terms. */
  content: EventContent;
  /** Those who signed up, where they are known by name. */
  signUps?: readonly StaffSignUpView[];
  onDone(event: PublicEventDraft): void;
}

const isOf = (one: Pool) => (other: Pool) => one.sessionKey === other.sessionKey && one.groupKey === other.groupKey;
type Pool = Pick<EventPlaces, 'sessionKey' | 'groupKey'>;

/** The places of each session and group, and a way to make them more or fewer, which holds at once. */
export function Seats({ event, content, signUps = [], onDone }: SeatsProps) {
  const staff = useStaff();
  const [chosen, setChosen] = useState<EventPlaces>();
  const { groups, signUp } = content;
  const verdict = signUp && staff ? canChangeSeats(event, content, staff, now()) : undefined;
  const sessions = inOrderOfTime(content.sessions);
  const pools = sessions.flatMap((session) =>
    groups.flatMap((group) => {
      const places = event.counts.find(isOf({ sessionKey: session.key, groupKey: group.key }));
      const when = sessions.length > 1 ? `${sessionInWords(session, today())}　` : '';
      return places ? [{ places, session, name: `${when}${group.name}` }] : [];
    }),
  );
  const open = chosen && pools.find(({ places }) => isOf(chosen)(places));
  return (
    <Section title="名额" about={verdict && (verdict.allowed ? '增减马上生效，不用审查' : verdict.reason)}>
      <Card flush>
        {pools.map(({ places, name }) => (
          <Row
            key={`${places.sessionKey} ${places.groupKey}`}
            icon="users"
            title={name}
            about={signUp ? countsInWords(places) : '不限人数，不用报名'}
            label={verdict?.allowed ? `${name}，${countsInWords(places)}，改名额` : undefined}
            end={verdict?.allowed ? <Box className="row-about">改名额</Box> : undefined}
            onPress={verdict?.allowed ? () => setChosen(places) : undefined}
          />
        ))}
      </Card>
      {open ? (
        <ChangeSeats
          name={open.name}
          places={open.places}
          mayPromote={stretchOf(open.session).from > now()}
          eventId={event.id}
          waiting={signUps.filter(isOf(open.places))}
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
