import { canChangeSeats, inOrderOfTime, stretchOf } from '@county/shared/public-events/event-rules';
import { countsInWords, sessionInWords } from '@county/shared/public-events/event-words';
import type { EventPlaces } from '@county/shared/public-events/public-event';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { now, today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Row } from '../../../ui/surface';
import { ChangeSeats } from '../change-seats';
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
          about={signUp ? countsInWords(places) : '不限人数，不用报名'}
          label={`${name}，${countsInWords(places)}，改名额`}
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
          onDone={() => (setChanged(undefined), onChange())}
        />
      ) : null}
    </>
  );
}
