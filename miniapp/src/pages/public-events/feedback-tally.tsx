import { getEventFeedback } from '@county/shared/public-events/event-record-routes';
import { FEEDBACK_GRADE_LABELS } from '@county/shared/public-events/event-words';
import { useCall } from '../../api/use-call';
import { Answer } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Card, Facts, Section, Stack } from '../../ui/surface';

/** What participants said, counted; no name stands beside it, and nobody is ranked by it. */
export function FeedbackTally({ eventId }: { eventId: string }) {
  const tally = useCall(getEventFeedback, { params: { eventId } });
  return (
    <Section title="参加人的评价" about="只有主办单位和督查员看到，不记名">
      <Answer of={tally} shape="words">
        {({ grades, words }) => (
          <Card>
            {grades.some(Boolean) ? (
              <Stack>
                <Facts
                  facts={FEEDBACK_GRADE_LABELS.map((name, at) => ({ name, value: `${grades[4 - at] ?? 0} 人` }))}
                />
                {words.map((said, at) => (
                  <Box key={at} className="event-lines">{`“${said}”`}</Box>
                ))}
              </Stack>
            ) : (
              <Box className="row-about">还没有人评价。参加的人在自己的报名页上可以评价。</Box>
            )}
          </Card>
        )}
      </Answer>
    </Section>
  );
}
