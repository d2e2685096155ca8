import { dateInWords } from '@county/shared/calendar/day';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { Box } from '../../../ui/base/box';
import { Card, Facts, Section } from '../../../ui/surface';

/** Of a hearing: that its papers have gone, and who speaks in which order. */
export function Participants({ event: { kind, papersSentOn, participants } }: { event: PublicEvent }) {
  if (kind !== 'hearing') return null;
  return (
    <Section title="听证参加人" about={participants.length ? '按发言顺序' : undefined}>
      <Card>
        {participants.length ? (
          <Facts
            facts={participants.map(({ name, groupName, speakingPlace }) => ({
              name: `${speakingPlace}`,
              value: `${name}（${groupName}）`,
            }))}
          />
        ) : (
          <Box className="row-about">参加人名单和发言顺序在会前公布。</Box>
        )}
        {papersSentOn ? (
          <Box className="row-about">{`听证材料已于 ${dateInWords(papersSentOn)} 送达参加人。`}</Box>
        ) : null}
      </Card>
    </Section>
  );
}
