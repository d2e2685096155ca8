import { listTasks } from '@county/shared/tasks/task-routes';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { withQuery } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Card, Row, Section } from '../../../ui/surface';

/** Tasks whose units a supervisor has still to name: 待明确, or an open set. */
export function Unsettled({ breakdownId }: { breakdownId: string }) {
  const staff = useStaff();
  const isSupervisor = staff?.role === 'supervisor';
  const tasks = useList(listTasks, isSupervisor ? { query: { breakdownId, unsettled: 'yes', limit: 100 } } : null);
  const [shown, setShown] = useState(false);
  if (!tasks.data?.length) return null;
  const action = <Button onPress={() => setShown(!shown)}>{shown ? '收起' : '展开'}</Button>;
  return (
    <Section title={`单位待落实的任务 ${tasks.data.length} 项`} action={action}>
      {shown ? (
        <Card flush>
          {tasks.data.map(({ id, number, mainTask, unresolvedPhrase, openSetPhrase }) => (
            <Row
              key={id}
              brief
              title={`${number}．${mainTask}`}
              about={unresolvedPhrase ? `待明确：${unresolvedPhrase}` : `开放范围：${openSetPhrase ?? ''}`}
              to={withQuery('/pages/tasks/task/index', { id })}
            />
          ))}
        </Card>
      ) : null}
    </Section>
  );
}
