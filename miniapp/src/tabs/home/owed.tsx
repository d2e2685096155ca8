import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import { listAssignments } from '@county/shared/tasks/task-routes';
import type { ListedAssignment } from '@county/shared/tasks/task-views';
import { useList } from '../../api/use-list';
import { dueInWords, urgencyOf } from '../../components/line-due';
import { withQuery } from '../../platform/navigation';
import { Answer } from '../../ui/answer';
import { Notice } from '../../ui/notice';
import { Card, Row, Section } from '../../ui/surface';
import { Tag } from '../../ui/tag';

const MY_TASKS_PAGE = '/pages/tasks/my/index';

/** The rest is one tap away. */
const MOST_SHOWN = 3;

/** 要办的任务: what the unit owes, the most pressing first; nothing where nothing was given to it. */
export function Owed() {
  const list = useList(listAssignments, { query: { scope: 'own-unit', limit: 100 } });
  return (
    <Section title="要办的任务">
      <Answer of={list}>
        {(lines) => {
          const pressing = pressingOf(lines);
          return (
            <>
              {pressing.length ? null : (
                <Notice
                  kind="success"
                  title={lines.length ? '没有退回、逾期或快到期的任务' : '目前没有交办给本单位的任务'}
                />
              )}
              <Card flush>
                {(pressing.length ? pressing.slice(0, MOST_SHOWN) : nextOf(lines)).map((line) => (
                  <OwedRow key={line.id} line={line} />
                ))}
                <Row icon="list-checks" title="看本单位的全部任务" to={MY_TASKS_PAGE} />
              </Card>
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

function OwedRow({ line }: { line: ListedAssignment }) {
  const isReturned = line.status === 'returned';
  return (
    <Row
      brief
      title={line.task.mainTask}
      about={dueInWords(line)}
      end={
        isReturned ? (
          <Tag tone="blue" icon="undo-2">
            退回待改
          </Tag>
        ) : undefined
      }
      to={withQuery('/pages/tasks/line/index', { id: line.id })}
    />
  );
}

/** Returned ones first, as these wait for nobody else; then by their day. */
const rank = (line: ListedAssignment) => `${line.status === 'returned' ? 0 : 1}${line.dueOn ?? '9999'}`;
const inOrder = (lines: readonly ListedAssignment[]) =>
  [...lines].sort((one, other) => rank(one).localeCompare(rank(other)));

const pressingOf = (lines: readonly ListedAssignment[]) => inOrder(lines.filter((line) => urgencyOf(line) !== 'other'));

/** Where nothing presses: the one whose day comes first. */
const nextOf = (lines: readonly ListedAssignment[]) =>
  inOrder(lines.filter(({ status, dueOn }) => isOpen(status) && dueOn !== null)).slice(0, 1);
