import { downloadOrder, readOrder, receiveOrder } from '@county/shared/supervision-orders/order-routes';
import { receivesByOpening } from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { call, download } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { openDocument } from '../../../platform/files';
import { newId } from '../../../platform/ids';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { Flow } from '../../../ui/surface';
import { OrderActions } from './order-actions';
import { OrderDocument } from './order-document';
import { OrderLife } from './order-life';
import { OrderStanding } from './order-standing';

/** One order as it is printed, what may be done with it, and all that has happened. */
export default function OrderPage() {
  const { id: orderId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(readOrder, staff ? { params: { orderId } } : null);
  useReceipt(view.data, view.replace);
  if (!staff) return <SignInFirst title="督办单" />;
  return (
    <Page title="督办单" about={view.data?.documentNumber} wide>
      <Answer of={view} shape="words">
        {(order) => (
          <>
            <Box className="off-paper stack">
              <OrderStanding order={order} />
              <OrderActions order={order} onChanged={view.replace} reload={view.reload} />
            </Box>
            <OrderDocument order={order} />
            <Box className="off-paper stack">
              <TakeAway order={order} />
              <OrderLife order={order} />
            </Box>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** The unit's first opening is its receipt; nobody presses a button for it. */
function useReceipt(order: SupervisionOrderView | undefined, replace: (order: SupervisionOrderView) => void): void {
  const staff = useStaff();
  const done = useRef<string>();
  useEffect(() => {
    if (!order || !staff || done.current === order.id || !receivesByOpening(order, staff)) return;
    done.current = order.id;
    void call(receiveOrder, { params: { orderId: order.id }, body: { id: newId() } }).then((answer) => {
      // Without a network it stays unsigned and is said at the next opening.
      if (answer.ok) replace(answer.reply);
    });
  }, [order, staff, replace]);
}

function TakeAway({ order }: { order: SupervisionOrderView }) {
  const [busy, setBusy] = useState<'plain' | 'whole'>();
  const [failure, setFailure] = useState<Failure>();
  const take = async (which: 'plain' | 'whole') => {
    setBusy(which);
    const request = { params: { orderId: order.id }, query: { answer: which === 'whole' ? 'true' : 'false' } } as const;
    const name = `${order.documentNumber}${which === 'whole' ? '（附答复）' : ''}.docx`;
    const answer = await download(downloadOrder, request, name);
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await openDocument(answer.reply);
  };
  const isAnswered = order.steps.some(({ kind }) => kind === 'answered');
  return (
    <>
      <FailureNotice failure={failure} />
      <Flow>
        <Button icon="download" busy={busy === 'plain'} onPress={() => void take('plain')}>
          下载 Word
        </Button>
        {isAnswered ? (
          <Button icon="download" busy={busy === 'whole'} onPress={() => void take('whole')}>
            下载 Word（附答复）
          </Button>
        ) : null}
        {canPrint ? (
          <Button icon="printer" onPress={() => void printPage()}>
            打印或存为 PDF
          </Button>
        ) : null}
      </Flow>
    </>
  );
}
