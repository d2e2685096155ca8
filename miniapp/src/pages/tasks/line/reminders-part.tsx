import type { AssignmentView } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import { Card, Row, Section } from '../../../ui/surface';

/** From when the due day is near: who will be told, and when, as long as the work is not done. */
export function RemindersPart({ line }: { line: AssignmentView }) {
  const isNear = line.dueSoonOn !== null && line.dueSoonOn <= today();
  if (!isNear || !line.remindersToCome.length) return null;
  return (
    <Section title="接下来的提醒" about="报办结后，下面的提醒都不再发。">
      <Card flush>
        {line.remindersToCome.map(({ day, words }) => (
          <Row key={`${day} ${words}`} icon="bell" title={words} />
        ))}
      </Card>
    </Section>
  );
}
