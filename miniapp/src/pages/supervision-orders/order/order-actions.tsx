import { canAnswerOrder, canReviewOrder, canWithdrawOrder } from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Flow } from '../../../ui/surface';
import { AnswerSheet } from './answer-sheet';
import { AcceptSheet, ReturnSheet, WithdrawSheet } from './supervisor-sheets';

interface ActionsProps {
  order: SupervisionOrderView;
  onChanged(order: SupervisionOrderView): void;
  reload(): Promise<void>;
}

type Act = 'answer' | 'accept' | 'return' | 'withdraw';

/** What the unit may do, and what the supervisors may; what may not, and would be looked for, is said with its reason. */
export function OrderActions({ order, onChanged, reload }: ActionsProps) {
  const staff = useStaff()!;
  const [open, setOpen] = useState<Act>();
  const answers = canAnswerOrder(order, staff);
  const reviews = canReviewOrder(order, null, staff);
  const withdraws = canWithdrawOrder(order, staff);
  const close = () => setOpen(undefined);
  const sheet = {
    order,
    onClose: close,
    onDone: (changed: SupervisionOrderView) => {
      close();
      onChanged(changed);
    },
  };
  const whyNot = order.state === 'answered' && staff.role === 'supervisor' && !reviews.allowed ? reviews.reason : null;
  return (
    <>
      {answers.allowed || reviews.allowed || withdraws.allowed ? (
        <Flow>
          {answers.allowed ? (
            <Button kind="primary" icon="pencil" onPress={() => setOpen('answer')}>
              {order.state === 'returned' ? '重新答复' : '答复'}
            </Button>
          ) : null}
          {reviews.allowed ? (
            <>
              <Button kind="primary" icon="badge-check" onPress={() => setOpen('accept')}>
                审核通过
              </Button>
              <Button icon="undo-2" onPress={() => setOpen('return')}>
                退回
              </Button>
            </>
          ) : null}
          {withdraws.allowed ? (
            <Button kind="quiet" icon="trash-2" onPress={() => setOpen('withdraw')}>
              撤回督办单
            </Button>
          ) : null}
        </Flow>
      ) : null}
      {whyNot ? <Box className="row-about">{`审核：${whyNot}`}</Box> : null}
      {open === 'answer' ? <AnswerSheet {...sheet} reload={reload} /> : null}
      {open === 'accept' ? <AcceptSheet {...sheet} /> : null}
      {open === 'return' ? <ReturnSheet {...sheet} /> : null}
      {open === 'withdraw' ? <WithdrawSheet {...sheet} /> : null}
    </>
  );
}
