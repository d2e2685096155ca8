import { dueDayInWords } from '@county/shared/calendar/day';
import { canIssueOrder } from '@county/shared/supervision-orders/order-rules';
import { listOrders } from '@county/shared/supervision-orders/order-routes';
import { SUPERVISION_ORDER_STATE_LABELS } from '@county/shared/supervision-orders/supervision-order';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { goTo, withQuery } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Card, Flow, Row, Section } from '../../../ui/surface';

/** 督办单 about this line, and for a supervisor the way to another. */
export function LineOrders({ line }: { line: AssignmentView }) {
  const staff = useStaff()!;
  const orders = useList(listOrders, line.mayReadReports ? { query: { assignmentId: line.id } } : null);
  const isOver = line.status === 'closed' || line.status === 'withdrawn';
  const issues = canIssueOrder(staff, line.unitId).allowed && !isOver;
  const found = orders.data ?? [];
  if (!found.length && !issues) return null;
  const issuePage = withQuery('/pages/supervision-orders/issue/index', {
    unitId: line.unitId,
    assignmentId: line.id,
  });
  return (
    <Section title="督办单">
      {found.length ? (
        <Card flush>
          {found.map(({ id, title, documentNumber, state, answerBy }) => (
            <Row
              key={id}
              icon="file-text"
              title={title}
              about={`${documentNumber} · ${SUPERVISION_ORDER_STATE_LABELS[state]} · ${dueDayInWords(answerBy, today())}前答复`}
              to={withQuery('/pages/supervision-orders/order/index', { id })}
            />
          ))}
        </Card>
      ) : null}
      {issues ? (
        <Flow>
          <Button icon="send" href={issuePage} onPress={() => void goTo(issuePage)}>
            下达督办单
          </Button>
        </Flow>
      ) : null}
    </Section>
  );
}
