import { getEventReportDraft } from '@county/shared/public-events/event-record-routes';
import { useCall } from '../../../api/use-call';
import { reportOfEventPage } from '../../../navigation/event-pages';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Section, Stack } from '../../../ui/surface';

/** The unit owes a report on the plan's task: what is known of the event goes into it by one press. */
export function ReportOfEvent({ eventId }: { eventId: string }) {
  const draft = useCall(getEventReportDraft, { params: { eventId } });
  return (
    <Section title="填报对应的任务" about="活动的情况会带进填报，不用再写一遍">
      <Answer of={draft} shape="words">
        {({ lines, note }) => (
          <Card>
            <Stack>
              <Box className="event-lines">{note}</Box>
              {lines.length ? null : <Box className="row-about">本单位现在没有与这类活动对应的、还在办的任务。</Box>}
              {lines.map(({ assignmentId, number, mainTask, percent }) => (
                <Box key={assignmentId}>
                  <Box>{`${number}．${mainTask}`}</Box>
                  <Box className="row-about">{percent === null ? '还没有填报过' : `上次填报 ${percent}%`}</Box>
                  <Button
                    icon="pencil"
                    href={reportOfEventPage(assignmentId, eventId)}
                    label={`带着活动情况填报第 ${number} 项`}
                  >
                    带着这些去填报
                  </Button>
                </Box>
              ))}
            </Stack>
          </Card>
        )}
      </Answer>
    </Section>
  );
}
