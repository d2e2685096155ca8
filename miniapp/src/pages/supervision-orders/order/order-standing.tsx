import { dueDayInWords } from '@county/shared/calendar/day';
import { ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/lines/assignment';
import { owesAnswer } from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Flow } from '../../../ui/surface';
import { OrderLateTag, OrderStateTag } from '../order-state';

/** Where the order stands, and what whoever opens it should know first. */
export function OrderStanding({ order }: { order: SupervisionOrderView }) {
  const { state, answerBy, steps, lines, toUnitName, answeringUnitName } = order;
  const said = steps.filter(({ kind }) => kind === state).pop();
  const over = lines.filter(({ status }) => status === 'closed' || status === 'withdrawn');
  const isOver = state === 'accepted' || state === 'withdrawn';
  return (
    <>
      <Flow>
        <OrderStateTag state={state} />
        <OrderLateTag order={order} />
        {owesAnswer(state) ? (
          <Box as="span" className="row-about">{`${dueDayInWords(answerBy, today())}前答复，含当天`}</Box>
        ) : null}
      </Flow>
      {state === 'returned' && said ? (
        <Notice kind="warn" title={`答复被退回（${said.byName}）`}>
          {said.words}
        </Notice>
      ) : null}
      {state === 'withdrawn' && said ? (
        <Notice kind="info" title="已撤回，不必答复；编号不再使用">
          {said.words}
        </Notice>
      ) : null}
      {toUnitName === answeringUnitName ? null : (
        <Notice kind="info">{`${toUnitName}已合并，由${answeringUnitName}办理`}</Notice>
      )}
      {over.length && !isOver ? (
        <Notice kind="info" title="任务有变化，督办单仍要答复">
          {`${over.map(({ taskNumber, status }) => `第 ${taskNumber} 项任务${ASSIGNMENT_STATUS_LABELS[status]}`).join('，')}；督办单到审核通过或撤回才结束。`}
        </Notice>
      ) : null}
    </>
  );
}
