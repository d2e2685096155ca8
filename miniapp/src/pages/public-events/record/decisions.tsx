import type { EventDecision, EventRecord } from '@county/shared/public-events/event-record';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { withQuery } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Card, Section, Stack } from '../../../ui/surface';
import { DecisionTaskSheet } from './decision-task-sheet';

interface Props {
  record: EventRecord;
  onDone(record: EventRecord): void;
}

/** What was decided, each with the line of the plan that came of it. */
export function Decisions({ record, onDone }: Props) {
  const [chosen, setChosen] = useState<EventDecision>();
  const { decisions } = record.content;
  if (!decisions.length) return null;
  return (
    <Section title="议定的事" about="纪要公开以后，督查员可以把一件事转为计划里某个单位的任务">
      {decisions.map((decision) => (
        <Card key={decision.key}>
          <Stack>
            <Box>{decision.words}</Box>
            <Onward record={record} decision={decision} onChoose={() => setChosen(decision)} />
          </Stack>
        </Card>
      ))}
      {chosen ? (
        <DecisionTaskSheet
          eventId={record.id}
          decision={chosen}
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

function Onward({ record, decision, onChoose }: { record: EventRecord; decision: EventDecision; onChoose(): void }) {
  const staff = useStaff()!;
  const line = record.taskLines[decision.key];
  if (line)
    return (
      <Box>
        <Button icon="list-checks" href={withQuery('/pages/tasks/task/index', { id: line.taskId })}>
          {`已转为${line.unitName}的任务`}
        </Button>
      </Box>
    );
  if (staff.role !== 'supervisor') return null;
  const isPublic = record.publishedVersion !== null && record.state === 'published';
  return (
    <Box>
      <Button icon="split" disabledReason={isPublic ? null : '纪要公开以后才能转为任务'} onPress={onChoose}>
        转为任务
      </Button>
    </Box>
  );
}
