import { dayInWords, shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import { placesInWords, sessionInWords } from '@county/shared/public-events/event-words';
import type { EventPhase } from '@county/shared/public-events/public-event';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Card, Facts, Section, Stack } from '../../../ui/surface';

/** Who may come, how many places there are, until when one signs up. */
export function Places({ event, phase }: { event: PublicEvent; phase: EventPhase }) {
  const { content, sessions, counts } = event;
  const { groups, signUp } = content;
  const isOpen = phase === 'sign-up-open';
  return (
    <Section title="谁可以参加" about={signUp ? undefined : '不用报名，到时候直接来'}>
      <Card>
        <Stack>
          {inOrderOfTime(sessions).map((session) => (
            <Box key={session.key}>
              {sessions.length > 1 ? <Box as="h3">{sessionInWords(session, today())}</Box> : null}
              <Facts
                facts={groups.map(({ key, name, who }) => {
                  const of = counts.find(({ sessionKey, groupKey }) => sessionKey === session.key && groupKey === key);
                  const places = of && signUp ? (signUp.draw ? `${of.seats} 个名额` : placesInWords(of)) : '';
                  return {
                    name,
                    value:
                      [who, isOpen ? places : of && signUp ? `${of.seats} 个名额` : ''].filter(Boolean).join('；') ||
                      '都可以来',
                  };
                })}
              />
            </Box>
          ))}
          {signUp ? (
            <Facts
              facts={[
                { name: '报名时间', value: `${instant(signUp.opensAt)} 到 ${instant(signUp.closesAt)}` },
                {
                  name: '怎么定',
                  value: signUp.draw
                    ? `报的人多时 ${dayInWords(signUp.draw.drawnOn, today())} 公开抽签，用“${signUp.draw.seedSource}”，谁都能重算`
                    : '先报先得，满了按先后候补，有人退出马上递补',
                },
              ]}
            />
          ) : null}
        </Stack>
      </Card>
    </Section>
  );
}

const instant = (at: string) => `${dayInWords(shanghaiDay(at), today())} ${shanghaiTime(at).replace(/^0/, '')}`;
