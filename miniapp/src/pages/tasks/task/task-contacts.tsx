import { listTaskContacts } from '@county/shared/tasks/overview/overview-routes';
import { useState } from 'react';
import { useList } from '../../../api/use-list';
import { ring } from '../../../platform/device';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Row, Section } from '../../../ui/surface';

/** Whom to ring about a task, by name; one press rings. */
export function TaskContacts({ taskId }: { taskId: string }) {
  const [shown, setShown] = useState(false);
  const contacts = useList(listTaskContacts, shown ? { params: { taskId }, query: { limit: 50 } } : null);
  const action = <Button onPress={() => setShown(!shown)}>{shown ? '收起' : '展开'}</Button>;
  return (
    <Section title="联系各单位" action={action}>
      {shown ? (
        <ListAnswer of={contacts} empty={<EmptyState icon="phone" title="还没有责任单位" />}>
          {(units) => (
            <Card flush>
              {units.map((unit) => (
                <Row
                  key={unit.id}
                  icon="phone"
                  title={unit.name}
                  about={[unit.contactName, unit.officePhone ?? '未登记电话'].filter(Boolean).join(' · ')}
                  onPress={unit.officePhone ? () => void ring(unit.officePhone!) : undefined}
                />
              ))}
            </Card>
          )}
        </ListAnswer>
      ) : null}
    </Section>
  );
}
