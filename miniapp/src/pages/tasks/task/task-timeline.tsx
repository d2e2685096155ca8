import { ASSIGNMENT_STEP_LABELS } from '@county/shared/tasks/lines/assignment-step';
import { listTimeline } from '@county/shared/tasks/overview/overview-routes';
import { useList } from '../../../api/use-list';
import { withQuery } from '../../../platform/navigation';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Row, Section } from '../../../ui/surface';

/** Everything that happened on the task, in every unit one may read, the newest first. */
export function TaskTimeline({ taskId }: { taskId: string }) {
  const timeline = useList(listTimeline, { params: { taskId }, query: { limit: 20 } });
  return (
    <Section title="时间线" about="各单位的填报和办理经过，新的在前">
      <ListAnswer
        of={timeline}
        empty={
          <Card>
            <EmptyState icon="history" title="还没有您可以看的经过">
              填报内容只对本单位、上级单位和督查员显示。
            </EmptyState>
          </Card>
        }
      >
        {(entries) => (
          <Card flush>
            {entries.map(({ id, at, assignmentId, unitName, kind, percent, words, byName }) => (
              <Row
                key={id}
                brief
                title={`${unitName}：${kind === 'reported' ? (percent === null ? '填报，无进展' : `填报 ${percent}%`) : ASSIGNMENT_STEP_LABELS[kind]}`}
                about={[timeInWords(at), byName, words].filter(Boolean).join(' · ')}
                to={withQuery('/pages/tasks/line/index', { id: assignmentId })}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Section>
  );
}
